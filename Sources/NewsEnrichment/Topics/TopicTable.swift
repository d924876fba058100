internal import ArabicText

/// A Media Topic that articles can be given.
struct MediaTopic: Sendable {
    /// Eight digits.
    let code: String
    /// Our label.
    let label: String
}

/// Which words and phrases show which topics: a trie of words over one table of hashes.
///
/// Built once, some milliseconds; share it.
struct TopicTable: Sendable {
    static let shared = TopicTable(lists: TopicWords.lists, lookAlikes: TopicWords.lookAlikes)

    /// What a phrase says of one topic.
    struct Weight: Sendable {
        /// An index of ``TopicTable/topics``.
        let topic: Int
        let weight: Float
    }

    /// All topics; each after its parent.
    private(set) var topics: [MediaTopic] = []
    /// The top-level topic of each topic, an index of ``topics``.
    private(set) var tops: [Int] = []
    /// How many steps each topic is below the top level.
    private(set) var depths: [Int] = []
    /// What phrases say of topics, phrase after phrase.
    private(set) var weights: [Weight] = []
    /// The most that phrases say of any topic below each top-level topic, or of that itself.
    private(set) var topWeights: [Weight] = []
    /// The hashes of the words that begin a phrase.
    private(set) var starts: [UInt64] = []

    private var words = HashTable()
    private var edges = HashTable()
    private var wordCount: UInt32 = 0
    private var nodeCount: UInt32 = 0
    /// The phrase that ends at each node of the trie, or -1.
    private var phrases: [Int32] = [-1]
    /// Where each phrase's part of ``weights`` begins; one more than there are phrases.
    private var firstWeights: [Int32] = []
    private var firstTopWeights: [Int32] = []
    /// While building: what each phrase says.
    private var building: [[Weight]] = []

    /// A table of the lists of ``TopicWords``.
    init(lists: [String], lookAlikes: String) {
        for list in lists { add(list) }
        for word in lookAlikes.split(whereSeparator: \.isWhitespace) {
            _ = phrase(String(word))
        }
        finish()
    }

    /// The part of ``weights`` that a phrase has.
    @inline(__always)
    func weights(of phrase: Int) -> Range<Int> {
        Int(firstWeights[phrase])..<Int(firstWeights[phrase + 1])
    }

    /// The part of ``topWeights`` that a phrase has.
    @inline(__always)
    func topWeights(of phrase: Int) -> Range<Int> {
        Int(firstTopWeights[phrase])..<Int(firstTopWeights[phrase + 1])
    }

    /// The longest phrase that begins with a word.
    ///
    /// - Returns: Its number and how many words it has; `nil` if none does. The whole word comes
    ///   before what is left of it without proclitics.
    func match(in text: NewsText, at index: Int) -> (phrase: Int, length: Int)? {
        let word = text.words[index]
        for reading in text.readings(of: word) where reading.senses.contains(.topicStart) {
            if let found = longest(from: 0, reading.hash, text, index) { return found }
        }
        return nil
    }

    private func longest(
        from node: UInt32, _ hash: UInt64, _ text: NewsText, _ index: Int
    ) -> (phrase: Int, length: Int)? {
        guard let pair = words[hash] else { return nil }
        var best: (phrase: Int, length: Int)?
        for word in [pair >> 16, pair & 0xFFFF] where word != 0 {
            guard let next = edges[Self.edge(node, word)] else { continue }
            var found: (phrase: Int, length: Int)?
            if phrases[Int(next)] >= 0 { found = (Int(phrases[Int(next)]), 1) }
            if index + 1 < text.words.count,
                text.words[index + 1].before.isDisjoint(with: .breaks),
                let rest = longest(from: next, text.words[index + 1].hash, text, index + 1)
            {
                found = (rest.phrase, rest.length + 1)
            }
            if let found, found.length > best?.length ?? 0 { best = found }
        }
        return best
    }

