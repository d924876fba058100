/// A line of headlines of other articles, as the navigation of a flattened page leaves it.
struct TickerLine {
    /// One headline of a ticker.
    struct Slot {
        /// In bytes of the decoded input.
        let bytes: Range<Int>
        /// In scalars of the decoded input.
        let scalars: Range<Int>
        /// Pieces between white space.
        let pieces: Int
        /// Whether it ends in a full stop or colon, as headlines do not.
        let endsInStop: Bool

        /// Whether it has the size of a headline.
        var isHeadlineSized: Bool { (10...220).contains(scalars.count) && pieces >= 2 }
    }

    /// How sure it is that a line is a ticker.
    enum Certainty {
        /// It is one wherever it stands.
        case certain
        /// It is one if the page around it has furniture.
        case possible
    }

    /// The headlines in order; empty slots are left out.
    let slots: [Slot]
    /// How sure it is.
    let certainty: Certainty

    /// Whether white space parts the headlines, and no sign.
    let isByGaps: Bool
    /// Mean length of its pieces in scalars.
    let meanLength: Int

    /// Whether every piece could be a headline.
    var isUniform: Bool { slots.allSatisfy { $0.isHeadlineSized && !$0.endsInStop } }

    /// Reads `line` as a ticker; `nil` if it is none.
    ///
    /// - Parameters:
    ///   - line: A line of `text`.
    ///   - text: The decoded input.
    init?(_ line: PageLine, in text: Span<UInt8>) {
        if line.gaps > 0 || line.endsInGap {
            var gaps = GapWidths()
            let slots = Self.slots(of: line, in: text, separator: nil, gaps: &gaps)
            // A template parts headlines by the same gap; tables of results and programmes that lost
            // their columns have gaps of every width, and are text.
            guard gaps.areRegular else { return nil }
            self.init(slots: slots, endsInGap: line.endsInGap)
            return
        }
        // Where the page's white space was folded, a sign between headlines still parts them.
        // A headline may hold a bar of its own, so it takes many to say ticker.
        guard line.pieces >= 15, let separator = Self.commonSign(line, in: text) else { return nil }
        var gaps = GapWidths()
        let slots = Self.slots(of: line, in: text, separator: separator, gaps: &gaps)
        guard slots.count >= 5 else { return nil }
        self.init(slots: slots, endsInGap: false, isSureOfGaps: false)
    }

    private init?(slots: [Slot], endsInGap: Bool, isSureOfGaps: Bool = true) {
        let longest = slots.reduce(0) { max($0, $1.scalars.count) }
        let total = slots.reduce(0) { $0 + $1.scalars.count }
        guard let last = slots.last, longest <= 260 else { return nil }
        let sized = slots.count { $0.isHeadlineSized }
        let ended = slots.count { $0.endsInStop }
        guard sized * 4 >= slots.count * 3, ended * 4 <= slots.count else { return nil }
        guard slots.count > 1 || (endsInGap && !last.endsInStop) else { return nil }
        self.slots = slots
        // Schedules, prices and verses have gaps too: their pieces are few or short.
        meanLength = total / slots.count
        isByGaps = isSureOfGaps
        let isCertain =
            isByGaps && slots.count >= 8 && meanLength >= 36 && sized * 10 >= slots.count * 9
        certainty = isCertain ? .certain : .possible
    }

    private static func slots(
        of line: PageLine, in text: Span<UInt8>, separator: UInt32?, gaps: inout GapWidths
    ) -> [Slot] {
        var slots: [Slot] = []
        var scan = ScalarScan(byte: line.bytes.lowerBound, scalar: line.scalars.lowerBound)
        var first: ScalarScan?
        var end = scan
        var white = 0
        var pieces = 0
        var last: UInt32 = 0
        while scan.byte < line.bytes.upperBound {
            let before = scan
            let scalar = scan.next(in: text)
            let kind = ScalarKind(scalar)
            if kind == .white || scalar == separator {
                white += scalar == separator ? PageLine.gapWidth : 1
                continue
            }
            guard kind != .invisible else { continue }
            if let start = first, white >= PageLine.gapWidth {
                gaps.count(white)
                slots.append(slot(from: start, to: end, pieces: pieces, last: last))
                first = nil
            }
            if first == nil {
                first = before
                pieces = 1
            } else if white > 0 {
                pieces += 1
            }
            white = 0
            last = scalar
            end = scan
        }
        if let first { slots.append(slot(from: first, to: end, pieces: pieces, last: last)) }
        return slots
    }

    private static func slot(
        from start: ScalarScan, to end: ScalarScan, pieces: Int, last: UInt32
    ) -> Slot {
        Slot(
            bytes: start.byte..<end.byte, scalars: start.scalar..<end.scalar, pieces: pieces,
            endsInStop: last == 0x2E || last == 0x06D4 || last == 0x3A)
    }

    /// The sign that stands between white space at least four times: bar, bullet, tab.
    private static func commonSign(_ line: PageLine, in text: Span<UInt8>) -> UInt32? {
        var counts: [(sign: UInt32, count: Int)] = [
            (0x7C, 0), (0x2022, 0), (0x25CF, 0), (0x25A0, 0), (0x25AA, 0), (0xB7, 0), (0x09, 0),
        ]
        var scan = ScalarScan(byte: line.bytes.lowerBound, scalar: 0)
        while scan.byte < line.bytes.upperBound {
            let scalar = scan.next(in: text)
            guard ScalarKind(scalar) != .word, scalar != 0x20 else { continue }
            for index in counts.indices where counts[index].sign == scalar {
                counts[index].count += 1
            }
        }
        return counts.first { $0.count >= 4 }?.sign
    }
}

/// How wide the gaps of a line are.
private struct GapWidths {
    /// By width up to 31; all wider ones are in the last place.
    private var counts = [Int](repeating: 0, count: 33)

    /// Counts a gap of `width` scalars.
    mutating func count(_ width: Int) {
        counts[min(width, 32)] += 1
    }

    /// Whether three in four have one width, or a multiple of it: an empty slot between two gaps.
    var areRegular: Bool {
        let total = counts.reduce(0, +)
        guard total > 2, let most = counts.max(), let width = counts.firstIndex(of: most) else {
            return true
        }
        let regular = counts.indices.reduce(0) { $1 % width == 0 ? $0 + counts[$1] : $0 }
        return regular * 4 >= total * 3
    }
}
