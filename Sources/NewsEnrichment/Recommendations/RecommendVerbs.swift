/// Verbs by which a body says what is to be done, in the forms news uses.
struct RecommendVerbs: Sendable {
    static let shared = RecommendVerbs()

    private let entries: WordTable<RecommendVerb>
    /// What the lexicon is to know of the forms.
    let senses: [(hash: UInt64, senses: Senses)]

    private init() {
        var entries: [UInt64: RecommendVerb] = [:]
        for row in recommendRows {
            for form in row.verb.forms {
                entries[WordHash.of(form.word)] = RecommendVerb(
                    force: row.force, frame: row.frame, form: form.form)
            }
        }
        self.entries = WordTable(entries)
        senses = entries.map { ($0, $1.force == .decide ? .decisionVerb : .recommendVerb) }
    }

    /// The verb that a form belongs to.
    func verb(of hash: UInt64) -> RecommendVerb? { entries[hash] }
}

/// A form of a verb of recommending or deciding.
struct RecommendVerb: Hashable, Sendable {
    /// What it does.
    enum Force: Hashable, Sendable {
        case recommend, agree, request, decide

        /// The rule that finds what it governs.
        var rule: String {
            switch self {
            case .recommend: "recommendation.recommend"
            case .agree: "recommendation.agree"
            case .request: "recommendation.request"
            case .decide: "recommendation.decide"
            }
        }
    }

    let force: Force
    /// What stands before what is to be done.
    let frame: SayingFrame
    let form: SayingVerb.Form
}

/// One verb of recommending: its forms are derived.
struct RecommendRow: Sendable {
    let verb: VerbForms
    let force: RecommendVerb.Force
    let frame: SayingFrame

    init(
        _ perfect: String, _ imperfect: String, _ participle: String,
        _ force: RecommendVerb.Force, _ frame: SayingFrame
    ) {
        verb = VerbForms(
            perfect, imperfect, participle, hasDual: true, hasFeminineParticiple: true)
        self.force = force
        self.frame = frame
    }
}
