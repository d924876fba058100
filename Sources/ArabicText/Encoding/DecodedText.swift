/// A text in UTF-8, and how it came to be read so.
public struct DecodedText: Hashable, Sendable {
    /// Valid UTF-8 without a byte order mark, otherwise as it came: white space, NBSP and all.
    public let utf8: [UInt8]
    /// The encoding the bytes were in.
    public let encoding: TextEncoding
    /// Why that encoding.
    public let evidence: EncodingEvidence
    /// The mojibake that was undone, in the order of its undoing; empty for clean text.
    public let repairs: [MojibakeRepair]
    /// How many ill-formed sequences were replaced by U+FFFD, as in a page cut inside a letter.
    public let replacements: Int

    /// Makes a decoded text.
    public init(
        utf8: [UInt8], encoding: TextEncoding, evidence: EncodingEvidence,
        repairs: [MojibakeRepair] = [], replacements: Int = 0
    ) {
        self.utf8 = utf8
        self.encoding = encoding
        self.evidence = evidence
        self.repairs = repairs
        self.replacements = replacements
    }
}

/// Why bytes are no text.
public enum TextDecodingError: Error, Hashable, Sendable {
    /// Control bytes or a binary file; `unreadable` is their share of the text, 0 to 1.
    case notText(unreadable: Double)
    /// There is nothing, or white space alone.
    case empty
}
