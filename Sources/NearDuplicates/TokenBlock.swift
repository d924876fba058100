/// A tokenized text as compact bytes for a file, and back: about 10 bytes a word.
///
/// What comparing two texts needs lies in a file this way and is read only for candidates, so that
/// the index in memory stays small. ``TextComparer/compare(block:_:)`` takes the bytes as they are.
public enum TokenBlock {
    /// Changes whenever the bytes of any text change.
    public static let formatVersion = 3

    /// Bytes before the hashes: the version, three numbers, the check.
    static let headerBytes = 24
    /// A gap or length from here on does not fit its byte: it stands among the wide ones.
    static let wide = UInt8(0x7F)

    /// The bytes of `text`: 4 of ``formatVersion``, the numbers of words, paragraphs and wide places, 4
    /// bytes each, a check of 8 over the rest; then the hashes, 8 bytes each; for each word a byte of
    /// how many characters stand between it and the one before, and one of its length, doubled, plus 1 for
    /// a number; the paragraphs' first words, and the gaps and lengths of 127 and more, 4 bytes each.
    ///
    /// - Precondition: Tokens do not overlap: each starts at or after the end of the one before.
    public static func bytes(of text: TokenizedText) -> [UInt8] {
        let count = text.tokens.count
        var wideNumbers: [UInt32] = []
        let starts = text.paragraphStarts
        let fixed = headerBytes + 10 * count + 4 * starts.count
        var bytes = [UInt8](unsafeUninitializedCapacity: fixed) { buffer, filled in
            let raw = UnsafeMutableRawBufferPointer(buffer)
            let gaps = headerBytes + 8 * count
            var position: UInt32 = 0
            for (index, token) in text.tokens.enumerated() {
                precondition(token.start >= position, "tokens overlap")
                raw.storeBytes(
                    of: token.hash.littleEndian, toByteOffset: headerBytes + 8 * index,
                    as: UInt64.self)
                let gap = narrowed(token.start - position, &wideNumbers)
                let length = narrowed(token.end - token.start, &wideNumbers)
                buffer[gaps + index] = gap
                buffer[gaps + count + index] = length &<< 1 | (token.isNumber ? 1 : 0)
                position = token.end
            }
            for (index, start) in starts.enumerated() {
                raw.storeBytes(
                    of: UInt32(start).littleEndian, toByteOffset: gaps + 2 * count + 4 * index,
                    as: UInt32.self)
            }
            filled = fixed
        }
        for number in wideNumbers {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
        let numbers = [formatVersion, count, starts.count, wideNumbers.count]
        bytes.withUnsafeMutableBytes { raw in
            for (index, number) in numbers.enumerated() {
                raw.storeBytes(
                    of: UInt32(number).littleEndian, toByteOffset: 4 * index, as: UInt32.self)
            }
            let check = BlockCheck.of(UnsafeRawBufferPointer(raw), from: headerBytes)
            raw.storeBytes(of: check.littleEndian, toByteOffset: 16, as: UInt64.self)
        }
        return bytes
    }

    @inline(__always)
    private static func narrowed(_ number: UInt32, _ wideNumbers: inout [UInt32]) -> UInt8 {
        guard number >= UInt32(wide) else { return UInt8(truncatingIfNeeded: number) }
        wideNumbers.append(number)
        return wide
    }

    /// Reads a text from its bytes; `nil` if they are damaged or of another ``formatVersion``.
    public static func text(from bytes: [UInt8]) -> TokenizedText? {
        bytes.withUnsafeBytes { BlockText($0)?.decoded() }
    }
}
