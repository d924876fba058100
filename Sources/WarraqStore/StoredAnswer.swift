internal import WarraqCore

/// The bytes under which an accepted answer is kept for repeats.
///
/// One byte of format, then 42 an article: the identity's 33, the outcome, the sequence number big
/// end first.
enum StoredAnswer {
    private static let format: UInt8 = 1
    private static let itemBytes = 42

    /// The bytes of `items`.
    static func bytes(of items: [Acknowledgement]) -> [UInt8] {
        var bytes: [UInt8] = [format]
        bytes.reserveCapacity(1 + items.count * itemBytes)
        for item in items {
            bytes += item.uri.storedBytes
            bytes.append(code(of: item.outcome))
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: item.sequence >> shift))
            }
        }
        return bytes
    }

    /// The items stored as `bytes`, or `nil` if they are not what ``bytes(of:)`` writes.
    static func items(in bytes: [UInt8]) -> [Acknowledgement]? {
        guard bytes.first == format, (bytes.count - 1).isMultiple(of: itemBytes) else { return nil }
        var items: [Acknowledgement] = []
        for start in stride(from: 1, to: bytes.count, by: itemBytes) {
            guard let uri = ArticleURI(storedBytes: Array(bytes[start..<start + 33])),
                let outcome = outcome(of: bytes[start + 33])
            else { return nil }
            let sequence = bytes[start + 34..<start + 42].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            items.append(Acknowledgement(uri: uri, outcome: outcome, sequence: sequence))
        }
        return items
    }

    private static func code(of outcome: Outcome) -> UInt8 {
        switch outcome {
        case .new: 0
        case .duplicate: 1
        case .update: 2
        }
    }

    private static func outcome(of code: UInt8) -> Outcome? {
        Outcome.allCases.first { self.code(of: $0) == code }
    }
}
