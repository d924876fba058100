/// Classes of words that only rules of quotations and recommendations ask for, and only beside a verb:
/// they need no place in ``Senses``, which is looked up for every word.
struct ReportClass: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    private static func bit(_ index: UInt64) -> ReportClass { ReportClass(rawValue: 1 << index) }

    /// What opens a reported clause: أن، إن، أنه، بأن.
    static let clauseOpener = bit(0)
    /// Nouns that carry what is reported: أكد أهمية، أعرب عن تضامنه.
    static let reportedNoun = bit(1)
    /// In وفق قوله they only say again whose words it was.
    static let ownSaying = bit(2)
    /// The person spoken of, with courtesy: سموه، معاليه.
    static let courtesy = bit(3)
    /// Nouns whose name stands in quotation marks: تنظيم، صحيفة.
    static let namingNoun = bit(4)
    /// Works that have a title: فيلم، كتاب.
    static let workNoun = bit(5)
    /// What shows something without saying it: معطيات، مؤشرات.
    static let noSpeaker = bit(6)
    /// How something is said: ساخرا، ردا.
    static let manner = bit(7)
    /// Before أن they make another conjunction or a modal of it: بعد أن، يمكن أن.
    static let blocker = bit(8)
    /// Before أن they open a clause of the reporter: إلا أن، غير أن.
    static let contrast = bit(9)
    /// What can stand first in a subject: عدد من الأهالي.
    static let quantifier = bit(10)
    /// After a preposition they make an adverb of it: على هامش، من جهته.
    static let adverbHead = bit(11)
    /// With ب they make an adverb: بهذه المناسبة.
    static let baAdverb = bit(12)
    /// What may stand before a verb that opens a clause without a subject.
    static let clauseStart = bit(13)
    /// A verb after one of them is not what somebody says: لم يقل.
    static let negation = bit(14)
    /// A verb after one of them tells of whom the words before were: وفق ما أكد.
    static let attribution = bit(15)
    /// بيان قال فيه: the subject is that of the sentence.
    static let therein = bit(16)
    /// A subject that stands before its verb begins after one of them.
    static let subjectOpener = bit(17)
    /// Adjectives of offices that are words of time, too: المدير العام.
    static let general = bit(18)
    /// قوله after نقل عن فلان.
    static let ownWords = bit(19)
    /// What opens a clause and is no part of the one before.
    static let conjunction = bit(20)
    /// Between a subject and its verb: كان الوزير قد قال.
    static let already = bit(21)
    /// Verbal nouns of what can be decided: إنشاء، تعزيز، تأجيل.
    static let action = bit(22)
    /// Bodies that are made: لجنة، صندوق.
    static let bodyNoun = bit(23)
    /// مخطط، برنامج.
    static let planNoun = bit(24)
    /// توصيات، مقررات.
    static let recommendation = bit(25)
    /// Before a verb they tell of another time: كان قد قرر.
    static let past = bit(26)
    /// Decisions without a subject.
    static let passive = bit(27)
    /// To whom something is told: للصحفيين.
    static let told = bit(40)
    /// Occasions of speaking: تصريح، لقاء.
    static let talk = bit(41)
    /// Whoever was named before: المصدر ذاته.
    static let source = bit(42)
    /// Papers that speak for the body that issued them: بلاغ لوزارة الداخلية.
    static let paper = bit(43)
    /// What nobody but who speaks can begin with: `وقال لم نتلق شيئا`.
    static let speechOpener = bit(44)
    /// What a report is about, before its verb: `وعن التعاقدات قال`.
    static let topicOpener = bit(45)
    /// Those who meet and decide: المشاركون.
    static let participant = bit(28)
    /// What weighs a recommendation without being it: أهمية، ضرورة.
    static let weight = bit(29)
    /// Verbs that tell what recommendations hold: همت، شملت.
    static let content = bit(30)
    /// الدعوة إلى.
    static let call = bit(31)
    /// بالإضافة إلى، فضلا عن: the first word.
    static let joint = bit(32)
    /// The second word.
    static let jointEnd = bit(33)
    /// يتعلق الأمر ب.
    static let concern = bit(34)
    /// Verbal nouns of making a body: إحداث، إنشاء.
    static let creation = bit(35)
    /// لجن، لجان.
    static let committees = bit(36)
    /// تتبع، متابعة.
    static let following = bit(37)
}

