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

    /// The places of a phrase.
    private struct Tally {
        let phrase: Int
        var count = 0
        var inBody: Range<Int>?
        var isInTitle = false

        mutating func add(_ hit: Hit) {
            count += 1
            if hit.isInTitle {
                isInTitle = true
            } else if inBody == nil {
                inBody = hit.words
            }
        }
    }

    /// A phrase where it stands.
    private struct Hit {
        let phrase: Int
        let words: Range<Int>
        let isInTitle: Bool
    }

    /// The signs of a headline, or of a title and a body.
    init(title: NewsText?, body: NewsText?, table: TopicTable) {
        var hits: [Hit] = []
        hits.reserveCapacity(256)
        if let title { Self.collect(title, isTitle: true, table, into: &hits) }
        if let body { Self.collect(body, isTitle: false, table, into: &hits) }
        let tallies = Self.tallies(of: hits)
        // By phrase.
        var order = tallies.enumerated().map { $1.phrase << 32 | $0 }
        order.sort()
        signs = order.map { Self.sign(of: tallies[$0 & 0xFFFF_FFFF]) }
    }

    private static func collect(
        _ text: NewsText, isTitle: Bool, _ table: TopicTable, into hits: inout [Hit]
    ) {
        let words = text.words.span
        var index = 0
        while index < words.count {
            guard words[unchecked: index].mayShowTopic, let found = table.match(in: text, at: index)
            else {
                index += 1
                continue
            }
            let end = index + found.length
            hits.append(Hit(phrase: found.phrase, words: index..<end, isInTitle: isTitle))
            index = end
        }
    }

    /// Each phrase once, by open addressing.
    private static func tallies(of hits: [Hit]) -> [Tally] {
        var tallies: [Tally] = []
        tallies.reserveCapacity(hits.count)
        var size = 64
        while size < hits.count * 2 { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        for hit in hits {
            var slot = hit.phrase &* 0x9E37 & (size - 1)
            while slots[slot] >= 0, tallies[Int(slots[slot])].phrase != hit.phrase {
                slot = (slot + 1) & (size - 1)
            }
            if slots[slot] < 0 {
                slots[slot] = Int32(tallies.count)
                tallies.append(Tally(phrase: hit.phrase))
            }
            tallies[Int(slots[slot])].add(hit)
        }
        return tallies
    }

    /// A phrase said twice says more, but not twice as much; and the title says most.
    private static func sign(of tally: Tally) -> Sign {
        var prominence: Float = 0
        var step: Float = 1
        for _ in 0..<min(tally.count, 6) {
            prominence += 1 / step
            step += 1
        }
        if tally.isInTitle {
            prominence *= 2.2
        } else if let inBody = tally.inBody, inBody.lowerBound < leadWords {
            prominence *= 1.5
        }
        return Sign(
            phrase: tally.phrase, prominence: prominence, words: tally.inBody,
            isInTitle: tally.isInTitle)
    }
}

extension Word {
    /// Whether a phrase that shows a topic can begin with it.
    fileprivate var mayShowTopic: Bool {
        anySenses.contains(.topicStart)
            && (senses.isDisjoint(with: .functionWords) || senses.contains(.topicStart))
    }
}
