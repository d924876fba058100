/// The month names of all Arabic dialects, by the hash of their folded spelling.
struct MonthNames: Sendable {
    /// How surely a word is a month.
    enum Certainty: Sendable {
        /// The word has no other use in news.
        case certain
        /// A month beside a number, another month or شهر.
        case doubtful
        /// As doubtful, and only if written with a madda: آب is not أب.
        case doubtfulWithMadda
        /// The first of two words, such as كانون.
        case firstOfTwo
    }

    /// One spelling.
    struct Name: Sendable {
        let certainty: Certainty
        /// The hash every spelling of the month gets. For the first of two words, that of the month
        /// named with الأول; the next month, with الثاني, follows.
        let canonical: UInt64
        let canonicalSecond: UInt64
    }

    static let shared = MonthNames()

    /// Spellings in folded form, January first; the first of each is the canonical one.
    private static let certain: [[String]] = [
        ["يناير", "جانفي"], ["فبراير", "فيفري", "شباط"], ["مارس", "اذار"],
        ["ابريل", "افريل", "نيسان"], ["مايو", "ماي", "مايس", "ايار"],
        ["يونيو", "يونيه", "يونية", "جوان", "حزيران"],
        ["يوليو", "يوليه", "يولية", "يوليوز", "جويلية", "جويليه", "تموز"],
        ["اغسطس", "غشت", "اوت", "اب"], ["سبتمبر", "شتنبر", "سيبتمبر", "ايلول"],
        ["اكتوبر", "اكتوبير"], ["نوفمبر", "نونبر"], ["ديسمبر", "دجنبر"],
    ]
    private static let doubtful: Set<String> = ["نيسان", "جوان", "ماي", "مايس"]
    /// Particles written onto a name.
    private static let particles = ["", "و", "ب", "ل", "ف", "وب", "ول"]

    private let slots: [UInt64]
    private let names: [Name?]
    private let mask = 1023

    /// What precedes a month to say that it is one.
    let monthWords: Set<UInt64> = Set(
        ["شهر", "شهري", "بشهر", "لشهر", "وشهر", "الشهر"].map { WordHasher.hash(of: $0) })
    /// Every canonical hash.
    let canonicals: Set<UInt64>
    let firstOrdinals: Set<UInt64> = Set(["الاول", "اول"].map { WordHasher.hash(of: $0) })
    let secondOrdinals: Set<UInt64> = Set(["الثاني", "ثاني"].map { WordHasher.hash(of: $0) })

    private init() {
        var slots = [UInt64](repeating: 0, count: 1024)
        var names = [Name?](repeating: nil, count: 1024)
        var canonicals: Set<UInt64> = []
        func add(_ spelling: String, _ name: Name) {
            let hash = WordHasher.hash(of: spelling)
            var slot = Int(truncatingIfNeeded: hash) & 1023
            while slots[slot] != 0 { slot = (slot + 1) & 1023 }
            slots[slot] = hash
            names[slot] = name
        }
        for particle in Self.particles {
            for spellings in Self.certain {
                let canonical = WordHasher.hash(of: particle + spellings[0])
                canonicals.insert(canonical)
                for spelling in spellings.dropFirst() {
                    let certainty: Certainty =
                        spelling == "اب"
                        ? .doubtfulWithMadda
                        : Self.doubtful.contains(spelling) ? .doubtful : .certain
                    add(
                        particle + spelling,
                        Name(certainty: certainty, canonical: canonical, canonicalSecond: 0))
                }
            }
            for (first, months) in [
                ("تشرين", ("اكتوبر", "نوفمبر")), ("كانون", ("ديسمبر", "يناير")),
            ] {
                add(
                    particle + first,
                    Name(
                        certainty: .firstOfTwo,
                        canonical: WordHasher.hash(of: particle + months.0),
                        canonicalSecond: WordHasher.hash(of: particle + months.1)))
            }
        }
        self.slots = slots
        self.names = names
        self.canonicals = canonicals
    }

    /// The month name with this hash, if it is not the canonical one already.
    @inline(__always)
    func name(of hash: UInt64) -> Name? {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            if slots[slot] == hash { return names[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
