/// Finds the runs of a few words that two texts share.
struct AnchorTable: Sendable {
    /// Words in an anchor. 4 rather than 3: set phrases of three words are in any two texts.
    static let anchorWords = 4
    private static let anchorBits: UInt64 = 1 &<< UInt64(anchorWords) - 1
    /// Places of one anchor that are tried. A phrase more frequent in one text says little.
    private static let mostPlaces = 32

    private let y: [UInt64]
    /// A bit for each of some hashes of y's words. A word whose bit is not set is not in y; most words
    /// of another text are told apart by this alone.
    private let wordBits: [UInt64]
    private let wordShift: UInt64
    /// The first place of each hash's chain, -1 for none.
    private let heads: [Int32]
    /// The place after each in its chain.
    private let following: [Int32]
    private let shift: UInt64
    /// Whether some anchor has more places than are tried: such a table may miss tiles.
    let isRepetitive: Bool

    /// A table of the anchors of `y`.
    init(_ y: [UInt64]) {
        self.y = y
        let places = max(0, y.count - Self.anchorWords + 1)
        var capacity = 64
        while capacity < 2 * places { capacity *= 2 }
        let shift = UInt64(64 - capacity.trailingZeroBitCount)
        // 16 bits a slot: 3 % of the words of another text are there by chance.
        let wordShift = shift - 4
        var wordBits = [UInt64](repeating: 0, count: capacity / 4)
        var heads = [Int32](repeating: -1, count: capacity)
        var following = [Int32](repeating: -1, count: places)
        var lengths = [UInt8](repeating: 0, count: capacity)
        var longest: UInt8 = 0
        y.withUnsafeBufferPointer { y in
            for word in y {
                let bit = Self.bit(of: word, shift: wordShift)
                wordBits[bit &>> 6] |= 1 &<< UInt64(bit & 63)
            }
            for place in stride(from: places - 1, through: 0, by: -1) {
                let slot = Self.slot(of: y, at: place, shift: shift)
                following[place] = heads[slot]
                heads[slot] = Int32(truncatingIfNeeded: place)
                lengths[slot] = lengths[slot] == .max ? .max : lengths[slot] &+ 1
                longest = max(longest, lengths[slot])
            }
        }
        self.shift = shift
        self.wordShift = wordShift
        self.wordBits = wordBits
        self.heads = heads
        self.following = following
        isRepetitive = Int(longest) > Self.mostPlaces
    }

    @inline(__always)
    private static func bit(of word: UInt64, shift: UInt64) -> Int {
        Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }

    /// A sum of products, which do not wait for each other; its upper bits are the well mixed ones.
    @inline(__always)
    private static func slot(
        of words: UnsafeBufferPointer<UInt64>, at place: Int, shift: UInt64
    ) -> Int {
        let left =
            words[place] &* 0x9E37_79B9_7F4A_7C15 &+ words[place + 1] &* 0xC2B2_AE3D_27D4_EB4F
        let right =
            words[place + 2] &* 0x1656_67B1_9E37_79F9 &+ words[place + 3] &* 0x27D4_EB2F_1656_67C5
        let sum = left &+ right
        let mixed = (sum ^ (sum &>> 29)) &* 0xBF58_476D_1CE4_E5B9
        return Int(truncatingIfNeeded: mixed &>> shift)
    }

    /// All maximal tiles of at least an anchor's words, in no order.
    func tiles(in x: [UInt64]) -> [Tile] {
        guard x.count >= Self.anchorWords, y.count >= Self.anchorWords else { return [] }
        return x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
                var search = TileSearch(x, y)
                wordBits.withUnsafeBufferPointer { bits in
                    // Bits of the latest words, so that no branch depends on a single one.
                    var known: UInt64 = 0
                    let wordShift = self.wordShift
                    for end in 0..<x.count {
                        let bit = Self.bit(of: x[end], shift: wordShift)
                        known = known &<< 1 | bits[bit &>> 6] &>> UInt64(bit & 63) & 1
                        if known & Self.anchorBits == Self.anchorBits {
                            tryPlaces(at: end + 1 - Self.anchorWords, &search)
                        }
                    }
                }
                return search.tiles
            }
        }
    }

    private func tryPlaces(at start: Int, _ search: inout TileSearch) {
        var place = Int(heads[Self.slot(of: search.x, at: start, shift: shift)])
        var tried = 0
        while place >= 0, tried < Self.mostPlaces, search.wordsLeft > 0 {
            search.look(at: start, place)
            place = Int(following[place])
            tried += 1
        }
    }
}

/// The tiles found so far between two texts.
private struct TileSearch {
    let x: UnsafeBufferPointer<UInt64>
    let y: UnsafeBufferPointer<UInt64>
    private(set) var tiles: [Tile] = []
    /// Where the last tile on each diagonal ends, so that no tile is found twice. Made with the first.
    private var diagonalEnds: [Int32] = []
    /// A text that repeats itself has tiles on every diagonal: enough is enough.
    private(set) var wordsLeft: Int

    init(_ x: UnsafeBufferPointer<UInt64>, _ y: UnsafeBufferPointer<UInt64>) {
        self.x = x
        self.y = y
        wordsLeft = 64 * (x.count + y.count)
    }

    /// Takes the tile through two places, if there is one that is not taken yet.
    mutating func look(at start: Int, _ place: Int) {
        let diagonal = start - place + y.count
        let limit = diagonalEnds.isEmpty ? 0 : Int(diagonalEnds[diagonal])
        guard limit <= start, matches(at: start, place) else { return }
        let tile = maximalTile(through: start, place, notBefore: limit)
        if diagonalEnds.isEmpty {
            diagonalEnds = [Int32](repeating: 0, count: x.count + y.count)
        }
        diagonalEnds[diagonal] = Int32(truncatingIfNeeded: tile.xEnd)
        tiles.append(tile)
        wordsLeft -= tile.count
    }

    @inline(__always)
    private func matches(at start: Int, _ place: Int) -> Bool {
        for offset in 0..<AnchorTable.anchorWords where x[start + offset] != y[place + offset] {
            return false
        }
        return true
    }

    private func maximalTile(through start: Int, _ place: Int, notBefore limit: Int) -> Tile {
        var tile = Tile(x: start, y: place, count: AnchorTable.anchorWords)
        while tile.xEnd < x.count, tile.yEnd < y.count, x[tile.xEnd] == y[tile.yEnd] {
            tile.count += 1
        }
        while tile.x > limit, tile.y > 0, x[tile.x - 1] == y[tile.y - 1] {
            tile.x -= 1
            tile.y -= 1
            tile.count += 1
        }
        return tile
    }
}
