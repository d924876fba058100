/// A piece of a body.
public struct TextSpan: Hashable, Sendable {
    /// Where it starts, in Unicode scalars of the body.
    public let start: Int
    /// Where it ends, half open.
    public let end: Int
    /// The number of the paragraph that holds it, from 1.
    public let paragraph: Int
    /// The body's bytes, which all its spans share, and where the words stand in them: most are read
    /// once, by who writes the record, and a string for each would be half of what is allocated.
    private let body: [UInt8]
    private let bytes: Range<Int>
    /// The numbers of its words in the body.
    let words: Range<Int>

    init(
        start: Int, end: Int, paragraph: Int, words: Range<Int>, bytes: Range<Int>,
        of body: [UInt8]
    ) {
        self.start = start
        self.end = end
        self.paragraph = paragraph
        self.words = words
        self.bytes = bytes
        self.body = body
    }

    /// Its words, as the body has them: a new string at each call.
    public var text: String { String(valid: body.span.extracting(bytes)) }

    /// How many bytes of UTF-8 its words take.
    var byteCount: Int { bytes.count }

    /// Gives its words in UTF-8.
    public func withUTF8(_ read: (Span<UInt8>) -> Void) { read(body.span.extracting(bytes)) }

    /// Whether its words have the same letters and marks as those of another.
    func isSpelled(as other: TextSpan) -> Bool { body[bytes] == other.body[other.bytes] }

    /// Whether both are one piece of the same words.
    public static func == (left: TextSpan, right: TextSpan) -> Bool {
        left.start == right.start && left.end == right.end && left.paragraph == right.paragraph
            && left.isSpelled(as: right)
    }

    /// Hashes where it stands.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(start)
        hasher.combine(end)
    }
}

/// Why something was found: what `warraq explain` shows a person.
public struct Reason: Hashable, Sendable {
    /// The rule, by a name that stays: `person.titleName`.
    public let rule: String
    /// The words that made it apply; `nil` where they are the finding itself.
    public let words: TextSpan?

    /// A rule that the finding's own words made apply, or these.
    init(_ rule: String, _ words: TextSpan? = nil) {
        self.rule = rule
        self.words = words
    }
}
