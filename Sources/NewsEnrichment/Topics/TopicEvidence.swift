/// The phrases of an article that show topics, each once, with how much it weighs.
struct TopicEvidence: Sendable {
    /// A phrase and where it stands.
    struct Sign: Sendable {
        /// A phrase of ``TopicTable``.
        let phrase: Int
        /// How often and how prominently it stands.
        let prominence: Float
        /// Its first words in the body; `nil` if only the title has it.
        let words: Range<Int>?
        let isInTitle: Bool
    }

    /// The words of a body that count as its lead.
    static let leadWords = 60

    /// All signs, by phrase.
    private(set) var signs: [Sign] = []

    /// The signs of a headline, or of a title and a body.
    init(title: NewsText?, body: NewsText?, table: TopicTable) {
        var hits: [UInt64] = []
        hits.reserveCapacity(128)
        if let title { Self.collect(title, isTitle: true, table, into: &hits) }
        if let body { Self.collect(body, isTitle: false, table, into: &hits) }
        hits.sort()
        signs.reserveCapacity(hits.count)
        var first = 0
        while first < hits.count {
            var end = first + 1
            while end < hits.count, hits[end] >> 40 == hits[first] >> 40 { end += 1 }
            signs.append(Self.sign(of: hits, first..<end))
            first = end
        }
    }

    /// Adds the phrases of a text as numbers that sort by phrase, titles first, then by place: the
    /// phrase above bit 40, the body's bit 39, the word above bit 8, and how many words it has.
    private static func collect(
        _ text: NewsText, isTitle: Bool, _ table: TopicTable, into hits: inout [UInt64]
    ) {
        let place: UInt64 = isTitle ? 0 : 1 << 39
        var index = 0
        while index < text.words.count {
            let word = text.words[index]
            guard word.anySenses.contains(.topicStart),
                word.senses.isDisjoint(with: .functionWords)
                    || word.senses.contains(.topicStart),
                let found = table.match(in: text, at: index)
            else {
                index += 1
                continue
            }
            hits.append(
                UInt64(found.phrase) << 40 | place | UInt64(index) << 8 | UInt64(found.length))
            index += found.length
        }
    }

    /// A phrase said twice says more, but not twice as much; and the title says most.
    private static func sign(of hits: [UInt64], _ range: Range<Int>) -> Sign {
        var prominence: Float = 0
        var step: Float = 1
        for _ in range.prefix(6) {
            prominence += 1 / step
            step += 1
        }
        let isInTitle = hits[range.lowerBound] & 1 << 39 == 0
        let inBody = range.first { hits[$0] & 1 << 39 != 0 }.map { index in
            let word = Int(hits[index] >> 8 & 0x7FFF_FFFF)
            return word..<word + Int(hits[index] & 0xFF)
        }
        if isInTitle {
            prominence *= 2.2
        } else if let inBody, inBody.lowerBound < leadWords {
            prominence *= 1.5
        }
        return Sign(
            phrase: Int(hits[range.lowerBound] >> 40), prominence: prominence, words: inBody,
            isInTitle: isInTitle)
    }
}
