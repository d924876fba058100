/// What the index keeps of each document: 33 bytes, in chunks that go when all in them are old.
struct DocumentTable {
    struct Document {
        var exactHigh: UInt64
        var exactLow: UInt64
        var host: UInt64
        /// Milliseconds, doubled, plus 1 if the number is taken: a gap between numbers has the time of
        /// the document before it, so that times never fall.
        var stamp: Int64

        var milliseconds: Int64 { stamp &>> 1 }
        var isPresent: Bool { stamp & 1 == 1 }
    }

    private static let chunkBits = 12
    private static let chunkCount = 1 << chunkBits

    private var chunks: [[Document]] = []
    /// The number of the first slot of the first chunk.
    private var base: UInt32 = 0
    /// The number that the next document appended gets.
    private(set) var next: UInt32 = 0

    /// A byte of each document's host, from ``hostBase`` on: dense enough to stay in the cache, where
    /// whole documents do not.
    private var hostBytes: [UInt8] = []
    private var hostBase: UInt32

    /// An empty table whose first document is number `first`.
    init(first: UInt32) {
        base = first
        next = first
        hostBase = first
    }

    subscript(number: UInt32) -> Document {
        let offset = Int(number - base)
        return chunks[offset >> Self.chunkBits][offset & (Self.chunkCount - 1)]
    }

    /// A byte that documents of one host have in common.
    @inline(__always)
    func hostByte(of number: UInt32) -> UInt8 {
        hostBytes[Int(number - hostBase)]
    }

    /// The byte of a host.
    @inline(__always)
    static func byte(ofHost host: UInt64) -> UInt8 {
        UInt8(truncatingIfNeeded: Mixing.spread(host))
    }

    mutating func append(_ document: Document) {
        let offset = Int(next - base)
        if offset >> Self.chunkBits == chunks.count {
            var chunk: [Document] = []
            chunk.reserveCapacity(Self.chunkCount)
            chunks.append(chunk)
        }
        chunks[chunks.count - 1].append(document)
        hostBytes.append(Self.byte(ofHost: document.host))
        next += 1
    }

    /// Forgets the documents from `number` on.
    mutating func truncate(to number: UInt32) {
        guard number > base else {
            self = DocumentTable(first: number)
            return
        }
        while next > number {
            chunks[chunks.count - 1].removeLast()
            if chunks[chunks.count - 1].isEmpty { chunks.removeLast() }
            hostBytes.removeLast()
            next -= 1
        }
    }

    /// Gives back the chunks that end before `floor`.
    mutating func release(below floor: UInt32) {
        var dead = 0
        while dead + 1 < chunks.count, base + UInt32((dead + 1) * Self.chunkCount) <= floor {
            dead += 1
        }
        guard dead > 0 else { return }
        chunks.removeFirst(dead)
        base += UInt32(dead * Self.chunkCount)
        let deadBytes = Int(base - hostBase)
        guard deadBytes * 2 > hostBytes.count else { return }
        hostBytes.removeFirst(deadBytes)
        hostBase = base
    }

    /// The first number from `start` on whose document is not older than `milliseconds`.
    func firstNumber(from start: UInt32, notBefore milliseconds: Int64) -> UInt32 {
        var low = start
        var high = next
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle].milliseconds < milliseconds {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}
