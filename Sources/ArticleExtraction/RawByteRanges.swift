import ArabicText

/// Where ranges of a decoded text lie in the bytes it was decoded from.
struct RawByteRanges {
    /// The ranges in the body as received, in the order given.
    let ranges: [Range<Int>]

    /// Finds `ranges`, in rising order, of the UTF-8 of `text` in `body`.
    ///
    /// Exact where the charset says how long each scalar was. Where letters were repaired on the
    /// way their lengths are lost: then the items are found again in the bytes themselves, whose
    /// tags are ASCII in every charset but UTF-16.
    init(of ranges: [Range<Int>], in text: DecodedText, body: [UInt8]) {
        let isWide = text.encoding == .utf16LittleEndian || text.encoding == .utf16BigEndian
        if text.encoding == .utf8, body.count - text.utf8.count == Self.mark(body) {
            let shift = Self.mark(body)
            self.ranges = ranges.map { $0.lowerBound + shift..<$0.upperBound + shift }
            return
        }
        if !isWide, let found = FeedDocument(body)?.items.map(\.range),
            found.count == ranges.count
        {
            self.ranges = found
            return
        }
        self.ranges = Self.measured(ranges, in: text.utf8, body: body, isWide: isWide)
    }

    /// Bytes of the mark of byte order.
    private static func mark(_ body: [UInt8]) -> Int {
        if body.starts(with: [0xEF, 0xBB, 0xBF]) { return 3 }
        return body.starts(with: [0xFF, 0xFE]) || body.starts(with: [0xFE, 0xFF]) ? 2 : 0
    }

    private static func measured(
        _ ranges: [Range<Int>], in utf8: [UInt8], body: [UInt8], isWide: Bool
    ) -> [Range<Int>] {
        var scan = ScalarScan()
        var raw = mark(body)
        func place(_ byte: Int) -> Int {
            while scan.byte < byte {
                let scalar = scan.next(in: utf8.span)
                raw += isWide ? (scalar > 0xFFFF ? 4 : 2) : 1
            }
            return min(raw, body.count)
        }
        return ranges.map {
            let start = place($0.lowerBound)
            return start..<max(start, place($0.upperBound))
        }
    }
}
