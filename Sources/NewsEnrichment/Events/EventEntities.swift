internal import ArabicDates

/// Where the parts before found times, places, organisations and titles, by word.
struct EventEntities {
    /// Something found and the words it has.
    struct Item {
        let words: Range<Int>
        /// Its number in its list of findings.
        let index: Int
        /// Where its text starts, in scalars: after a proclitic, past the word's start.
        let start: Int
    }

    let times: [Item]
    let places: [Item]
    let organisations: [Item]
    let themes: [Item]

    /// The entities of a body.
    init(_ findings: Findings, in text: NewsText) {
        func item(_ start: Int, _ end: Int, _ index: Int) -> Item? {
            let first = text.word(endingAfter: start)
            let last = text.word(endingAfter: end - 1)
            guard first <= last, last < text.words.count else { return nil }
            return Item(words: first..<last + 1, index: index, start: start)
        }
        times = findings.times.enumerated().compactMap { index, time in
            item(time.expression.start, time.expression.end, index)
        }
        places = findings.places.enumerated().flatMap { index, place in
            place.mentions.compactMap { item($0.start, $0.end, index) }
        }.sorted { $0.words.lowerBound < $1.words.lowerBound }
        organisations = findings.organisations.enumerated().flatMap { index, organisation in
            organisation.mentions.compactMap { item($0.start, $0.end, index) }
        }.sorted { $0.words.lowerBound < $1.words.lowerBound }
        themes = findings.quotedTitles.enumerated().compactMap { index, title in
            title.role == .eventTheme ? item(title.span.start, title.span.end, index) : nil
        }
    }
}
