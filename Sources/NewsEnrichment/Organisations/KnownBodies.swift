/// Bodies known by their names, with no noun that gives them away.
struct KnownBodies: Sendable {
    static let shared = KnownBodies(knownBodies, clubs: clubNames, senses: .orgName)
    /// People that are known so.
    static let people = KnownBodies(knownPeople, clubs: "", senses: .knownPerson)

    /// What is known of a body besides its name.
    struct Body: Sendable {
        let country: CountryCode
        /// Whether it is a club whose name is another word as well.
        let isClub: Bool
    }

    private var bodies: [Body] = []
    /// The names; the head of each is the index of its body.
    private var names: PhraseTable
    /// The first words of the names.
    private(set) var firstWords: [(hash: UInt64, senses: Senses)] = []

    /// The bodies of two lists: one a line, its country after a stroke.
    init(_ list: StaticString, clubs: StaticString, senses: Senses) {
        let listed = Self.read(list, isClub: false) + Self.read(clubs, isClub: true)
        names = PhraseTable(words: listed.reduce(0) { $0 + $1.words.count })
        for (words, body) in listed {
            let slot = names.add(words)
            guard names.nodes[slot].head < 0 else { continue }
            names.nodes[slot].head = Int32(truncatingIfNeeded: bodies.count)
            bodies.append(body)
            firstWords.append((words[0], senses))
        }
    }

    private static func read(
        _ list: StaticString, isClub: Bool
    ) -> [(words: [UInt64], body: Body)] {
        list.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }.split(separator: "\n")
            .compactMap { line in
                let parts = line.split(separator: "|")
                let words = WordHash.all(of: String(parts.first ?? ""))
                let country = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
                let body = Body(country: CountryCode(country) ?? .none, isClub: isClub)
                return words.isEmpty ? nil : (words, body)
            }
    }

    /// The body of the longest name that starts at a word, and the end of the name.
    func body(at index: Int, in text: NewsText, reading: WordReading) -> (body: Body, end: Int)? {
        var phrase = PhraseHash()
        phrase.append(reading.hash)
        var found: (head: Int32, end: Int)?
        var end = index + 1
        while let node = names.node(of: phrase.value) {
            if node.head >= 0 { found = (node.head, end) }
            guard node.continues, end < text.words.count,
                text.words[end].before.isDisjoint(with: .breaks)
            else { break }
            phrase.append(text.words[end].hash)
            end += 1
        }
        return found.map { (bodies[Int($0.head)], $0.end) }
    }

    /// The end of the name that starts at a word, read whole.
    func end(ofNameAt index: Int, in text: NewsText) -> Int? {
        let word = text.words[index]
        guard word.senses.contains(.orgName) else { return nil }
        return body(at: index, in: text, reading: text.readings[Int(word.firstReading)])?.end
    }
}
