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

    /// The article and the proclitics that the same word may have in one place and not in another.
    private static let fronts: Set<Substring> = [
        "\u{0627}\u{0644}", "\u{0644}\u{0644}", "\u{0648}", "\u{0628}", "\u{0644}",
        "\u{0641}", "\u{0643}",
    ]

    private static func isSame(_ one: Substring, _ other: Substring) -> Bool {
        let (long, short) = one.count >= other.count ? (one, other) : (other, one)
        return long.hasSuffix(short)
            && (long == short || fronts.contains(long.dropLast(short.count)))
    }
}
