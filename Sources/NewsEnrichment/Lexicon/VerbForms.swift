/// The forms of a verb that news uses, of the third person: Arabic derives them regularly.
struct VerbForms: Sendable {
    /// A form and what it tells of its subject.
    struct Form: Sendable {
        let word: String
        let form: SayingVerb.Form
        let agreement: SayingVerb.Agreement
    }

    /// Every form, each once.
    private(set) var forms: [Form] = []

    /// The forms of a verb.
    ///
    /// - Parameters:
    ///   - perfect: Third person masculine singular; empty if its forms are other words.
    ///   - imperfect: As `perfect`.
    ///   - participle: Without an ending; empty where it means something else.
    ///   - hasDual: Whether the dual is looked up: of most verbs it is rare, and often another word,
    ///     as نقلا and ذكرا are.
    ///   - hasFeminineParticiple: Whether that is: عادة and متابعة are other words.
    init(
        _ perfect: String, _ imperfect: String, _ participle: String, hasDual: Bool,
        hasFeminineParticiple: Bool
    ) {
        if !perfect.isEmpty {
            let stem = Self.withoutWeakEnd(perfect)
            add(perfect, .perfect, .masculine)
            add(stem + "ت", .perfect, .feminine)
            add(stem + "وا", .perfect, .plural)
            if hasDual {
                add((stem == perfect ? stem : stem + "ي") + "ا", .perfect, .plural)
                add(stem + "تا", .perfect, .plural)
            }
        }
        if !imperfect.isEmpty {
            add(imperfect, .imperfect, .masculine)
            add("ت" + imperfect.dropFirst(), .imperfect, .feminine)
            add(Self.withoutWeakEnd(imperfect) + "ون", .imperfect, .plural)
        }
        if !participle.isEmpty {
            add(participle + "ا", .participle, .masculine)
            add(Self.withoutWeakEnd(participle) + "ين", .participle, .plural)
            guard hasFeminineParticiple else { return }
            add(participle + "ة", .participle, .feminine)
            add(participle + "ات", .participle, .plural)
        }
    }

    private mutating func add(
        _ word: String, _ form: SayingVerb.Form, _ agreement: SayingVerb.Agreement
    ) {
        forms.append(Form(word: word, form: form, agreement: agreement))
    }

    /// A defective verb loses its last letter before an ending: نفى، نفت؛ ينفي، ينفون.
    private static func withoutWeakEnd(_ word: String) -> String {
        switch word.unicodeScalars.last?.value {
        case 0x649, 0x64A, 0x627, 0x648: String(word.dropLast())
        default: word
        }
    }
}
