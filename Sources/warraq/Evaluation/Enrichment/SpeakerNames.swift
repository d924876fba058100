internal import ArabicText

/// Whether a name and another are of one speaker: they are the same in key form, or the words of one
/// stand in the other.
enum SpeakerNames {
    static func agree(_ one: String, _ other: String) -> Bool {
        let (a, b) = (words(of: one), words(of: other))
        guard !a.isEmpty, !b.isEmpty else { return false }
        return a.count <= b.count ? stands(a, in: b) : stands(b, in: a)
    }

    private static func words(of text: String) -> [Substring] {
        KeyForm.of(text).split { !$0.isLetter && !$0.isNumber }
    }

    private static func stands(_ few: [Substring], in many: [Substring]) -> Bool {
        (0...(many.count - few.count)).contains { start in
            zip(many[start...], few).allSatisfy { isSame($0, $1) }
        }
    }

    /// The same word, or the same but for a proclitic or an article fused with one.
    private static func isSame(_ one: Substring, _ other: Substring) -> Bool {
        one == other || one.hasSuffix(other) && one.count - other.count <= 2
            || other.hasSuffix(one) && other.count - one.count <= 2
    }
}
