/// Finds the runs of a few words that two texts share.
struct AnchorTable: Sendable {
    /// Words in an anchor. 4 rather than 3: set phrases of three words are in any two texts.
    static let anchorWords = 4
    /// Places of one anchor that are tried. A phrase more frequent in one text says little.
    private static let mostPlaces = 32

    private let y: [UInt64]
    /// The first place of each hash's chain, -1 for none.
    private var heads: [Int32]
    /// The place after each in its chain.
    private var following: [Int32]
    private let shift: UInt64
    /// Whether some anchor has more places than are tried: such a table may miss tiles.
    let isRepetitive: Bool

    /// A table of the anchors of `y`.
    init(_ y: [UInt64]) {
        self.y = y
        let places = max(0, y.count - Self.anchorWords + 1)
        var capacity = 16
        while capacity < 2 * places { capacity *= 2 }
        shift = UInt64(64 - capacity.trailingZeroBitCount)
        heads = [Int32](repeating: -1, count: capacity)
        following = [Int32](repeating: -1, count: places)
        var isRepetitive = false
        for place in stride(from: places - 1, through: 0, by: -1) {
            let slot = Self.slot(of: y, at: place, shift: shift)
            following[place] = heads[slot]
            heads[slot] = Int32(truncatingIfNeeded: place)
        }
        // A chain as long as that is rare; looking for one costs as much as looking one up.
        for head in heads where head >= 0 && !isRepetitive {
            var (place, length) = (Int(head), 0)
            while place >= 0, length <= Self.mostPlaces {
                place = Int(following[place])
                length += 1
            }
            isRepetitive = length > Self.mostPlaces
        }
        self.isRepetitive = isRepetitive
    }

    /// A sum of products, which do not wait for each other; its upper bits are the well mixed ones.
    @inline(__always)
    private static func slot(of words: [UInt64], at place: Int, shift: UInt64) -> Int {
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
        let words = Self.anchorWords
        guard x.count >= words, y.count >= words else { return [] }
        var tiles: [Tile] = []
        // Where the last tile on each diagonal ends, so that no tile is found twice.
        var diagonalEnds = [Int32](repeating: 0, count: x.count + y.count)
        // A text that repeats itself has tiles on every diagonal: enough is enough.
        var wordsLeft = 64 * (x.count + y.count)
        for start in 0...(x.count - words) {
            var place = Int(heads[Self.slot(of: x, at: start, shift: shift)])
            var tried = 0
            while place >= 0, tried < Self.mostPlaces, wordsLeft > 0 {
                let diagonal = start - place + y.count
                if Int(diagonalEnds[diagonal]) <= start, matches(x, at: start, place: place) {
                    let tile = maximalTile(
                        x, through: start, place, notBefore: Int(diagonalEnds[diagonal]))
                    diagonalEnds[diagonal] = Int32(truncatingIfNeeded: tile.xEnd)
                    tiles.append(tile)
                    wordsLeft -= tile.count
                }
                place = Int(following[place])
                tried += 1
            }
        }
        return tiles
    }

    @inline(__always)
    private func matches(_ x: [UInt64], at start: Int, place: Int) -> Bool {
        for offset in 0..<Self.anchorWords where x[start + offset] != y[place + offset] {
            return false
        }
        return true
    }

    private func maximalTile(
        _ x: [UInt64], through start: Int, _ place: Int, notBefore limit: Int
    ) -> Tile {
        var tile = Tile(x: start, y: place, count: Self.anchorWords)
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
