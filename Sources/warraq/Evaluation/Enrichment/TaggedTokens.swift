internal import JSONReading

/// Reads tokens with tags, as Wojood and AQMAR have them: names are runs of `B-X`, `I-X`.
///
/// Wojood's sample is flattened: a token inside a name that is itself one has the inner name's tag,
/// and the outer's behind the word, `نابلس I-ORG`. The outer name is asked for, the inner left open.
struct TaggedTokens {
    /// What a place is, where Wojood has it in the name and the gold records have not.
    private static let kinds: Set<String> = [
        "مدينة", "قرية", "بلدة", "محافظة", "قضاء", "مخيم", "منطقة", "ولاية", "إقليم", "لواء",
        "جزيرة",
        "دولة", "جمهورية", "حي",
    ]
    /// Letters that stand before a name and are no part of it: و ف ب ك ل.
    private static let proclitics: Set<Unicode.Scalar> = [
        "\u{0648}", "\u{0641}", "\u{0628}", "\u{0643}", "\u{0644}",
    ]

    /// A name as far as it is read.
    private struct Run {
        let start: Int
        var end: Int
        let label: NameClass
        var isInner = false
    }

    private var text = ""
    private var length = 0
    private var runs: [Run] = []
    /// The outer name that the next token may go on.
    private var open: Int?

    /// The sample that a line is; `nil` if it has no words.
    static func sample(of document: JSONValue) -> NameSample? {
        var reader = TaggedTokens()
        for (token, tag) in zip(document.strings("tokens"), document.strings("tags")) {
            let parts = token.split(separator: " ").map(String.init)
            // The mark of a cut sentence.
            guard let word = parts.first, word != "$#$" else { continue }
            reader.take(word, tag, outer: parts.dropFirst().first)
        }
        guard !reader.text.isEmpty else { return nil }
        return NameSample(
            id: document.text("id"), text: reader.text, window: 0..<reader.length,
            names: reader.runs.map(reader.name))
    }

    private mutating func take(_ word: String, _ tag: String, outer: String?) {
        if !text.isEmpty {
            text += " "
            length += 1
        }
        let start = length
        text += word
        length += word.unicodeScalars.count
        let label = NameClass(tag: tag)
        if let open, let outer, NameClass(tag: outer) == runs[open].label {
            runs[open].end = length
            guard let label, tag.hasPrefix("B-") else { return }
            runs.append(Run(start: start, end: length, label: label, isInner: true))
        } else if let open, tag.hasPrefix("I-"), label == runs[open].label {
            runs[open].end = length
        } else if let label {
            runs.append(Run(start: start, end: length, label: label))
            open = runs.count - 1
        } else {
            open = nil
        }
    }

    /// Tokens keep their proclitics, and places what they are: the name may as well begin after those.
    private func name(of run: Run) -> MarkedName {
        let words = text.scalars(from: run.start, to: run.end)
        var name = MarkedName(
            span: BodySpan(start: run.start, end: run.end, text: words), label: run.label)
        name.isOptional = run.isInner
        var start = run.start
        var rest = words
        while run.label == .place, let space = rest.firstIndex(of: " "),
            Self.isKind(rest[..<space])
        {
            start += rest[...space].unicodeScalars.count
            rest = String(rest[rest.index(after: space)...])
            name.accepted.append(BodySpan(start: start, end: run.end, text: ""))
        }
        for (cut, scalar) in words.unicodeScalars.prefix(2).enumerated() {
            guard Self.proclitics.contains(scalar) else { break }
            name.accepted.append(BodySpan(start: run.start + cut + 1, end: run.end, text: ""))
        }
        return name
    }

    private static func isKind(_ word: Substring) -> Bool {
        kinds.contains(String(word))
            || word.unicodeScalars.first.map { proclitics.contains($0) } == true
                && kinds.contains(String(word.dropFirst()))
    }
}
