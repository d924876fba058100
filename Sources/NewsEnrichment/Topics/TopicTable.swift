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

    /// A phrase found in a text.
    struct Match: Sendable {
        /// Its number.
        let phrase: Int
        /// How many words it has.
        let length: Int
    }

    /// A node of the trie.
    private struct Node {
        /// The phrase that ends here, or -1.
        var phrase: Int32 = -1
        /// A bit for each word that goes on from here, by its hash: most words have none of them.
        var continuations: UInt64 = 0

        @inline(__always)
        static func bit(of word: UInt64) -> UInt64 { 1 << (word >> 58) }
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
    private(set) var startWords: [UInt64] = []

    /// The nodes of the trie that a word leads to from a node: as it is listed with ال in the upper half,
    /// as both its forms in the lower; 0 for none.
    private var edges = HashTable()
    /// The nodes of the trie; the first is the root.
    private var nodes = [Node()]
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
    @inline(__always)
    func match(in text: NewsText, at index: Int) -> Match? {
        let words = text.words.span
        if words[index].senses.contains(.topicStart),
            let nodes = edges[Self.edge(0, words[index].hash)],
            let found = longest(from: nodes, text, index)
        {
            return found
        }
        return words[index].readingCount == 1 ? nil : matchBehindProclitics(in: text, at: index)
    }

    /// The same of what is left of a word without proclitics.
    private func matchBehindProclitics(in text: NewsText, at index: Int) -> Match? {
        let readings = text.readings.span
        for number in text.words[index].placesOfReadings.dropFirst() {
            guard readings[number].senses.contains(.topicStart),
                let nodes = edges[Self.edge(0, readings[number].hash)],
                let found = longest(from: nodes, text, index)
            else { continue }
            return found
        }
        return nil
    }

    /// The longest phrase that goes on from the nodes that a word leads to.
    @inline(__always)
    private func longest(from nodes: UInt32, _ text: NewsText, _ index: Int) -> Match? {
        guard nodes >> 16 != 0 else { return longest(at: nodes, text, index) }
        let definite = longest(at: nodes >> 16, text, index)
        guard nodes & 0xFFFF != 0, let other = longest(at: nodes & 0xFFFF, text, index) else {
            return definite
        }
        return other.length > definite?.length ?? 0 ? other : definite
    }

    /// The longest phrase of those at and below a node, to which a word leads.
    @inline(__always)
    private func longest(at node: UInt32, _ text: NewsText, _ index: Int) -> Match? {
        let next = index + 1
        let words = text.words.span
        if next < words.count,
            nodes[Int(node)].continuations & Node.bit(of: words[next].hash) != 0,
            let rest = rest(from: node, text, next)
        {
            return Match(phrase: rest.phrase, length: rest.length + 1)
        }
        let phrase = Int(nodes[Int(node)].phrase)
        return phrase < 0 ? nil : Match(phrase: phrase, length: 1)
    }

    /// What of a phrase stands after the word that leads to a node.
    private func rest(from node: UInt32, _ text: NewsText, _ index: Int) -> Match? {
        guard text.words[index].before.isDisjoint(with: .breaks),
            let nodes = edges[Self.edge(node, text.words[index].hash)]
        else { return nil }
        return longest(from: nodes, text, index)
    }

    @inline(__always)
    private static func edge(_ node: UInt32, _ word: UInt64) -> UInt64 {
        (word ^ UInt64(node)) &* 0x9E37_79B9_7F4A_7C15 | 1
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
        for word in text.split(separator: "_") { node = step(from: node, by: String(word)) }
        if nodes[Int(node)].phrase < 0 {
            nodes[Int(node)].phrase = Int32(building.count)
            building.append([])
        }
        return Int(nodes[Int(node)].phrase)
    }

    /// The node that a word of a list leads to, new or known.
    private mutating func step(from node: UInt32, by word: String) -> UInt32 {
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
        if node == 0 { startWords += forms }
        let shift: UInt32 = isDefinite ? 16 : 0
        let known = (edges[Self.edge(node, forms[0])] ?? 0) >> shift & 0xFFFF
        if known != 0 { return known }
        let next = UInt32(nodes.count)
        precondition(next < 1 << 16)
        nodes.append(Node())
        for form in forms {
            nodes[Int(node)].continuations |= Node.bit(of: form)
            let key = Self.edge(node, form)
            edges[key] = (edges[key] ?? 0) | next << shift
        }
        return next
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
