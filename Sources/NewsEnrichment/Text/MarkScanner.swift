/// Reads what stands between words.
///
/// A straight quotation mark opens if none is open in its paragraph, or if white space stands before
/// it and none after; else it closes.
struct MarkScanner {
    /// How many pairs are open, one inside the other; more than two are none.
    private var openQuotes = 0

    /// What stands in `range` of `text`, which lies between two words or at an end.
    @inline(__always)
    mutating func scan(_ text: Span<UInt8>, _ range: Range<Int>) -> Marks {
        if range.count == 1, text[range.lowerBound] == 0x20 { return [] }
        // A comma and a blank, which stand between most of the others.
        if range.count == 3, text[range.lowerBound] == 0xD8, text[range.lowerBound + 1] == 0x8C,
            text[range.lowerBound + 2] == 0x20
        {
            return .comma
        }
        return scanMarks(text, range)
    }

    private mutating func scanMarks(_ text: Span<UInt8>, _ range: Range<Int>) -> Marks {
        var marks: Marks = range.isEmpty ? .joined : []
        var dots = 0
        var endsLine = false
        var hasSpace = false
        var index = range.lowerBound
        while index < range.upperBound {
            let first = UInt32(text[index])
            var value = first
            var length = 1
            if first >= 0xE0, first < 0xF0, index + 2 < text.count {
                value =
                    (first & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6
                    | UInt32(text[index + 2] & 0x3F)
                length = 3
            } else if first >= 0xC2, first < 0xE0, index + 1 < text.count {
                value = (first & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)
                length = 2
            } else if first >= 0xF0 {
                length = 4
            }
            switch value {
            case 0x20, 0xA0, 0x09, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: hasSpace = true
            case 0x0A:
                endsLine = true
                hasSpace = true
            case 0x22, 0x27:
                marks.formUnion(straightQuote(text, at: index, isWordBefore: range.lowerBound))
            default: marks.formUnion(Self.mark(value, dots: &dots))
            }
            index += length
        }
        if dots > 1 {
            marks.insert(.dots)
        } else if dots == 1 {
            marks.insert(.fullStop)
        }
        if endsLine, range.lowerBound > 0 {
            marks.insert(.paragraph)
            openQuotes = 0
        }
        if !hasSpace, range.lowerBound > 0, range.upperBound < text.count { marks.insert(.joined) }
        return marks
    }

    private static func mark(_ value: UInt32, dots: inout Int) -> Marks {
        switch value {
        case 0x2E, 0x06D4:
            dots += 1
            return []
        case 0x2C, 0x060C, 0x3001: return .comma
        case 0x21, 0x3F, 0x061F: return .fullStop
        case 0x3A: return .colon
        case 0x3B, 0x061B: return .semicolon
        case 0x2026: return .dots
        // « and “, and their likes of other languages.
        case 0xAB, 0x201C, 0x2018, 0x201E, 0x2039: return .openQuote
        case 0xBB, 0x201D, 0x2019, 0x203A: return .closeQuote
        case 0x28, 0x5B, 0xFD3F: return .openBracket
        case 0x29, 0x5D, 0xFD3E: return .closeBracket
        case 0x2D, 0x2010...0x2015, 0x2212: return .dash
        // Invisible characters beside words.
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xAD, 0x61C: return []
        default: return .other
        }
    }

    private mutating func straightQuote(
        _ text: Span<UInt8>, at index: Int, isWordBefore start: Int
    ) -> Marks {
        let isSpaceBefore = index == 0 || Self.isOutside(text[index - 1])
        let isSpaceAfter =
            index + 1 >= text.count || Self.isOutside(text[index + 1])
            || index + 2 < text.count && text[index + 1] == 0xD8
                && (text[index + 2] == 0x8C || text[index + 2] == 0x9B || text[index + 2] == 0x9F)
        if text[index] == 0x27, isSpaceBefore == isSpaceAfter { return .other }
        // One that closes nothing opens: `موضوع" التطرف"` stands in a communiqué.
        let opens = openQuotes == 0 || isSpaceBefore && !isSpaceAfter
        openQuotes = opens ? min(openQuotes + 1, 2) : openQuotes - 1
        return opens ? .openQuote : .closeQuote
    }

    /// White space and the ASCII marks that stand outside of quotation marks.
    private static func isOutside(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x20, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x21, 0x5B, 0x5D: true
        default: false
        }
    }
}
