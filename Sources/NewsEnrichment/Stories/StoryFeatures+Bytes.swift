extension StoryFeatures {
    /// The format of ``bytes``; it changes with the stems, which are part of it.
    private static let format: UInt8 = 1

    /// The features as a log keeps them: numbers lowest byte first.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = [Self.format, formula?.rawValue ?? 0, event == nil ? 0 : 1]
        bytes.reserveCapacity(64 + terms.count * 8)
        append(UInt32(bitPattern: day), to: &bytes)
        if let event {
            append(UInt32(truncatingIfNeeded: event.series), to: &bytes)
            append(UInt32(truncatingIfNeeded: event.series >> 32), to: &bytes)
            append(UInt32(bitPattern: event.day), to: &bytes)
            append(event.place, to: &bytes)
        }
        for list in [numbers, leadPlaces, places, leadPeople, people] {
            bytes.append(UInt8(list.count))
            for value in list { append(value, to: &bytes) }
        }
        bytes.append(UInt8(terms.count))
        for term in terms {
            append(term.stem, to: &bytes)
            bytes.append(UInt8(truncatingIfNeeded: term.weight))
            bytes.append(UInt8(truncatingIfNeeded: term.weight >> 8))
            bytes.append(term.halfBits << 1 | (term.isInTitle ? 1 : 0))
        }
        return bytes
    }

    private func append(_ value: UInt32, to bytes: inout [UInt8]) {
        for shift in [0, 8, 16, 24] as [UInt32] {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    /// Reads what a log kept; `nil` if the bytes are damaged or of another format.
    public init?(bytes: [UInt8]) {
        var reader = Reader(bytes: bytes[...])
        guard reader.byte() == Self.format, let form = reader.byte(),
            let hasEvent = reader.byte(), let day = reader.word()
        else { return nil }
        self.day = Int32(bitPattern: day)
        formula = StoryFormula(rawValue: form)
        if hasEvent == 1 {
            guard let low = reader.word(), let high = reader.word(), let day = reader.word(),
                let place = reader.word()
            else { return nil }
            event = EventKey(
                series: UInt64(high) << 32 | UInt64(low), day: Int32(bitPattern: day), place: place)
        }
        var lists: [[UInt32]] = []
        for _ in 0..<5 {
            guard let list = reader.list() else { return nil }
            lists.append(list)
        }
        (numbers, leadPlaces, places) = (lists[0], lists[1], lists[2])
        (leadPeople, people) = (lists[3], lists[4])
        guard let count = reader.byte() else { return nil }
        for _ in 0..<count {
            guard let stem = reader.word(), let low = reader.byte(), let high = reader.byte(),
                let rest = reader.byte(), rest >> 1 > 0
            else { return nil }
            terms.append(
                Term(
                    stem: stem, weight: UInt16(high) << 8 | UInt16(low), halfBits: rest >> 1,
                    isInTitle: rest & 1 == 1))
        }
        guard reader.bytes.isEmpty else { return nil }
    }

    private struct Reader {
        var bytes: ArraySlice<UInt8>

        mutating func byte() -> UInt8? { bytes.popFirst() }

        mutating func word() -> UInt32? {
            guard bytes.count >= 4 else { return nil }
            let word = bytes.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            bytes = bytes.dropFirst(4)
            return word
        }

        mutating func list() -> [UInt32]? {
            guard let count = byte(), bytes.count >= Int(count) * 4 else { return nil }
            return (0..<count).compactMap { _ in word() }
        }
    }
}
