/// The first sentence of a body, which ninjs carries as its lead.
enum LeadSentence {
    /// The first sentence of `body`'s first paragraph, with its closing mark; the whole paragraph if
    /// no sentence ends in it.
    ///
    /// A sentence ends at `.`, `!`, `?`, `؟` or `…` before white space, unless what stands before is
    /// a single letter or number (initials, `د.`, list numbers) or the mark is the first of `..`,
    /// which Arabic headlines and leads use as a dash.
    static func of(_ body: String) -> String {
        let scalars = body.unicodeScalars
        var wordLength = 0
        var isNumber = true
        var index = scalars.startIndex
        while index < scalars.endIndex, scalars[index] != "\n" {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            let atBreak =
                next == scalars.endIndex || scalars[next] == " " || scalars[next] == "\n"
            let mark =
                scalar == "." || scalar == "!" || scalar == "?" || scalar == "\u{061F}"
                || scalar == "\u{2026}"
            if mark, atBreak, wordLength > 1, !isNumber {
                return String(scalars[..<next])
            }
            if scalar == " " || mark {
                wordLength = 0
                isNumber = true
            } else {
                wordLength += 1
                if scalar.properties.numericType == nil { isNumber = false }
            }
            index = next
        }
        return String(scalars[..<index])
    }
}
