/// Bodies known by their names, with no noun that gives them away.
struct KnownBodies: Sendable {
    static let shared = KnownBodies(knownBodies, clubs: clubNames)
    /// People that are known so.
    static let people = KnownBodies(knownPeople, clubs: "")

    /// A body: the hashes of the words of its name, and its country.
    struct Body: Sendable {
        let words: [UInt64]
        let country: String?
        /// Whether it is a club whose name is another word as well.
        let isClub: Bool
    }

    /// The bodies of each first word, the longest name first.
    private let bodies: WordTable<[Body]>
    /// The first words of the names.
    let firstWords: [(hash: UInt64, senses: Senses)]

    /// The bodies of two lists: one a line, its country after a stroke.
    init(_ list: StaticString, clubs: StaticString) {
        var found: [UInt64: [Body]] = [:]
        Self.add(list, isClub: false, to: &found)
        Self.add(clubs, isClub: true, to: &found)
        bodies = WordTable(found.mapValues { $0.sorted { $0.words.count > $1.words.count } })
        firstWords = found.keys.map { ($0, .orgName) }
    }

    private static func add(
        _ list: StaticString, isClub: Bool, to found: inout [UInt64: [Body]]
    ) {
        let lines = list.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
            .split(separator: "\n")
        for line in lines {
            let parts = line.split(separator: "|")
            guard let name = parts.first else { continue }
            let words = WordHash.all(of: String(name))
            guard let first = words.first else { continue }
            let country = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : nil
            found[first, default: []].append(
                Body(words: words, country: country, isClub: isClub))
        }
    }

    /// The body whose name starts at a word.
    func body(at index: Int, in text: NewsText, reading: WordReading) -> Body? {
        bodies[reading.hash]?.first { body in
            guard index + body.words.count <= text.words.count else { return false }
            for offset in body.words.indices.dropFirst() {
                let word = text.words[index + offset]
                guard word.hash == body.words[offset], word.before.isDisjoint(with: .breaks) else {
                    return false
                }
            }
            return true
        }
    }

    /// The end of the name that starts at a word.
    func end(at index: Int, in text: NewsText, reading: WordReading?) -> Int? {
        let word = text.words[index]
        guard word.senses.contains(.orgName) else { return nil }
        let whole = text.readings(of: word).first
        guard let reading = reading ?? whole,
            let body = body(at: index, in: text, reading: reading)
        else { return nil }
        return index + body.words.count
    }
}
