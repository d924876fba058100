/// The first sentence of a body, which ninjs carries as its lead.
enum LeadSentence {
    /// The first sentence of `body`'s first paragraph, with its closing mark; the whole paragraph if
    /// no sentence ends in it.
    ///
    /// A sentence ends at `.`, `!`, `?`, `؟` or `…` before white space, unless what stands before is
    /// a single letter or number (initials, `د.`, list numbers) or the mark is the first of `..`,
    /// which Arabic headlines and leads use as a dash.
    static func of(_ body: String) -> String {
        var wordLength = 0
        var isNumber = true
        var isEnd = false
        var byteCount = 0
        for scalar in body.unicodeScalars {
            if scalar == "\n" || isEnd && scalar == " " { break }
            byteCount += UTF8.width(scalar)
            let isMark =
                scalar == "." || scalar == "!" || scalar == "?" || scalar == "\u{061F}"
                || scalar == "\u{2026}"
            isEnd = isMark && wordLength > 1 && !isNumber
            if scalar == " " || isMark {
                wordLength = 0
                isNumber = true
            } else {
                wordLength += 1
                isNumber = isNumber && scalar.properties.numericType != nil
            }
        }
        return String(decoding: body.utf8.prefix(byteCount), as: UTF8.self)
    }
}
