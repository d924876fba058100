/// What a text is compared by when stories are found: its rarest words, its numbers, who and where.
///
/// Some 350 bytes. Enough to find the text's story again after a restart, and no text.
public struct StoryFeatures: Hashable, Sendable {
    /// A word of the text.
    struct Term: Hashable, Sendable {
        /// Half the hash of its stem.
        let stem: UInt32
        /// How much it says of the text: how rare it is, and how often and where it stands. In 64ths.
        let weight: UInt16
        /// Twice the bits of surprise in it.
        let halfBits: UInt8
        /// Whether it stands in the headline; without one, in the first words.
        let isInTitle: Bool
    }

    /// The row an event belongs to, its number in it, and when and where it takes place.
    struct EventKey: Hashable, Sendable {
        /// Series and ordinal.
        let series: UInt64
        /// The day number of its first day, `Int32.min` if unknown.
        let day: Int32
        /// A hash of the place's ref, 0 if unknown.
        let place: UInt32

        /// Whether both are one event: date or place agree, and neither differs.
        func isSame(as key: EventKey) -> Bool {
            guard series == key.series else { return false }
            let (knowsDay, knowsPlace) = (
                day != .min && key.day != .min, place != 0 && key.place != 0
            )
            return (knowsDay || knowsPlace) && (!knowsDay || day == key.day)
                && (!knowsPlace || place == key.place)
        }
    }

    /// The weightiest words, weightiest first.
    var terms: [Term] = []
    /// The numbers of headline and lead, rising.
    var numbers: [UInt32] = []
    /// Hashes of the refs of places in headline and lead, rising.
    var leadPlaces: [UInt32] = []
    /// Those of all places, rising.
    var places: [UInt32] = []
    /// Hashes of the refs of people in headline and lead, rising.
    var leadPeople: [UInt32] = []
    /// Those of all people, rising.
    var people: [UInt32] = []
    /// The form it is written in, if news of that form is all alike.
    var formula: StoryFormula?
    /// The day number of its publication, `Int32.min` if unknown.
    var day: Int32 = .min
    /// Its main event, if that is one of a row.
    var event: EventKey?

    /// A text of which nothing is known: it belongs to a story only through its words in another text.
    public init() {}

    /// Whether there are enough words to compare.
    var isComparable: Bool { terms.count >= 8 }
}
