/// Rules of the grammar, in the order in which they are tried.
struct GrammarRules: OptionSet {
    let rawValue: UInt8

    static let set = GrammarRules(rawValue: 1)
    static let partOfDay = GrammarRules(rawValue: 2)
    static let range = GrammarRules(rawValue: 4)
    static let point = GrammarRules(rawValue: 8)
    static let duration = GrammarRules(rawValue: 16)
    static let clock = GrammarRules(rawValue: 32)
}

extension GrammarRules {
    /// Those that can succeed where a token of `kind` is the first.
    @inline(__always)
    init(startingWith kind: TokenKind) {
        self =
            switch kind {
            case .number: [.set, .range, .point, .duration, .clock]
            case .ordinal, .first: [.set, .range, .point, .clock]
            case .monthStart: [.set, .range, .point]
            case .pluralUnit: [.set, .range, .duration]
            case .setAdverb, .each: .set
            case .after, .before: [.partOfDay, .point, .duration]
            case .this: [.partOfDay, .point]
            case .dayPart: .partOfDay
            case .unit, .cardinal: [.range, .point, .duration, .clock]
            case .weekday: [.range, .point, .duration]
            case .month, .weakMonth, .pairedMonth, .dayShift: [.range, .point]
            case .from, .between, .bothDays: .range
            case .last, .fraction: [.point, .duration]
            case .hijriMonth, .weakHijriMonth, .pairedHijriMonth, .stage, .monthEnd, .season,
                .holiday, .decade:
                .point
            case .lasting, .during, .since, .extent, .teen, .dualUnit: .duration
            default: []
            }
    }
}
