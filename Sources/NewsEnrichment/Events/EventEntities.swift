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
        var times: [Item] = []
        times.reserveCapacity(findings.times.count)
        for index in findings.times.indices {
            let time = findings.times[index].expression
            times.add(time.start, time.end, index, text)
        }
        self.times = times
        var places: [Item] = []
        places.reserveCapacity(32)
        for (index, place) in findings.places.enumerated() {
            for mention in place.mentions { places.add(mention.start, mention.end, index, text) }
        }
        places.sort { $0.words.lowerBound < $1.words.lowerBound }
        self.places = places
        var organisations: [Item] = []
        organisations.reserveCapacity(32)
        for (index, organisation) in findings.organisations.enumerated() {
            for mention in organisation.mentions {
                organisations.add(mention.start, mention.end, index, text)
            }
        }
        organisations.sort { $0.words.lowerBound < $1.words.lowerBound }
        self.organisations = organisations
        var themes: [Item] = []
        for (index, title) in findings.quotedTitles.enumerated() where title.role == .eventTheme {
            themes.add(title.span.start, title.span.end, index, text)
        }
        self.themes = themes
    }
}

extension [EventEntities.Item] {
    /// Adds what stands from one scalar to another.
    fileprivate mutating func add(_ start: Int, _ end: Int, _ index: Int, _ text: NewsText) {
        let first = text.word(endingAfter: start)
        var last = first
        while last < text.words.count, text.words[last].end < end { last += 1 }
        guard last < text.words.count else { return }
        append(EventEntities.Item(words: first..<last + 1, index: index, start: start))
    }
}