/// The classes of words by the hash of their key form.
struct ReportLexicon: Sendable {
    static let shared = ReportLexicon(lists: reportWords)

    private let hashes: [UInt64]
    private let classes: [ReportClass]
    private let mask: Int

    private init(lists: [ReportWordList]) {
        var found: [UInt64: ReportClass] = [:]
        for list in lists {
            let words = list.words.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
            for hash in WordHash.all(of: words) { found[hash, default: []].formUnion(list.classes) }
            guard list.takesArticle else { continue }
            let definite = words.split { $0.isWhitespace }.map { "ال" + $0 }
            for hash in WordHash.all(of: definite.joined(separator: " ")) {
                found[hash, default: []].formUnion(list.classes)
            }
        }
        var capacity = 1024
        while capacity < found.count * 2 { capacity *= 2 }
        var hashes = [UInt64](repeating: 0, count: capacity)
        var classes = [ReportClass](repeating: [], count: capacity)
        for (hash, value) in found {
            var slot = Int(truncatingIfNeeded: hash >> 1) & (capacity - 1)
            while hashes[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            hashes[slot] = hash
            classes[slot] = value
        }
        self.hashes = hashes
        self.classes = classes
        mask = capacity - 1
    }

    /// Every word, for the table that all parts share.
    var known: [(hash: UInt64, senses: Senses)] {
        hashes.filter { $0 != 0 }.map { ($0, .reportWord) }
    }

    /// The classes of the word with this hash. Most have none: ask it only of words whose senses say so.
    @inline(__always)
    func classes(of hash: UInt64) -> ReportClass {
        var slot = Int(truncatingIfNeeded: hash >> 1) & mask
        while hashes[slot] != 0 {
            if hashes[slot] == hash { return classes[slot] }
            slot = (slot + 1) & mask
        }
        return []
    }
}

/// A list of words of one class.
struct ReportWordList: Sendable {
    let classes: ReportClass
    /// Whether the words are meant with ال, too.
    let takesArticle: Bool
    let words: StaticString

    init(_ classes: ReportClass, article: Bool = false, _ words: StaticString) {
        self.classes = classes
        takesArticle = article
        self.words = words
    }
}

extension Word {
    /// The classes of the whole word.
    @inline(__always)
    var reportClass: ReportClass {
        senses.contains(.reportWord) ? ReportLexicon.shared.classes(of: hash) : []
    }
}

extension WordReading {
    /// The classes of the word without its proclitics.
    @inline(__always)
    var reportClass: ReportClass {
        senses.contains(.reportWord) ? ReportLexicon.shared.classes(of: hash) : []
    }
}

extension NewsText {
    /// The first reading of a word that is in one of these classes.
    func reading(of word: Word, as classes: ReportClass) -> WordReading? {
        guard word.anySenses.contains(.reportWord) else { return nil }
        return readings(of: word).first { !$0.reportClass.isDisjoint(with: classes) }
    }

    /// The classes of all readings of a word.
    func reportClasses(of word: Word) -> ReportClass {
        guard word.anySenses.contains(.reportWord) else { return [] }
        let readings = readings.span
        var classes: ReportClass = []
        for place in word.placesOfReadings { classes.formUnion(readings[place].reportClass) }
        return classes
    }

    /// Whether a reading of a word is in one of these classes.
    func has(_ classes: ReportClass, _ word: Word) -> Bool {
        !reportClasses(of: word).isDisjoint(with: classes)
    }
}
