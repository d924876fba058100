/// Makes what a day's news has many of out of real articles: templates filled anew, copies that were
/// edited, releases inside other articles. The same seed and articles give the same texts.
public struct NewsComposer: Sendable {
    /// The articles that are drawn from.
    public let articles: [String]
    private let vocabulary: [Substring]
    private var random: SplitMix64

    /// - Parameters:
    ///   - articles: Texts of different articles, their lines as paragraphs, at least two.
    ///   - seed: Says which texts are composed.
    public init(articles: [String], seed: UInt64) {
        precondition(articles.count > 1, "nothing to compose from")
        self.articles = articles
        vocabulary = articles.flatMap { Self.words($0) }.filter { !Self.hasNumber($0) }
        random = SplitMix64(seed: seed)
    }

    /// The words of a text, at its white space.
    public static func words(_ text: String) -> [Substring] {
        text.split { $0.isWhitespace }
    }

    /// The sentences of a text, at full stops and line ends.
    public static func sentences(_ text: String) -> [String] {
        text.split { $0 == "." || $0.isNewline }.map { sentence in
            words(String(sentence)).joined(separator: " ")
        }.filter { !$0.isEmpty }
    }

    /// A text in paragraphs of whole sentences, none shorter than 15 words.
    public static func paragraphs(_ text: String) -> String {
        var paragraphs: [String] = []
        for sentence in sentences(text) {
            if let last = paragraphs.last, words(last).count < 15 {
                paragraphs[paragraphs.count - 1] = last + " " + sentence + "."
            } else {
                paragraphs.append(sentence + ".")
            }
        }
        if let last = paragraphs.last, words(last).count < 15, paragraphs.count > 1 {
            paragraphs.removeLast()
            paragraphs[paragraphs.count - 1] += " " + last
        }
        return paragraphs.joined(separator: "\n")
    }

    private static func hasNumber(_ word: Substring) -> Bool { word.contains { $0.isNumber } }

    /// A whole number.
    public mutating func number(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    // MARK: Edits

    /// The first `count` words of a text.
    public func brief(of text: String, words count: Int) -> String {
        Self.words(text).prefix(count).joined(separator: " ") + "."
    }

    /// A text with one word, no number, replaced by another of the vocabulary.
    public mutating func withOneWordChanged(_ text: String) -> String {
        var words = Self.words(text)
        let places = words.indices.filter { !Self.hasNumber(words[$0]) }
        guard let place = places.randomElement(using: &random) else { return text }
        var replacement = words[place]
        while replacement == words[place] {
            replacement = vocabulary.randomElement(using: &random) ?? "كلمة"
        }
        words[place] = replacement
        return words.joined(separator: " ")
    }

    /// A text with a letter doubled or left out in a share of its words. Numbers and lines stay.
    public mutating func withTypos(_ text: String, share: Double) -> String {
        text.split(separator: "\n").map { line in
            Self.words(String(line)).map { word in
                guard word.count > 2, !Self.hasNumber(word),
                    Double.random(in: 0..<1, using: &random) < share
                else { return String(word) }
                var letters = Array(word)
                let place = Int.random(in: 1..<letters.count, using: &random)
                if letters.count > 3, Bool.random(using: &random) {
                    letters.remove(at: place)
                } else {
                    letters.insert("ظ", at: place)
                }
                return String(letters)
            }.joined(separator: " ")
        }.joined(separator: "\n")
    }

    /// A text whose lines stand in another order.
    public mutating func withParagraphsMoved(_ text: String) -> String {
        var lines = text.split(separator: "\n").filter { !Self.words(String($0)).isEmpty }
        let before = lines
        while lines == before, lines.count > 1 { lines.shuffle(using: &random) }
        return lines.joined(separator: "\n")
    }

    // MARK: Reuse

    /// An article with a share of another's sentences, in their order, as paragraphs of its own.
    public mutating func article(_ host: String, holding release: String, share: Double) -> String {
        let sentences = Self.sentences(release)
        let wanted = Int((Double(Self.words(release).count) * share).rounded(.up))
        var first = 0
        var taken: [String] = []
        var count = 0
        if share < 1 { first = Int.random(in: 0..<sentences.count, using: &random) }
        // Around the end, so that as much is taken wherever it begins.
        for offset in sentences.indices where count < wanted {
            let sentence = sentences[(first + offset) % sentences.count]
            taken.append(sentence)
            count += Self.words(sentence).count
        }
        var paragraphs = host.split(separator: "\n").map(String.init)
        let place = Int.random(in: 0...paragraphs.count, using: &random)
        paragraphs.insert(taken.joined(separator: ". ") + ".", at: place)
        return paragraphs.joined(separator: "\n")
    }

    /// An article with words of another appended, a share of its own length.
    public func update(of text: String, with more: String, share: Double) -> String {
        let count = Int((Double(Self.words(text).count) * share).rounded(.up))
        var words = Self.words(more)
        while words.count < count { words += Self.words(more) }
        return text + "\n" + words.prefix(count).joined(separator: " ") + "."
    }

    /// An article with a quotation as a paragraph in its middle.
    public func article(_ host: String, quoting quotation: String) -> String {
        var paragraphs = Self.sentences(host)
        paragraphs.insert("وقال في هذا الصدد: «\(quotation)»", at: paragraphs.count / 2)
        return paragraphs.joined(separator: ".\n") + "."
    }
}
