/// The names that articles have introduced by a title, with how many articles did.
///
/// A name that two articles introduced is known from then on, and is found without a title, whatever
/// its words are. A value with one owner; ``known`` is what others read. It is made again by learning
/// from stored sightings in their order.
public struct NameMemory: Sendable {
    /// How many names are remembered at most.
    public let capacity: Int
    /// How many articles must have introduced a name before it is known.
    public static let leastArticles = 2

    private var names: [String: (articles: Int, lastSeen: Int)] = [:]
    private var clock = 0

    /// An empty memory.
    ///
    /// - Parameter capacity: At least 1. Beyond it the names that fewest articles introduced are
    ///   forgotten, of those the ones not seen for longest.
    public init(capacity: Int = 50_000) {
        precondition(capacity > 0)
        self.capacity = capacity
    }

    /// How many names are remembered.
    public var count: Int { names.count }

    /// Takes in what one article introduces.
    public mutating func learn(_ sighting: NameSighting) {
        guard !sighting.names.isEmpty else { return }
        clock += 1
        for name in sighting.names {
            names[name] = (articles: (names[name]?.articles ?? 0) + 1, lastSeen: clock)
        }
        // A tenth at a time, so that the order is not looked at for every article.
        if names.count > capacity { forget(names.count - capacity + capacity / 10) }
    }

    /// What is known now. Takes time linear in the names.
    public var known: KnownNames {
        KnownNames(names.filter { $0.value.articles >= Self.leastArticles }.map(\.key))
    }

    private mutating func forget(_ count: Int) {
        let order = names.sorted {
            ($0.value.articles, $0.value.lastSeen, $0.key)
                < ($1.value.articles, $1.value.lastSeen, $1.key)
        }
        for name in order.prefix(count) { names[name.key] = nil }
    }
}

/// The names that an article introduces by a title, an office or a courtesy.
public struct NameSighting: Hashable, Sendable {
    /// The names, two words or more each, in the order of the text.
    public let names: [String]

    /// What `findings` introduce.
    public init(of findings: Findings) {
        names = findings.people.filter { person in
            Self.rules.contains(person.reason.rule) && person.name.utf8.contains(0x20)
        }.map(\.name)
    }

    /// What was stored as ``bytes``.
    public init(bytes: [UInt8]) {
        names = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The names as they are stored: one a line.
    public var bytes: [UInt8] { Array(names.joined(separator: "\n").utf8) }

    /// The rules by which a name is introduced.
    private static let rules: Set<String> = [
        "person.honorificName", "person.titleName", "person.officeName",
    ]
}

/// The names that are known, for looking them up word by word.
public struct KnownNames: Sendable {
    /// No names.
    public static let none = KnownNames([])

    /// How many words a name that is looked up may have.
    static let longest = 8

    /// The hashes of names and of all their beginnings; 1 for a whole name.
    private var phrases = HashTable()
    /// Whether no name is known.
    private(set) var isEmpty = true
    /// The first words of the names, a bit each by their hash: small enough to stay near, for every
    /// word of every article asks.
    private var firstWords = [UInt64](repeating: 0, count: 1024)

    /// The names of a list, in any spelling that folds to the key form.
    public init(_ names: [String]) {
        for name in names {
            let words = WordHash.all(of: name)
            guard words.count > 1, words.count <= Self.longest else { continue }
            isEmpty = false
            let (slot, bit) = Self.place(of: words[0])
            firstWords[slot] |= bit
            var phrase = PhraseHash()
            for word in words {
                phrase.append(word)
                if phrases[phrase.value] == nil { phrases[phrase.value] = 0 }
            }
            phrases[phrase.value] = 1
        }
    }

    @inline(__always)
    private static func place(of hash: UInt64) -> (slot: Int, bit: UInt64) {
        let number = hash >> 48
        return (Int(number >> 6), 1 << (number & 63))
    }

    /// Whether a name may begin with a word, as one of its readings.
    func mayBegin(with word: Word, in text: NewsText) -> Bool {
        let first = Int(word.firstReading)
        for reading in first..<first + Int(word.readingCount) {
            let (slot, bit) = Self.place(of: text.readings[reading].hash)
            if firstWords[slot] & bit != 0 { return true }
        }
        return false
    }

    /// The end of the longest known name from a word.
    func end(at index: Int, in text: NewsText, reading: WordReading) -> Int? {
        var phrase = PhraseHash()
        phrase.append(reading.hash)
        var found: Int?
        var end = index + 1
        let limit = min(text.words.count, index + Self.longest)
        while let node = phrases[phrase.value] {
            if node == 1 { found = end }
            guard end < limit, text.words[end].before.isEmpty else { break }
            phrase.append(text.words[end].hash)
            end += 1
        }
        return found
    }
}
