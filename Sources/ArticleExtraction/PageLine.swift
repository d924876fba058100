/// One line of a page and what its white space says.
struct PageLine {
    /// The line without the white space around it, in bytes of the decoded input.
    let bytes: Range<Int>
    /// The same in scalars.
    let scalars: Range<Int>
    /// The whole line without its break, in scalars.
    let wholeScalars: Range<Int>
    /// Wide gaps inside: runs of white space that part the headlines of a ticker.
    let gaps: Int
    /// Whether a wide gap follows the text.
    let endsInGap: Bool
    /// Pieces between white space.
    let pieces: Int
    /// The last visible scalar.
    let last: UInt32
    /// Whether it ends in two dots or more.
    let trailsOff: Bool
    /// Breaks between this line's text and that of the line before, counted up to two.
    let breaksBefore: Int

    /// White scalars in a row from which on a run is a wide gap, TEXT.md's measure.
    static let gapWidth = 3

    /// Whether the line ends in a full stop; dots that trail off are none.
    var endsInStop: Bool { (last == 0x2E && !trailsOff) || last == 0x06D4 }

    /// The lines of `text` that show something, in order.
    static func all(in text: Span<UInt8>) -> [PageLine] {
        var lines: [PageLine] = []
        var builder = Builder(start: ScalarScan())
        var scan = ScalarScan()
        var breaks = 0
        while scan.byte < text.count {
            let before = scan
            let scalar = scan.next(in: text)
            let kind = ScalarKind(scalar)
            guard kind == .lineBreak else {
                builder.add(scalar, kind, from: before, to: scan)
                continue
            }
            if let line = builder.line(endingAt: before.scalar, breaksBefore: breaks) {
                lines.append(line)
                breaks = 0
            }
            let isPairStart = scalar == 0x0D && scan.byte < text.count && text[scan.byte] == 0x0A
            if !isPairStart { breaks = min(breaks + 1, 2) }
            builder = Builder(start: scan)
        }
        if let line = builder.line(endingAt: scan.scalar, breaksBefore: breaks) {
            lines.append(line)
        }
        return lines
    }

    /// Collects one line.
    private struct Builder {
        let lineStart: ScalarScan
        var first: ScalarScan?
        var end: ScalarScan
        var gaps = 0
        var white = 0
        var pieces = 0
        var last: UInt32 = 0
        var trailsOff = false

        init(start: ScalarScan) {
            lineStart = start
            end = start
        }

        @inline(__always)
        mutating func add(
            _ scalar: UInt32, _ kind: ScalarKind, from before: ScalarScan, to after: ScalarScan
        ) {
            switch kind {
            case .white, .lineBreak: white += 1
            case .invisible: break
            case .word, .other:
                if first == nil {
                    first = before
                    pieces = 1
                } else if white > 0 {
                    pieces += 1
                    if white >= PageLine.gapWidth { gaps += 1 }
                }
                trailsOff = white == 0 && last == 0x2E && scalar == 0x2E
                white = 0
                last = scalar
                end = after
            }
        }

        func line(endingAt lineEnd: Int, breaksBefore: Int) -> PageLine? {
            guard let first else { return nil }
            return PageLine(
                bytes: first.byte..<end.byte, scalars: first.scalar..<end.scalar,
                wholeScalars: lineStart.scalar..<lineEnd, gaps: gaps,
                endsInGap: white >= PageLine.gapWidth, pieces: pieces, last: last,
                trailsOff: trailsOff,
                breaksBefore: breaksBefore)
        }
    }
}
