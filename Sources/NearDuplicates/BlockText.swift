/// A text in the bytes of its block, of which as much is decoded as is asked for.
///
/// Comparing reads all hashes and kinds, but the places of a few words only.
struct BlockText {
    private let bytes: [UInt8]
    /// Words.
    let count: Int
    private let paragraphCount: Int
    private let wideCount: Int

    /// `nil` if the bytes are damaged or of another version.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= TokenBlock.headerBytes else { return nil }
        let header = bytes.withUnsafeBytes { raw in
            (
                version: Self.number(raw, at: 0), words: Self.number(raw, at: 4),
                paragraphs: Self.number(raw, at: 8), wides: Self.number(raw, at: 12),
                check: UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
            )
        }
        let size =
            TokenBlock.headerBytes + 10 * header.words + 4 * (header.paragraphs + header.wides)
        guard header.version == TokenBlock.formatVersion, bytes.count == size,
            header.paragraphs <= header.words, (header.words > 0) == (header.paragraphs > 0),
            header.check
                == bytes.withUnsafeBytes({ BlockCheck.of($0, from: TokenBlock.headerBytes) })
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

    /// The words' hashes.
    var hashes: [UInt64] {
        bytes.withUnsafeBytes { raw in
            [UInt64](unsafeUninitializedCapacity: count) { values, filled in
                for index in 0..<count {
                    values[index] = UInt64(
                        littleEndian: raw.loadUnaligned(
                            fromByteOffset: TokenBlock.headerBytes + 8 * index, as: UInt64.self))
                }
                filled = count
            }
        }
    }

    /// For each word a byte whose lowest bit is set if it is a number.
    var kinds: [UInt8] { Array(bytes[lengthsStart..<paragraphsStart]) }

    /// The index of the first word of every paragraph; `nil` if they do not rise from 0.
    var paragraphStarts: [Int]? {
        let starts = bytes.withUnsafeBytes { raw in
            (0..<paragraphCount).map { Self.number(raw, at: paragraphsStart + 4 * $0) }
        }
        var previous = -1
        for start in starts {
            guard start > previous, start < count, previous >= 0 || start == 0 else { return nil }
            previous = start
        }
        return starts
    }

    /// Where a word starts and ends. Takes time in the words before it, very little each.
    func place(of word: Int) -> (start: Int, end: Int) {
        guard wideCount == 0 else {
            let token = decoded()?.tokens[word]
            return (Int(token?.start ?? 0), Int(token?.end ?? 0))
        }
        return bytes.withUnsafeBufferPointer { bytes in
            var sum: UInt32 = 0
            for index in gapsStart...(gapsStart + word) { sum &+= UInt32(bytes[index]) }
            for index in lengthsStart..<(lengthsStart + word) {
                sum &+= UInt32(bytes[index] &>> 1)
            }
            return (Int(sum), Int(sum) + Int(bytes[lengthsStart + word] &>> 1))
        }
    }

    /// All of it; `nil` if something in it cannot be.
    func decoded() -> TokenizedText? {
        guard let starts = paragraphStarts else { return nil }
        let hashes = self.hashes
        var wides = WideNumbers(bytes, from: widesStart)
        var tokens: [Token] = []
        tokens.reserveCapacity(count)
        var position: UInt32 = 0
        for (index, hash) in hashes.enumerated() {
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
        return TokenizedText(tokens: tokens, paragraphStarts: starts)
    }
}

/// The gaps and lengths that do not fit a byte, in order.
private struct WideNumbers {
    private let bytes: [UInt8]
    private var place: Int

    init(_ bytes: [UInt8], from place: Int) {
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
        return bytes.withUnsafeBytes { raw in
            UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt32.self))
        }
    }
}
