/// An article that a story is recognised by.
struct StoryMember: Sendable {
    /// The article's record, by the caller's number.
    let record: Int
    /// What was read of it.
    let features: StoryFeatures
    /// Its day: of publication, else of arrival.
    let day: Int32
    /// The words as they are compared.
    let vector: StoryVector
}

/// An article's words, weighed: stems rising, the weights' squares adding up to one.
struct StoryVector: Sendable {
    private struct Word {
        let stem: UInt32
        let weight: Float
        /// Bits of surprise of a word of the headline, else 0.
        let titleBits: Float
    }

    /// How alike two articles are.
    struct Likeness: Comparable {
        /// Of all words, 0 to 1.
        var all: Float = 0
        /// The share of this one's headline that the other has.
        var titleHere: Float = 0
        /// The share of the other's headline that this has.
        var titleThere: Float = 0

        static func < (left: Likeness, right: Likeness) -> Bool { left.all < right.all }
    }

    private let words: [Word]
    private let titleBits: Float
    /// The heaviest words' stems with their weights, heaviest first: those that find it.
    let heaviest: [(stem: UInt32, weight: Float)]

    /// The words of `features`.
    ///
    /// - Parameter bits: The bits of surprise that a term has now, at most what it always has.
    init(of features: StoryFeatures, heaviest count: Int, bits: (StoryFeatures.Term) -> Float) {
        var words: [Word] = []
        words.reserveCapacity(features.terms.count)
        var squares: Float = 0
        var titleBits: Float = 0
        for term in features.terms {
            let now = bits(term)
            let weight = Float(term.weight) * now / Float(term.halfBits)
            squares += weight * weight
            if term.isInTitle { titleBits += now }
            words.append(
                Word(stem: term.stem, weight: weight, titleBits: term.isInTitle ? now : 0))
        }
        let length = squares > 0 ? squares.squareRoot() : 1
        self.titleBits = titleBits
        // The weight's bits rise with it, as it is not negative: one comparison orders both.
        heaviest = words.map { UInt64($0.weight.bitPattern) << 32 | UInt64(~$0.stem) }.sorted(by: >)
            .prefix(count).map { key in
                (~UInt32(truncatingIfNeeded: key), Float(bitPattern: UInt32(key >> 32)) / length)
            }
        self.words =
            words.map { Word(stem: $0.stem, weight: $0.weight / length, titleBits: $0.titleBits) }
            .sorted { $0.stem < $1.stem }
    }

    /// How alike this and another article are.
    func likeness(to other: StoryVector) -> Likeness {
        var likeness = Likeness()
        var (here, there) = (0, 0)
        while here < words.count, there < other.words.count {
            let (mine, theirs) = (words[here], other.words[there])
            if mine.stem == theirs.stem {
                likeness.all += mine.weight * theirs.weight
                likeness.titleHere += mine.titleBits
                likeness.titleThere += theirs.titleBits
                here += 1
                there += 1
            } else if mine.stem < theirs.stem {
                here += 1
            } else {
                there += 1
            }
        }
        // A headline without a word that says anything neither speaks for nor against.
        likeness.titleHere = titleBits > 0 ? likeness.titleHere / titleBits : 0.5
        likeness.titleThere =
            other.titleBits > 0 ? likeness.titleThere / other.titleBits : 0.5
        return likeness
    }
}

extension StoryVector.Likeness {
    /// Whether headline and body speak for one story.
    ///
    /// Settled by reading pairs of four days of 14 Saudi outlets: of pairs with .62 nearly all are one
    /// story, of those with .50 to .62 most, where the headlines agree too; below .5 it is mostly another
    /// side of a larger affair.
    var isOneStory: Bool {
        let (most, least) = (max(titleHere, titleThere), min(titleHere, titleThere))
        return all >= 0.5 && least >= 0.4 || all >= 0.62 && most >= 0.4 && least >= 0.2
            || all >= 0.8 && most >= 0.25
    }

    /// The same for two texts that share passages.
    var isOneStoryWithPassages: Bool {
        all >= 0.5 && max(titleHere, titleThere) >= 0.4 && min(titleHere, titleThere) >= 0.2
    }

    /// The same for a text that has most of the words of another.
    var isOneStoryWithMostWords: Bool {
        all >= 0.45 && max(titleHere, titleThere) >= 0.35
    }
}

extension StoryMember {
    /// Whether what both name speaks against one story: other places, and where a form makes all texts
    /// alike, other people, numbers or days.
    ///
    /// - Parameter sharesWords: Whether passages stand in both. Then a form that only one was taken for
    ///   is no sign.
    func contradicts(
        _ member: StoryMember, likeness: StoryVector.Likeness, sharesWords: Bool
    ) -> Bool {
        let (mine, theirs) = (features, member.features)
        if mine.formula != theirs.formula, !sharesWords { return true }
        let formula = mine.formula ?? theirs.formula
        let isFormula = formula != nil
        // Texts as alike as copies name the same places, whatever was found in them.
        guard isFormula || likeness.all < 0.75 else { return false }
        if Self.isDisjoint(mine.leadPlaces, theirs.places),
            Self.isDisjoint(theirs.leadPlaces, mine.places)
        {
            return true
        }
        guard isFormula else { return false }
        if abs(day - member.day) > 1 { return true }
        let shared = Self.shared(mine.numbers, theirs.numbers)
        let fewest = min(mine.numbers.count, theirs.numbers.count)
        if fewest >= 2, shared * 2 < fewest { return true }
        switch formula {
        case .weather, .market, .prayerTimes, .draw: return day != member.day && shared < 2
        default:
            let people =
                Self.isDisjoint(mine.leadPeople, theirs.people)
                && Self.isDisjoint(theirs.leadPeople, mine.people)
            return people || isOtherName(than: member)
        }
    }

    /// Whether each headline has strange words that the other article lacks: in a fixed form those are
    /// the names.
    private func isOtherName(than member: StoryMember) -> Bool {
        func strange(_ here: StoryFeatures, _ there: StoryFeatures) -> Bool {
            here.terms.contains { term in
                term.isInTitle && term.halfBits >= 19
                    && !there.terms.contains { $0.stem == term.stem }
            }
        }
        return strange(features, member.features) && strange(member.features, features)
    }

    /// Whether both have some and none in common.
    private static func isDisjoint(_ left: [UInt32], _ right: [UInt32]) -> Bool {
        !left.isEmpty && !right.isEmpty && shared(left, right) == 0
    }

    private static func shared(_ left: [UInt32], _ right: [UInt32]) -> Int {
        var count = 0
        for value in left where right.contains(value) { count += 1 }
        return count
    }
}