    private static func edge(_ node: UInt32, _ word: UInt32) -> UInt64 {
        (UInt64(node) << 32 | UInt64(word) << 1 | 1) &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    // MARK: - Building

    private mutating func add(_ list: String) {
        var path: [Int] = []
        for line in list.split(separator: "\n") {
            var fields = line.split(separator: " ")
            guard let first = fields.first else { continue }
            let depth = first.allSatisfy { $0 == "-" } ? first.count : 0
            if depth > 0 { fields.removeFirst() }
            if let code = fields.first, code.count == 8, code.allSatisfy(\.isNumber) {
                path.removeSubrange(depth...)
                path.append(topics.count)
                topics.append(
                    MediaTopic(
                        code: String(code), label: fields.dropFirst().joined(separator: " ")))
                tops.append(path[0])
                depths.append(depth)
            } else if let topic = path.last {
                for field in fields { add(String(field), to: topic) }
            }
        }
    }

    /// Adds a phrase with its marks to a topic.
    private mutating func add(_ marked: String, to topic: Int) {
        var words = Substring(marked)
        var weight: Float = 1.5
        if words.hasPrefix("-") {
            words.removeFirst()
            weight = -3
        } else if words.hasSuffix("+") {
            words.removeLast()
            weight = 3
        } else if words.hasSuffix("?") {
            words.removeLast()
            weight = 0.5
        }
        let parts = words.split(separator: "/")
        guard let stem = parts.first else { return }
        for ending in [""] + parts.dropFirst() {
            let number = phrase(String(stem) + String(ending))
            guard !building[number].contains(where: { $0.topic == topic }) else { continue }
            building[number].append(Weight(topic: topic, weight: weight))
        }
    }

    /// The number of a phrase, new or known.
    private mutating func phrase(_ text: String) -> Int {
        var node: UInt32 = 0
        for (index, part) in text.split(separator: "_").enumerated() {
            let word = wordNumber(of: String(part), isFirst: index == 0)
            let key = Self.edge(node, word)
            if let next = edges[key] {
                node = next
            } else {
                nodeCount += 1
                edges[key] = nodeCount
                phrases.append(-1)
                node = nodeCount
            }
        }
        if phrases[Int(node)] < 0 {
            phrases[Int(node)] = Int32(building.count)
            building.append([])
        }
        return Int(phrases[Int(node)])
    }

    /// The number of a word of a list: in the lower half of the entries of both its forms, or, if it is
    /// listed with ال, in the upper half of that form's.
    private mutating func wordNumber(of word: String, isFirst: Bool) -> UInt32 {
        let letters = KeyWords(of: word).letters
        var hash = WordHash()
        for letter in letters.reversed() { hash.prepend(letter) }
        let isDefinite = letters.starts(with: [Letter.alef, Letter.lam]) && letters.count > 3
        var forms = [hash.value]
        if !isDefinite {
            hash.prepend(Letter.lam)
            hash.prepend(Letter.alef)
            forms.append(hash.value)
        }
        if isFirst { starts += forms }
        let known = words[forms[0]] ?? 0
        let old = isDefinite ? known >> 16 : known & 0xFFFF
        if old != 0 { return old }
        wordCount += 1
        for form in forms {
            let entry = words[form] ?? 0
            words[form] = isDefinite ? entry | wordCount << 16 : entry | wordCount
        }
        return wordCount
    }

    private mutating func finish() {
        for phrase in building {
            firstWeights.append(Int32(weights.count))
            firstTopWeights.append(Int32(topWeights.count))
            weights += phrase
            var best: [Int: Float] = [:]
            for weight in phrase {
                let top = tops[weight.topic]
                // Speaking against a part says nothing against the whole.
                if weight.weight < 0, weight.topic != top { continue }
                best[top] = max(best[top] ?? -.infinity, weight.weight)
            }
            topWeights += best.sorted { $0.key < $1.key }
                .map { Weight(topic: $0.key, weight: $0.value) }
        }
        firstWeights.append(Int32(weights.count))
        firstTopWeights.append(Int32(topWeights.count))
        building = []
    }
}
