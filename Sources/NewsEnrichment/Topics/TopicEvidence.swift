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
    }

    /// The phrases so far, and their tallies by open addressing.
    private struct Tallies {
        var list: [Tally] = []
        /// Places in the list, or -1.
        private var slots: [Int32]

        /// For a text of so many words.
        init(words: Int) {
            var size = 64
            while size < words * 2 { size *= 2 }
            slots = [Int32](repeating: -1, count: size)
            list.reserveCapacity(min(words, 256))
        }

        /// Counts a phrase at a place of the title or body.
        mutating func add(_ found: TopicTable.Match, at index: Int, isTitle: Bool) {
            var slot = found.phrase &* 0x9E37 & (slots.count - 1)
            while slots[slot] >= 0, list[Int(slots[slot])].phrase != found.phrase {
                slot = (slot + 1) & (slots.count - 1)
            }
            if slots[slot] < 0 {
                slots[slot] = Int32(list.count)
                list.append(Tally(phrase: found.phrase))
            }
            let number = Int(slots[slot])
            list[number].count += 1
            if isTitle {
                list[number].isInTitle = true
            } else if list[number].inBody == nil {
                list[number].inBody = index..<index + found.length
            }
        }
    }

    /// The signs of a headline, or of a title and a body.
    init(title: NewsText?, body: NewsText?, table: TopicTable) {
        var tallies = Tallies(words: (title?.words.count ?? 0) + (body?.words.count ?? 0))
        func collect(_ text: NewsText, isTitle: Bool) {
            var index = 0
            while index < text.words.count {
                guard text.words[index].mayShowTopic, let found = table.match(in: text, at: index)
                else {
                    index += 1
                    continue
                }
                tallies.add(found, at: index, isTitle: isTitle)
                index += found.length
            }
        }
        if let title { collect(title, isTitle: true) }
        if let body { collect(body, isTitle: false) }
        // By phrase, then by place in the list.
        var order = tallies.list.enumerated().map { $1.phrase << 32 | $0 }
        order.sort()
        signs = order.map { Self.sign(of: tallies.list[$0 & 0xFFFF_FFFF]) }
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
