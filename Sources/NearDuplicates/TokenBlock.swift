/// A tokenized text as compact bytes for a file, and back: about 10 bytes a word.
///
/// What comparing two texts needs lies in a file this way and is read only for candidates, so that
/// the index in memory stays small.
public enum TokenBlock {
    /// Changes whenever the bytes of any text change.
    public static let formatVersion = 2

    /// The bytes of `text`, beginning with ``formatVersion``, ending with a check.
    ///
    /// - Precondition: Tokens do not overlap: each starts at or after the end of the one before.
    public static func bytes(of text: TokenizedText) -> [UInt8] {
        var writer = BlockWriter(capacity: 16 + text.tokens.count * 11)
        writer.appendVariable(UInt64(formatVersion))
        writer.appendVariable(UInt64(text.tokens.count))
        // The hashes side by side: comparing reads all of them, and they are copied as they lie.
        for token in text.tokens { writer.appendFixed(token.hash, byteCount: 8) }
        var position: UInt32 = 0
        for token in text.tokens {
            precondition(token.start >= position, "tokens overlap")
            writer.appendVariable(UInt64(token.start - position))
            writer.appendVariable(UInt64(token.end - token.start) &<< 1 | (token.isNumber ? 1 : 0))
            position = token.end
        }
        writer.appendVariable(UInt64(text.paragraphStarts.count))
        var previous = 0
        for start in text.paragraphStarts {
            writer.appendVariable(UInt64(start - previous))
            previous = start
        }
        return writer.sealed()
    }

    /// Reads a text from its bytes; `nil` if they are damaged or of another ``formatVersion``.
    public static func text(from bytes: [UInt8]) -> TokenizedText? {
        guard var reader = BlockReader(sealed: bytes),
            reader.readVariable() == UInt64(formatVersion),
            let tokenCount = reader.readVariable(), tokenCount <= UInt64(bytes.count),
            let hashes = reader.readFixed(count: Int(tokenCount))
        else { return nil }
        var tokens: [Token] = []
        tokens.reserveCapacity(Int(tokenCount))
        var position: UInt64 = 0
        for hash in hashes {
            guard let gap = reader.readVariable(), gap <= UInt64(UInt32.max),
                let lengthAndKind = reader.readVariable(),
                lengthAndKind &>> 1 <= UInt64(UInt32.max),
                let start = UInt32(exactly: position + gap),
                let end = UInt32(exactly: UInt64(start) + lengthAndKind &>> 1)
            else { return nil }
            tokens.append(
                Token(hash: hash, start: start, end: end, isNumber: lengthAndKind & 1 == 1))
            position = UInt64(end)
        }
        guard let paragraphCount = reader.readVariable(), paragraphCount <= tokenCount else {
            return nil
        }
        var starts: [Int] = []
        var start: UInt64 = 0
        for index in 0..<paragraphCount {
            guard let step = reader.readVariable(), step < tokenCount else { return nil }
            start += step
            guard start < tokenCount, (index == 0) == (step == 0) else { return nil }
            starts.append(Int(start))
        }
        guard reader.remaining == 0, (tokenCount > 0) == (paragraphCount > 0) else { return nil }
        return TokenizedText(tokens: tokens, paragraphStarts: starts)
    }
}
