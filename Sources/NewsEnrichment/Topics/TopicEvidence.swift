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
        var tallies = PhraseTallies()
        if let title { tallies.add(title, isTitle: true, table) }
        if let body { tallies.add(body, isTitle: false, table) }
        // By phrase.
        var order = tallies.tallies.indices.map { tallies.tallies[$0].phrase << 32 | $0 }
        order.sort()
        signs = order.map { Self.sign(of: tallies.tallies[$0 & 0xFFFF_FFFF]) }
    }

    /// A phrase said twice says more, but not twice as much; and the title says most.
    private static func sign(of tally: PhraseTallies.Tally) -> Sign {
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

/// Counts the phrases of a text by their numbers.
private struct PhraseTallies {
    /// The places of a phrase.
    struct Tally {
        let phrase: Int
        var count = 0
        var inBody: Range<Int>?
        var isInTitle = false
    }

    /// Each phrase once, in the order of their first places.
    private(set) var tallies: [Tally] = []
    /// The number of each phrase's tally, from 1: open addressing.
    private var slots = [UInt32](repeating: 0, count: 128)

    init() { tallies.reserveCapacity(64) }

    /// Counts the phrases of a text, of which none has a word of another.
    mutating func add(_ text: NewsText, isTitle: Bool, _ table: TopicTable) {
        let words = text.words.span
        var index = 0
        while index < words.count {
            guard words[unchecked: index].mayShowTopic, let found = table.match(in: text, at: index)
            else {
                index += 1
                continue
            }
            let number = number(of: found.phrase)
            tallies[number].count += 1
            if isTitle {
                tallies[number].isInTitle = true
            } else if tallies[number].inBody == nil {
                tallies[number].inBody = index..<index + found.length
            }
            index += found.length
        }
    }

    /// The number of a phrase's tally.
    @inline(__always)
    private mutating func number(of phrase: Int) -> Int {
        let slot = slot(of: phrase)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        tallies.append(Tally(phrase: phrase))
        slots[slot] = UInt32(truncatingIfNeeded: tallies.count)
        if tallies.count * 2 > slots.count { grow() }
        return tallies.count - 1
    }

    @inline(__always)
    private func slot(of phrase: Int) -> Int {
        let mask = slots.count - 1
        var slot = phrase &* 0x9E37 & mask
        while slots[slot] != 0, tallies[Int(slots[slot]) - 1].phrase != phrase {
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in tallies.indices {
            slots[slot(of: tallies[number].phrase)] = UInt32(truncatingIfNeeded: number + 1)
        }
    }
}

extension Word {
    /// Whether a phrase that shows a topic can begin with it.
    @inline(__always)
    fileprivate var mayShowTopic: Bool {
        anySenses.contains(.topicStart)
            && (senses.isDisjoint(with: .functionWords) || senses.contains(.topicStart))
    }
}
