/// Verbs that report what somebody said, in the forms news uses, by the hash of each form.
///
/// The rows below are ours. A row gives the perfect, the imperfect and the participle of one verb;
/// gender and number are derived, since Arabic derives them regularly in the third person.
struct SayingVerbs: Sendable {
    static let shared = SayingVerbs()

    private var numbers = HashTable()
    private var entries: [(hash: UInt64, verb: SayingVerb)] = []

    private init() {
        for row in sayingRows {
            for (form, verb) in row.forms {
                // The first row that has a form keeps it: أبان and بان never share one, ذكر and ذكّر do.
                let hash = WordHash.of(form)
                guard numbers[hash] == nil else { continue }
                numbers[hash] = UInt32(entries.count)
                entries.append((hash, verb))
            }
        }
    }

    /// The verb that a form belongs to. Ask it only of words whose senses say that there is one.
    func verb(of hash: UInt64) -> SayingVerb? { numbers[hash].map { entries[Int($0)].verb } }

    /// What the lexicon is to know of the forms.
    var senses: [(hash: UInt64, senses: Senses)] {
        entries.map { hash, verb in
            (hash, verb.form == .participle ? .sayingParticiple : .sayingVerb)
        }
    }
}

/// A form of a verb of saying.
struct SayingVerb: Hashable, Sendable {
    /// Which form of the verb it is.
    enum Form: Hashable, Sendable { case perfect, imperfect, participle }

    /// Gender and number, as far as the form tells them.
    enum Agreement: Hashable, Sendable { case masculine, feminine, plural }

    /// What may follow the verb.
    let frame: SayingFrame
    let form: Form
    let agreement: Agreement

    /// Whether the form is a common word of another kind: بين, but not بينت.
    var isHomograph: Bool {
        frame.contains(.homograph) && form == .perfect && agreement == .masculine
    }
}

/// What follows a verb of saying where it reports speech.
struct SayingFrame: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    /// أن or إن and a clause, whatever preposition the verb puts before it.
    static let clause = SayingFrame(rawValue: 1 << 0)
    /// Words in quotation marks, or a colon.
    static let direct = SayingFrame(rawValue: 1 << 1)
    /// ب and a noun: نوه بالنجاح.
    static let ba = SayingFrame(rawValue: 1 << 2)
    /// إلى and a noun: أشار إلى أهمية.
    static let ila = SayingFrame(rawValue: 1 << 3)
    /// على and a noun: شدد على ضرورة.
    static let ala = SayingFrame(rawValue: 1 << 4)
    /// عن and a noun: أعرب عن أسفه.
    static let an = SayingFrame(rawValue: 1 << 5)
    /// من and a noun: حذر من خطر.
    static let min = SayingFrame(rawValue: 1 << 6)
    /// A noun that the verb governs: أكد أهمية.
    static let object = SayingFrame(rawValue: 1 << 7)
    /// The verb goes on with what was being said: أضاف، تابع.
    static let continues = SayingFrame(rawValue: 1 << 8)
    /// Without a subject its imperfect means "it is said": يذكر أن.
    static let impersonal = SayingFrame(rawValue: 1 << 9)
    /// A verb of saying and of little else: it ends what another verb opened.
    static let strong = SayingFrame(rawValue: 1 << 10)

    /// It passes on what another said: the speaker stands after عن.
    static let relay = SayingFrame(rawValue: 1 << 11)
    /// قائلا: after another verb of saying it adds nothing.
    static let filler = SayingFrame(rawValue: 1 << 12)

    /// Its feminine participle is another word: عادة، متابعة، ملاحظة.
    static let masculineParticiple = SayingFrame(rawValue: 1 << 13)
    /// It judges a thing: معتبرا ذلك خطأ.
    static let judgement = SayingFrame(rawValue: 1 << 14)

    /// Its perfect is a common word of another kind: بين.
    static let homograph = SayingFrame(rawValue: 1 << 15)

    /// What follows it is what somebody did not say: نفى أن.
    static let silent = SayingFrame(rawValue: 1 << 16)

    /// Its speaker is a paper after في: جاء في البيان.
    static let inPaper = SayingFrame(rawValue: 1 << 17)

    /// Its perfect is a preposition, too: عبر الموقع.
    static let prepositionLike = SayingFrame(rawValue: 1 << 18)

    /// The prepositions it has a use for.
    static let prepositions: SayingFrame = [.ba, .ila, .ala, .an, .min]
}

/// One verb of saying: its forms are derived.
struct SayingRow: Sendable {
    let verb: VerbForms
    let frame: SayingFrame

    init(
        _ perfect: String, _ imperfect: String, _ participle: String, _ frame: SayingFrame
    ) {
        verb = VerbForms(
            perfect, imperfect, participle, hasDual: frame.contains(.strong),
            hasFeminineParticiple: !frame.contains(.masculineParticiple))
        self.frame = frame
    }

    /// Every form that is looked up.
    var forms: [(String, SayingVerb)] {
        verb.forms.map {
            ($0.word, SayingVerb(frame: frame, form: $0.form, agreement: $0.agreement))
        }
    }
}
