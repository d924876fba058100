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

    /// Each in the order of the words.
    private(set) var times: [Item] = []
    private(set) var places: [Item] = []
    private(set) var organisations: [Item] = []
    private(set) var themes: [Item] = []

    /// The entities of a body.
    init(_ findings: borrowing Findings, in text: NewsText) {
        // By index: a copy of a place or a body is a dozen references more to count.
        times.reserveCapacity(findings.times.count)
        for index in findings.times.indices {
            let (start, end) = (
                findings.times[index].expression.start, findings.times[index].expression.end
            )
            let words = text.words(in: start..<end)
            guard !words.isEmpty else { continue }
            times.append(Item(words: words, index: index, start: start))
        }
        places.reserveCapacity(32)
        for index in findings.places.indices {
            let mentions = findings.places[index].mentions
            for mention in mentions.indices {
                places.append(Item(mentions[mention], index))
            }
        }
        places.sort { $0.words.lowerBound < $1.words.lowerBound }
        organisations.reserveCapacity(32)
        for index in findings.organisations.indices {
            let mentions = findings.organisations[index].mentions
            for mention in mentions.indices {
                organisations.append(Item(mentions[mention], index))
            }
        }
        organisations.sort { $0.words.lowerBound < $1.words.lowerBound }
        for (index, title) in findings.quotedTitles.enumerated() where title.role == .eventTheme {
            themes.append(Item(title.span, index))
        }
    }
}

extension EventEntities.Item {
    fileprivate init(_ span: TextSpan, _ index: Int) {
        self.init(words: span.words, index: index, start: span.start)
    }
}

extension [EventEntities.Item] {
    /// Those that begin within some words.
    func beginning(in words: Range<Int>) -> ArraySlice<Element> {
        var (first, end) = (0, count)
        while first < end {
            let middle = (first + end) / 2
            if self[middle].words.lowerBound < words.lowerBound {
                first = middle + 1
            } else {
                end = middle
            }
        }
        while end < count, self[end].words.lowerBound < words.upperBound { end += 1 }
        return self[first..<end]
    }
}
