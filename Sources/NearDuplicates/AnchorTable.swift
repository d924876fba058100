/// Finds the runs of a few words that two texts share.
struct AnchorTable: Sendable {
    /// Words in an anchor. 4 rather than 3: set phrases of three words are in any two texts.
    static let anchorWords = 4
    private static let anchorBits: UInt64 = 1 &<< UInt64(anchorWords) - 1
    /// Places of one anchor that are tried. A phrase more frequent in one text says little.
    private static let mostPlaces = 32

    private let y: [UInt64]
    /// For some bits of a hash of two neighbours whether any two of y have them, 1 or 0. Most of another
    /// text is told apart by this alone.
    private let known: [UInt8]
    private let knownShift: UInt64
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
        // 8 places a word or more: less than an eighth of other neighbours is taken for known.
        let knownShift = shift - 2
        var known = [UInt8](repeating: 0, count: 4 * capacity)
        var heads = [Int32](repeating: -1, count: capacity)
        var longest = 0
        following = [Int32](unsafeUninitializedCapacity: places) { following, count in
            y.withUnsafeBufferPointer { y in
                known.withUnsafeMutableBufferPointer { known in
                    for index in 0..<max(0, y.count - 1) {
                        known[Self.place(of: y[index], y[index + 1], shift: knownShift)] = 1
                    }
                }
                heads.withUnsafeMutableBufferPointer { heads in
                    longest = Self.link(y, heads, following, shift: shift)
                }
            }
            count = places
        }
        self.shift = shift
        self.knownShift = knownShift
        self.known = known
        self.heads = heads
        isRepetitive = longest > Self.mostPlaces
    }

    /// Links the places of each slot, the first of them in `heads`, and returns how many the longest
    /// chain has.
    private static func link(
        _ y: UnsafeBufferPointer<UInt64>, _ heads: UnsafeMutableBufferPointer<Int32>,
        _ following: UnsafeMutableBufferPointer<Int32>, shift: UInt64
    ) -> Int {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: heads.count) { lengths in
            lengths.initialize(repeating: 0)
            var longest: UInt8 = 0
            for place in following.indices.reversed() {
                let slot = slot(of: y, at: place, shift: shift)
                following[place] = heads[slot]
                heads[slot] = Int32(truncatingIfNeeded: place)
                lengths[slot] = lengths[slot] == .max ? .max : lengths[slot] &+ 1
                longest = max(longest, lengths[slot])
            }
            return Int(longest)
        }
    }

    @inline(__always)
    private static func place(of word: UInt64, _ next: UInt64, shift: UInt64) -> Int {
        Int(truncatingIfNeeded: ((word &* 3 &+ next) &* 0x9E37_79B9_7F4A_7C15) &>> shift)
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
    func tiles(in x: UnsafeBufferPointer<UInt64>) -> [Tile] {
        guard x.count >= Self.anchorWords, y.count >= Self.anchorWords else { return [] }
        return y.withUnsafeBufferPointer { y in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: x.count + y.count) { ends in
                ends.initialize(repeating: 0)
                var search = TileSearch(x, y, diagonalEnds: ends)
                look(for: &search)
                return search.tiles
            }
        }
    }

    /// Tries every place of `x` where all neighbours of an anchor are known.
    private func look(for search: inout TileSearch) {
        let x = search.x
        let pairsOfAnchor = Self.anchorWords - 1
        // A bit for each word and its neighbour, the latest lowest: no branch depends on a single word.
        var history: UInt64 = 0
        var end = 0
        while end < x.count - 1 {
            // What an anchor that ends in this step begins with is still there.
            let step = min(x.count - 1 - end, 64 - pairsOfAnchor)
            history = appendKnown(x, end..<(end + step), to: history)
            end += step
            var ends = history & (1 &<< UInt64(step) &- 1)
            for pair in 1..<pairsOfAnchor { ends &= history &>> UInt64(pair) }
            while ends != 0 {
                let bit = 63 - ends.leadingZeroBitCount
                ends ^= 1 &<< UInt64(bit)
                tryPlaces(at: end - bit - pairsOfAnchor, &search)
            }
        }
    }

    // Kept apart, so that the loop has the registers to itself.
    @inline(never)
    private func appendKnown(
        _ x: UnsafeBufferPointer<UInt64>, _ range: Range<Int>, to history: UInt64
    ) -> UInt64 {
        known.withUnsafeBufferPointer { known in
            var history = history
            for index in range {
                let place = Self.place(of: x[index], x[index + 1], shift: knownShift)
                history = history &<< 1 | UInt64(known[place])
            }
            return history
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
    /// Where the last tile on each diagonal ends, so that no tile is found twice.
    private let diagonalEnds: UnsafeMutableBufferPointer<Int32>
    /// A text that repeats itself has tiles on every diagonal: enough is enough.
    private(set) var wordsLeft: Int

    init(
        _ x: UnsafeBufferPointer<UInt64>, _ y: UnsafeBufferPointer<UInt64>,
        diagonalEnds: UnsafeMutableBufferPointer<Int32>
    ) {
        self.x = x
        self.y = y
        self.diagonalEnds = diagonalEnds
        wordsLeft = 64 * (x.count + y.count)
        tiles.reserveCapacity(16)
    }

    /// Takes the tile through two places, if there is one that is not taken yet.
    mutating func look(at start: Int, _ place: Int) {
        let diagonal = start - place + y.count
        let limit = Int(diagonalEnds[diagonal])
        guard limit <= start, matches(at: start, place) else { return }
        let tile = maximalTile(through: start, place, notBefore: limit)
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
