extension NearDuplicateIndex {
    /// The documents that may share text with `fingerprint`'s, best first.
    ///
    /// - Parameters:
    ///   - host: A hash of where the text comes from, for page furniture.
    ///   - milliseconds: The time now, from the origin that insertion uses.
    public func candidates(
        for fingerprint: Fingerprint, host: UInt64, at milliseconds: Int64
    ) -> [Candidate] {
        answer(for: fingerprint, host: host, at: milliseconds).candidates
    }

    /// The candidates, and which of the text's keys are too common to say anything.
    ///
    /// The parameters are those of ``candidates(for:host:at:)``.
    public func answer(
        for fingerprint: Fingerprint, host: UInt64, at milliseconds: Int64
    ) -> IndexAnswer {
        let now = max(milliseconds, clock.milliseconds)
        let floor = documents.firstNumber(
            from: clock.oldest, notBefore: now - configuration.windowMilliseconds)
        guard fingerprint.tokenCount > 0, floor < documents.next else {
            return IndexAnswer(candidates: [], commonKeys: [])
        }
        let exact = exactCopies(of: fingerprint, from: floor)
        var commonKeys: [UInt64] = []
        let hits = gatherHits(
            of: fingerprint.keys, from: floor, host: host, at: now, commonKeys: &commonKeys)
        return IndexAnswer(
            candidates: ranked(hits: hits, exact: exact), commonKeys: commonKeys)
    }

    private func exactCopies(of fingerprint: Fingerprint, from floor: UInt32) -> [UInt32] {
        let key = fingerprint.exactKey
        var postings: [UInt32] = []
        parts[Self.part(of: key)].appendPostings(of: key, from: floor, to: &postings)
        postings.removeAll { number in
            let document = documents[number]
            return document.exactHigh != fingerprint.exactHigh
                || document.exactLow != fingerprint.exactLow
        }
        postings.sort()
        return postings
    }

    /// The documents of all keys that count, one value a posting: the document in the upper half, the
    /// key's weight in the lower.
    private func gatherHits(
        of keys: [UInt64], from floor: UInt32, host: UInt64, at now: Int64,
        commonKeys: inout [UInt64]
    ) -> [UInt64] {
        // These reads depend on nothing, so the memory fetches of all keys run side by side; following
        // the probe sequences one by one would wait for each.
        let isEmpty = keys.map { parts[Self.part(of: $0)].isHomeEmpty(of: $0) }
        var hits: [UInt64] = []
        var postings: [UInt32] = []
        for (index, key) in keys.enumerated() where !isEmpty[index] {
            postings.removeAll(keepingCapacity: true)
            parts[Self.part(of: key)].appendPostings(of: key, from: floor, to: &postings)
            guard !postings.isEmpty else { continue }
            if postings.count >= configuration.stopPostings
                || isFurniture(postings, host: host, at: now)
            {
                commonKeys.append(key)
                continue
            }
            // A rare key says more.
            let weight = UInt64(4_096 / postings.count)
            for number in postings {
                hits.append(UInt64(number) &<< 32 | weight)
            }
        }
        return hits
    }

    /// Whether one host has shown a key often and lately enough, this look-up included.
    private func isFurniture(_ postings: [UInt32], host: UInt64, at now: Int64) -> Bool {
        guard postings.count + 1 >= configuration.furnitureSightings else { return false }
        let cutoff = now - configuration.furnitureMilliseconds
        var hosts = [host]
        for number in postings {
            let document = documents[number]
            if document.milliseconds >= cutoff { hosts.append(document.host) }
        }
        hosts.sort()
        var run = 0
        for index in hosts.indices {
            run = index > 0 && hosts[index] == hosts[index - 1] ? run + 1 : 1
            if run >= configuration.furnitureSightings { return true }
        }
        return false
    }

    private func ranked(hits: [UInt64], exact: [UInt32]) -> [Candidate] {
        var best: [RankedDocument] = []
        let limit = max(0, configuration.maxCandidates - exact.count)
        let sorted = hits.sorted()
        var index = 0
        var sharedWithExact: [UInt32: Int] = [:]
        while index < sorted.count {
            let number = UInt32(sorted[index] &>> 32)
            var document = RankedDocument(number: number, sharedKeys: 0, weight: 0)
            while index < sorted.count, UInt32(sorted[index] &>> 32) == number {
                document.sharedKeys += 1
                document.weight += sorted[index] & 0xFFFF_FFFF
                index += 1
            }
            if exact.contains(number) {
                sharedWithExact[number] = document.sharedKeys
            } else {
                document.insert(into: &best, limit: limit)
            }
        }
        let copies = exact.prefix(configuration.maxCandidates).map { number in
            Candidate(
                number: DocumentNumber(rawValue: number), isExactCopy: true,
                sharedKeys: sharedWithExact[number] ?? 0)
        }
        return copies
            + best.map { document in
                Candidate(
                    number: DocumentNumber(rawValue: document.number), isExactCopy: false,
                    sharedKeys: document.sharedKeys)
            }
    }
}

/// A document on its way into the best few.
private struct RankedDocument {
    let number: UInt32
    var sharedKeys: Int
    var weight: UInt64

    /// Inserts it behind all that weigh as much, so that the older of equals stands first.
    func insert(into best: inout [RankedDocument], limit: Int) {
        guard limit > 0 else { return }
        if best.count == limit {
            guard weight > best[limit - 1].weight else { return }
            best.removeLast()
        }
        var index = best.count
        while index > 0, best[index - 1].weight < weight {
            index -= 1
        }
        best.insert(self, at: index)
    }
}
