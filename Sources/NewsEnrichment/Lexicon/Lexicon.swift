internal import ArabicDates
internal import ArabicText

/// What is known of single words, by the hash of their key form: one probe a reading.
///
/// Built once from the lists of every part, some milliseconds; share it.
struct Lexicon: Sendable {
    static let shared = Lexicon(
        lists: grammarWords + timeWords + placeWords + nameWords + sayingWords
            + [keyphraseStopWords],
        hashes: known + dateWords)

    /// What the parts know by their own tables.
    private static var known: [(hash: UInt64, senses: Senses)] {
        let places =
            Gazetteer.shared.firstWords.map { (hash: $0, senses: Senses.placeStart) }
            + Gazetteer.shared.firstNisbas.map { (hash: $0, senses: Senses.nisba) }
        let topics = TopicTable.shared.startWords.map { (hash: $0, senses: Senses.topicStart) }
        return places + topics + KnownBodies.shared.firstWords + KnownBodies.people.firstWords
            + CountryWords.shared.hashes.map { (hash: $0, senses: Senses.countryWord) }
            + SayingVerbs.shared.senses
            + RecommendVerbs.shared.senses + EventLexicon.shared.known
            + ReportLexicon.shared.known
    }

    /// The words of the dates' own table, with and without the article.
    private static var dateWords: [(hash: UInt64, senses: Senses)] {
        DateParser.vocabulary.flatMap { [$0, "ال" + $0] }.map { (WordHash.of($0), .dateWord) }
    }

    /// What is known of a word; a free slot has no hash.
    private struct Slot {
        var hash: UInt64 = 0
        var senses: Senses = []
    }

    /// Open addressing; a power of two of slots, at least half of them free.
    private let slots: [Slot]

    /// A lexicon of these lists, and of words that a part knows by their hashes.
    init(lists: [WordList], hashes known: [(hash: UInt64, senses: Senses)]) {
        var found: [UInt64: Senses] = [:]
        for list in lists {
            let keys = KeyWords(
                of: list.words.withUTF8Buffer { String(decoding: $0, as: UTF8.self) })
            for word in keys.words {
                var hash = WordHash()
                for letter in keys.letters[Int(word.firstLetter)..<Int(word.endLetter)].reversed() {
                    hash.prepend(letter)
                }
                found[hash.value, default: []].formUnion(list.senses)
                if list.article == .either {
                    hash.prepend(Letter.lam)
                    hash.prepend(Letter.alef)
                    found[hash.value, default: []].formUnion(list.senses)
                }
            }
        }
        for word in known { found[word.hash, default: []].formUnion(word.senses) }
        var capacity = 1024
        while capacity < found.count * 2 { capacity *= 2 }
        var slots = [Slot](repeating: Slot(), count: capacity)
        for (hash, senses) in found {
            var slot = Int(truncatingIfNeeded: hash >> 1) & (capacity - 1)
            while slots[slot].hash != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = Slot(hash: hash, senses: senses)
        }
        self.slots = slots
    }

    /// What is known of the word with this hash; empty for an unknown one.
    @inline(__always)
    func senses(of hash: UInt64) -> Senses {
        let slots = slots.span
        let mask = slots.count &- 1
        var index = Int(truncatingIfNeeded: hash >> 1) & mask
        while slots[unchecked: index].hash != hash, slots[unchecked: index].hash != 0 {
            index = (index &+ 1) & mask
        }
        return slots[unchecked: index].senses
    }
}

/// Letters that rules look at, in key form.
enum Letter {
    static let wawHamza: UInt16 = 0x624
    static let alef: UInt16 = 0x627
    static let beh: UInt16 = 0x628
    static let tehMarbuta: UInt16 = 0x629
    static let teh: UInt16 = 0x62A
    static let seen: UInt16 = 0x633
    static let feh: UInt16 = 0x641
    static let kaf: UInt16 = 0x643
    static let lam: UInt16 = 0x644
    static let meem: UInt16 = 0x645
    static let noon: UInt16 = 0x646
    static let heh: UInt16 = 0x647
    static let waw: UInt16 = 0x648
    static let yeh: UInt16 = 0x64A
}
