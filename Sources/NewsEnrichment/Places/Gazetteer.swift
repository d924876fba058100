/// The places known by name.
///
/// Made once from ``GazetteerData``; a program has one. Looking a phrase up costs a probe a word.
struct Gazetteer: Sendable {
    /// What a name stands for.
    enum Kind: UInt8, Sendable {
        case country, city, region, facility
        /// A country, by an adjective: المغربي.
        case nisba
        /// No place: ريال مدريد.
        case none
    }

    /// How much a name needs beside it to be taken for a place.
    enum Tier: UInt8, Sendable {
        /// Nothing.
        case free
        /// A preposition or another place beside it, and its country elsewhere in the text.
        case guarded
        /// A word for its kind: مدينة العين.
        case triggered
        /// As guarded; the name comes from a source and nobody of us looked at it.
        case guardedFound
        /// As triggered, and its country elsewhere in the text.
        case triggeredFound

        /// Whether a list of ours has the name.
        var isListed: Bool { self == .free || self == .guarded || self == .triggered }
    }

    /// One place.
    struct Entry: Sendable {
        /// Its id in GeoNames; 0 if it has none.
        let geoNames: UInt32
        let kind: Kind
        let country: CountryCode
        let latitude: Double
        let longitude: Double
        /// In thousands; 0 if unknown.
        let population: UInt32
        /// The bytes of its first name in ``GazetteerData/places``.
        let name: Range<Int>
        /// The city an area or site is named for, as an index; -1 for none.
        var seat: Int32
    }

    /// One name of one place.
    struct Name: Sendable {
        /// The place's index.
        let entry: Int32
        let tier: Tier
        /// The next name of the same spelling; -1 if there is none.
        let next: Int32
    }

    static let shared = Gazetteer()

    /// Every place.
    private(set) var entries: [Entry] = []
    /// Every name.
    private(set) var names: [Name] = []
    private(set) var phrases = PhraseTable(capacity: 1 << 16)
    /// The hashes of words that begin a name of a place.
    private(set) var firstWords: [UInt64] = []
    /// The hashes of words that begin an adjective of a country.
    private(set) var firstNisbas: [UInt64] = []

    private init() {
        var reader = GazetteerReader()
        reader.readPlaces(into: &self)
        reader.readNisbas(into: &self)
    }

    /// The published name of a place.
    func name(of entry: Entry) -> String {
        GazetteerData.places.withUTF8Buffer {
            // Part of a literal: it needs no looking at.
            String(valid: $0.extracting(entry.name).span)
        }
    }

    /// Adds a place; returns its index.
    mutating func add(_ entry: Entry) -> Int32 {
        entries.append(entry)
        return Int32(truncatingIfNeeded: entries.count - 1)
    }

    /// Adds a name of the words with these hashes.
    mutating func add(_ words: some Collection<UInt64>, of entry: Int32, tier: Tier) {
        guard let first = words.first else { return }
        let slot = phrases.add(words)
        let head = phrases.nodes[slot].head
        var other = head
        while other >= 0 {
            // The same place again, by another spelling of the same key form.
            if names[Int(other)].entry == entry { return }
            other = names[Int(other)].next
        }
        names.append(Name(entry: entry, tier: tier, next: head))
        phrases.nodes[slot].head = Int32(truncatingIfNeeded: names.count - 1)
        if entries[Int(entry)].kind == .nisba {
            firstNisbas.append(first)
        } else {
            firstWords.append(first)
        }
    }

    /// Gives an area the city it is named for.
    mutating func setSeat(_ seat: Int32, of entry: Int32) { entries[Int(entry)].seat = seat }
}

/// An ISO 3166-1 code of two letters; 0 for none.
struct CountryCode: Hashable, Sendable {
    /// Both letters, the first in the high byte.
    let rawValue: UInt16

    static let none = CountryCode(rawValue: 0)

    /// The code as text; `nil` for none.
    var text: String? {
        self == .none ? nil : String(valid: letters.span)
    }

    /// Both letters, capitals.
    var letters: [2 of UInt8] { [UInt8(rawValue >> 8), UInt8(truncatingIfNeeded: rawValue)] }

    /// A code of two letters; `nil` for other texts.
    init?(_ text: String) {
        guard text.utf8.count == 2, let first = text.utf8.first, let last = text.utf8.last else {
            return nil
        }
        self.init(first, last)
    }

    /// A code of these letters.
    init(_ first: UInt8, _ second: UInt8) {
        rawValue = UInt16(first) << 8 | UInt16(second)
    }

    /// A code of these letters, as ``rawValue`` has them.
    init(rawValue: UInt16) { self.rawValue = rawValue }
}
