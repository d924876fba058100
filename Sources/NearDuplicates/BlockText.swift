/// A text in the bytes of its block, of which as much is decoded as is asked for.
///
/// Comparing reads all hashes and kinds, but the places of a few words only. The bytes are another's: a
/// text is of use as long as they are at hand.
struct BlockText {
    private let bytes: UnsafeRawBufferPointer
    /// Words.
    let count: Int
    private let paragraphCount: Int
    private let wideCount: Int

    /// `nil` if the bytes are damaged or of another version.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= TokenBlock.headerBytes else { return nil }
        let header = (
            version: Self.number(bytes, at: 0), words: Self.number(bytes, at: 4),
            paragraphs: Self.number(bytes, at: 8), wides: Self.number(bytes, at: 12),
            check: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
        )
        let size =
            TokenBlock.headerBytes + 10 * header.words + 4 * (header.paragraphs + header.wides)
        guard header.version == TokenBlock.formatVersion, bytes.count == size,
            header.paragraphs <= header.words, (header.words > 0) == (header.paragraphs > 0),
            header.check
                == BlockCheck.of(bytes, from: TokenBlock.headerBytes)
        else { return nil }
        self.bytes = bytes
        count = header.words
        paragraphCount = header.paragraphs
        wideCount = header.wides
    }

    @inline(__always)
    private static func number(_ raw: UnsafeRawBufferPointer, at place: Int) -> Int {
        Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
    }

    private var gapsStart: Int { TokenBlock.headerBytes + 8 * count }
    private var lengthsStart: Int { gapsStart + count }
    private var paragraphsStart: Int { lengthsStart + count }
    private var widesStart: Int { paragraphsStart + 4 * paragraphCount }

    /// The words' hashes, which lie in the block as they do in memory.
    ///
    /// - Precondition: The bytes begin at a multiple of 8.
    var hashes: UnsafeBufferPointer<UInt64> {
        let hashes = UnsafeRawBufferPointer(rebasing: bytes[TokenBlock.headerBytes..<gapsStart])
        return hashes.assumingMemoryBound(to: UInt64.self)
    }

    /// For each word a byte whose lowest bit is set if it is a number.
    var kinds: UnsafeBufferPointer<UInt8> {
        UnsafeRawBufferPointer(rebasing: bytes[lengthsStart..<paragraphsStart])
            .assumingMemoryBound(to: UInt8.self)
    }

    /// The index of the first word of every paragraph.
    var paragraphStarts: [Int] { (0..<paragraphCount).map(paragraphStart) }

    /// Whether every paragraph begins after the one before, the first with the first word.
    var hasRisingParagraphs: Bool {
        var previous = -1
        for index in 0..<paragraphCount {
            let start = paragraphStart(index)
            guard start > previous, start < count, index > 0 || start == 0 else { return false }
            previous = start
        }
        return true
    }

    private func paragraphStart(_ index: Int) -> Int {
        Self.number(bytes, at: paragraphsStart + 4 * index)
    }

    /// Where a word starts and ends. Takes time in the words before it, very little each.
    func place(of word: Int) -> (start: Int, end: Int) {
        guard wideCount == 0 else {
            let token = decoded()?.tokens[word]
            return (Int(token?.start ?? 0), Int(token?.end ?? 0))
        }
        var sum: UInt32 = 0
        for index in gapsStart...(gapsStart + word) { sum &+= UInt32(bytes[index]) }
        for index in lengthsStart..<(lengthsStart + word) { sum &+= UInt32(bytes[index] &>> 1) }
        return (Int(sum), Int(sum) + Int(bytes[lengthsStart + word] &>> 1))
    }

    /// All of it; `nil` if something in it cannot be.
    func decoded() -> TokenizedText? {
        guard hasRisingParagraphs else { return nil }
        var wides = WideNumbers(bytes, from: widesStart)
        var tokens: [Token] = []
        tokens.reserveCapacity(count)
        var position: UInt32 = 0
        for index in 0..<count {
            let hash = UInt64(
                littleEndian: bytes.loadUnaligned(
                    fromByteOffset: TokenBlock.headerBytes + 8 * index, as: UInt64.self))
            let kind = bytes[lengthsStart + index]
            guard let gap = wides.widened(bytes[gapsStart + index]),
                let length = wides.widened(kind &>> 1)
            else { return nil }
            let (start, isTooFar) = position.addingReportingOverflow(gap)
            let (end, isTooLong) = start.addingReportingOverflow(length)
            guard !isTooFar, !isTooLong else { return nil }
            tokens.append(Token(hash: hash, start: start, end: end, isNumber: kind & 1 == 1))
            position = end
        }
        guard wides.isAtEnd else { return nil }
        return TokenizedText(tokens: tokens, paragraphStarts: paragraphStarts)
    }
}

/// The gaps and lengths that do not fit a byte, in order.
private struct WideNumbers {
    private let bytes: UnsafeRawBufferPointer
    private var place: Int

    init(_ bytes: UnsafeRawBufferPointer, from place: Int) {
        self.bytes = bytes
        self.place = place
    }

    var isAtEnd: Bool { place == bytes.count }

    /// What a byte stands for; `nil` if it is wide and none is left.
    @inline(__always)
    mutating func widened(_ byte: UInt8) -> UInt32? {
        guard byte >= TokenBlock.wide else { return UInt32(byte) }
        guard place + 4 <= bytes.count else { return nil }
        defer { place += 4 }
        return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
}
