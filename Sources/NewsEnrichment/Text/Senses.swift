/// What the lexicon knows of a word: the classes whose lists have it.
///
/// A class says what a word can be, never what it is in its place.
struct Senses: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    private static func bit(_ index: UInt64) -> Senses { Senses(rawValue: 1 << index) }

    // Grammar: words that belong to no name.
    /// Prepositions that are words: من، إلى، على، في، عن، مع، بين، خلال، بعد …
    static let preposition = bit(0)
    /// Conjunctions and particles: أن، إن، أو، ثم، لكن، كما، حيث، قد، لم، لن، سوف …
    static let particle = bit(1)
    /// Pronouns and demonstratives: هو، هذه، ذلك …
    static let pronoun = bit(2)
    /// Relatives: الذي، التي، الذين، ما، من …
    static let relative = bit(3)
    /// Verbs that often follow a name: تم، يقوم، شارك …
    static let verb = bit(4)
    /// Adverbs and quantifiers: أيضا، فقط، جميع، كل، بعض …
    static let adverb = bit(5)

    // Saying.
    /// Verbs of saying, any form: قال، أكدت، يقول.
    static let sayingVerb = bit(6)
    /// Participles of saying: قائلا، مؤكدا، مشيرا.
    static let sayingParticiple = bit(7)
    /// حسب، وفق، نقلا.
    static let accordingTo = bit(8)

    // People.
    /// السيد، سمو، معالي، فضيلة.
    static let honorific = bit(9)
    /// Titles that stand before a name: الدكتور، الشيخ، اللواء، الملك.
    static let title = bit(10)
    /// Heads of an office phrase: رئيس، وزير، مدير، أمين، والي.
    static let officeNoun = bit(11)
    /// Given names.
    static let givenName = bit(12)
    /// Family names.
    static let familyName = bit(13)
    /// بن، ابن، آل، أبو، بنت، عبد.
    static let nameParticle = bit(14)
    /// Words that are a name or another word: كريم، سعيد، أمل.
    static let ambiguousName = bit(15)

    // Organisations.
    /// Nouns that give a body away: وزارة، لجنة، شركة.
    static let orgTrigger = bit(16)
    /// First word of a body known by its name: حماس، اليونسكو.
    static let orgName = bit(17)
    /// First word of a person known by the whole name: بان كي مون.
    static let knownPerson = bit(41)
    /// Names and adjectives of countries: what tells a body's.
    static let countryWord = bit(42)
    /// Adjectives that belong to names of bodies: الوطني، العامة، العليا، الدولي.
    static let orgAdjective = bit(18)

    // Places.
    /// First word of a name in the gazetteer.
    static let placeStart = bit(19)
    /// مدينة، ولاية، محافظة، إقليم، قرية.
    static let placeTrigger = bit(20)
    /// ميناء، مطار، ملعب، معبر.
    static let facilityTrigger = bit(21)
    /// شمال، جنوب، شرقي.
    static let direction = bit(22)
    /// Adjectives of countries and cities: المغربي، الإسبانية.
    static let nisba = bit(23)

    // Times.
    static let month = bit(24)
    static let weekday = bit(25)
    /// يوم، شهر، سنة، أسبوع، صباح، الماضي.
    static let timeNoun = bit(26)
    /// Numbers as words.
    static let numberWord = bit(27)
    /// الأولى، الثاني، الثالثة عشرة.
    static let ordinal = bit(28)
    /// Any word that the parser of dates knows: days, numbers, قبل، في، الماضي.
    static let dateWord = bit(57)

    // Events, recommendations, topics.
    /// ندوة، مؤتمر، قمة، مهرجان.
    static let eventNoun = bit(29)
    /// انعقدت، اختتم، احتضنت.
    static let eventVerb = bit(30)
    /// شعار، عنوان، موضوع.
    static let themeNoun = bit(31)
    /// أوصى، دعا، طالب، اتفق.
    static let recommendVerb = bit(32)
    /// قرر، صادق، وافق.
    static let decisionVerb = bit(33)
    /// First word of a phrase that shows a topic.
    static let topicStart = bit(34)
    /// Never part of a keyphrase.
    static let keyphraseStop = bit(35)
    /// أب، أخ، زوجة، نجل، شقيق.
    static let kinship = bit(36)
    /// Groups of people: المواطنين، السكان، الخبراء.
    static let groupNoun = bit(37)
    /// An office in the plural or dual: المديران، وزراء.
    static let officePlural = bit(38)
    /// A word of a publisher or agency: وكالة، صحيفة، واس.
    static let medium = bit(39)
    // Names of people and bodies.
    /// Words that news uses as something other than a name.
    static let commonWord = bit(40)
    /// Areas that are named for a city but are none: ولاية، محافظة، إقليم. Place triggers too.
    static let regionTrigger = bit(50)
    /// What stands before a place: في، إلى، قرب، شمال.
    static let locative = bit(51)
    /// What makes a place the name of a club, paper or school: شبيبة، صحيفة، جامعة.
    static let clubWord = bit(52)
    /// What an event does where it takes place: انعقدت، احتضنت.
    static let heldVerb = bit(53)
    /// What takes place: ندوة، انفجار، مباراة.
    static let heldNoun = bit(54)
    /// After it stands the name of a place, known or not: قرية، معتمدية، حي، معبر.
    static let namingTrigger = bit(55)
    /// Words of sport: مباراة، لاعب، الدوري.
    static let sportWord = bit(56)
    /// A word of ``ReportLexicon``: it has a ``ReportClass``.
    static let reportWord = bit(58)
    // 43 to 49 and 59 to 63 are free: claim one here, with its meaning, when a rule needs it. A test
    // holds that no two classes have one.

    /// Whether no list has the word but those of reports and of countries.
    var isUnlisted: Bool { isSubset(of: [.reportWord, .countryWord]) }

    /// Words that stand in no name and no noun phrase.
    static let functionWords: Senses = [
        .preposition, .particle, .pronoun, .relative, .verb, .adverb, .sayingVerb,
        .sayingParticiple, .accordingTo,
    ]
}
