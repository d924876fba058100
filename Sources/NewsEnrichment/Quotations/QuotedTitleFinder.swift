/// Finds words in quotation marks that nobody says: themes of events and titles of works.
struct QuotedTitleFinder: Sendable {
    let text: NewsText
    let quotes: QuotePairs
    let quotations: [Quotation]

    /// The titles, in order.
    var titles: [QuotedTitle] {
        quotes.pairs.compactMap { pair in
            guard let (role, rule) = role(of: pair) else { return nil }
            let span = text.span(pair)
            // By index: a copy of a quotation is a dozen references to count.
            let isQuotation = quotations.indices.contains {
                quotations[$0].kind != .indirect && quotations[$0].span.start < span.end
                    && span.start < quotations[$0].span.end
            }
            guard !isQuotation else { return nil }
            return QuotedTitle(
                span: span, role: role,
                reason: Reason(rule, text.span(pair.lowerBound - 1..<pair.lowerBound)))
        }
    }

    /// What quoted words name, if they are a title.
    private func role(of pair: Range<Int>) -> (QuotedTitle.Role, rule: String)? {
        guard pair.lowerBound > 0, pair.count < 30 else { return nil }
        let before = text.words[pair.lowerBound - 1]
        if before.anySenses.contains(.themeNoun) {
            if isNear(before: pair.lowerBound - 1, reach: 5, { text.has(.workNoun, $0) }) {
                return (.workTitle, "title.ofWork")
            }
            if isNear(before: pair.lowerBound - 1, reach: 25, { $0.anySenses.contains(.eventNoun) })
            {
                return (.eventTheme, "title.ofEvent")
            }
            return nil
        }
        if text.has(.workNoun, before), pair.count < 10,
            text.words[pair.lowerBound].before.isDisjoint(with: .colon)
        {
            return (.workTitle, "title.ofWork")
        }
        return nil
    }

    /// Whether one of the words before `word` in its sentence meets a condition.
    private func isNear(before word: Int, reach: Int, _ meets: (Word) -> Bool) -> Bool {
        let start = text.sentences[text.sentence(of: word)].lowerBound
        return (max(start, word - reach)..<word).contains { meets(text.words[$0]) }
    }
}
