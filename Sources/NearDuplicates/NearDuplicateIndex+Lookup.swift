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
        var found = FoundPostings()
        gather(fingerprint.keys, from: floor, host: host, at: now, into: &found)
        return IndexAnswer(
            candidates: ranked(found.sharing(), exact: exact), commonKeys: found.commonKeys)
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

    private func gather(
        _ keys: [UInt64], from floor: UInt32, host: UInt64, at now: Int64,
        into found: inout FoundPostings
    ) {
        // These reads depend on nothing, so the memory fetches of all keys run side by side; following
        // the probe sequences one by one would wait for each.
        var isEmpty = [Bool](repeating: false, count: keys.count)
        for index in keys.indices {
            isEmpty[index] = parts[Self.part(of: keys[index])].isHomeEmpty(of: keys[index])
        }
        var tally = [UInt8](repeating: 0, count: 256)
        for index in keys.indices where !isEmpty[index] {
            let key = keys[index]
            let start = found.numbers.count
            parts[Self.part(of: key)].appendPostings(of: key, from: floor, to: &found.numbers)
            let count = found.numbers.count - start
            guard count > 0 else { continue }
            if count >= configuration.stopPostings
                || isFurniture(found.numbers[start...], host: host, at: now, tally: &tally)
            {
                found.dropCommon(key, from: start)
            } else {
                found.keep(from: start)
            }
        }
    }

    /// Whether one host has shown a key often and lately enough, this look-up included.
    private func isFurniture(
        _ postings: ArraySlice<UInt32>, host: UInt64, at now: Int64, tally: inout [UInt8]
    ) -> Bool {
        guard postings.count + 1 >= configuration.furnitureSightings,
            mayBeFurniture(postings, host: host, tally: &tally)
        else { return false }
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

    /// Whether enough postings have a host's byte in common: a test that reads no document.
    private func mayBeFurniture(
        _ postings: ArraySlice<UInt32>, host: UInt64, tally: inout [UInt8]
    ) -> Bool {
        let own = DocumentTable.byte(ofHost: host)
        tally[Int(own)] = 1
        var most: UInt8 = 1
        for number in postings {
            let byte = Int(documents.hostByte(of: number))
            // Capped, for limits above a byte's.
            tally[byte] = tally[byte] &+ (tally[byte] < .max ? 1 : 0)
            most = max(most, tally[byte])
        }
        for number in postings { tally[Int(documents.hostByte(of: number))] = 0 }
        tally[Int(own)] = 0
        return Int(most) >= min(configuration.furnitureSightings, Int(UInt8.max))
    }

    private func ranked(_ sharing: [SharingDocument], exact: [UInt32]) -> [Candidate] {
        var best: [SharingDocument] = []
        var sharedWithExact: [UInt32: Int] = [:]
        let limit = max(0, configuration.maxCandidates - exact.count)
        // A key of more documents than can be given does not choose among them by itself.
        let leastWeight = FoundPostings.weight(ofPostings: configuration.maxCandidates)
        for document in sharing {
            if exact.contains(document.number) {
                sharedWithExact[document.number] = document.sharedKeys
            } else if document.weight >= leastWeight {
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
