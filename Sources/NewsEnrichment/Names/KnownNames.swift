/// The names that are known, for looking them up word by word.
///
/// A copy shares what it was made with: to add a name after that copies 32 KB and the names added
/// lately; all of them are copied only now and then.
public struct KnownNames: Sendable {
    /// No names.
    public static let none = KnownNames()

    /// How many words a name that is looked up may have.
    static let longest = 8

    /// The hashes of names and of all their beginnings; `true` for a whole name.
    private var settled: [UInt64: Bool] = [:]
    /// Those of the names added lately.
    private var recent: [UInt64: Bool] = [:]
    private static let recentCapacity = 1024

    /// A bit for each first word, so that nearly every other word costs one look.
    private var firstWords = [UInt64](repeating: 0, count: 1 << 12)
    /// Whether there are none.
    private(set) var isEmpty = true

    /// No names.
    public init() {}

    /// The names of a list, in any spelling that folds to the key form.
    public init(_ names: some Sequence<String>) {
        for name in names { insert(name) }
    }

    /// Adds a name of two to eight words, in any spelling that folds to the key form. Of other names
    /// no text would be found to speak, and they are left out.
    public mutating func insert(_ name: String) {
        let words = WordHash.all(of: name)
        guard words.count > 1, words.count <= Self.longest else { return }
        let place = Self.place(of: words[0])
        firstWords[place.index] |= place.bit
        isEmpty = false
        var phrase = PhraseHash()
        for word in words {
            phrase.append(word)
            if recent[phrase.value] == nil { recent[phrase.value] = false }
        }
        recent[phrase.value] = true
        guard recent.count > Self.recentCapacity else { return }
        settled.merge(recent) { $0 || $1 }
        recent = [:]
    }

    /// Whether a name may begin with the word of this hash.
    @inline(__always)
    func mayBegin(with hash: UInt64) -> Bool {
        let place = Self.place(of: hash)
        return firstWords[place.index] & place.bit != 0
    }

    /// The same for a word, read in any of its ways.
    @inline(__always)
    func mayBegin(with word: Word, in text: NewsText) -> Bool {
        !isEmpty && text.readings(of: word).contains { mayBegin(with: $0.hash) }
    }

    /// The end of the longest known name from a word, read in one of its ways.
    func end(at index: Int, in text: NewsText, reading: WordReading) -> Int? {
        guard mayBegin(with: reading.hash) else { return nil }
        var phrase = PhraseHash()
        phrase.append(reading.hash)
        var found: Int?
        var end = index + 1
        while end < text.words.count, end - index < Self.longest, text.words[end].before.isEmpty,
            settled[phrase.value] != nil || recent[phrase.value] != nil
        {
            phrase.append(text.words[end].hash)
            end += 1
            if settled[phrase.value] == true || recent[phrase.value] == true { found = end }
        }
        return found
    }

    @inline(__always)
    private static func place(of word: UInt64) -> (index: Int, bit: UInt64) {
        (Int(truncatingIfNeeded: word >> 8 & 0xFFF), 1 << (word >> 20 & 0x3F))
    }
}
