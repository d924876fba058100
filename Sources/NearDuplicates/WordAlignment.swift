/// Pairs the words of two texts: long equal runs first, wherever they stand, then the words between
/// and around them.
///
/// Every word is paired at most once. Runs may be in another order in the two texts, so moved
/// paragraphs are found; within the gaps between runs the order is kept.
struct WordAlignment {
    /// Words of either text that may stand between two paired ones of a run.
    static let widestGap = 8
    /// Tiles of this length are trusted wherever they stand; shorter ones only once the words around
    /// these have been paired.
    private static let strongTile = 8
    /// Words beyond a run's end that are tried at once: two gaps.
    private static let reach = 2 * widestGap

    private let x: UnsafeBufferPointer<UInt64>
    private let y: UnsafeBufferPointer<UInt64>
    /// For each word of the first text its partner in the second, or -1.
    private let partnerOfX: UnsafeMutableBufferPointer<Int32>
    /// For each word of the second text its partner in the first, or -1.
    private let partnerOfY: UnsafeMutableBufferPointer<Int32>
    /// Words of the first text before and from which none is paired.
    private var pairedX = 0..<0
    /// The pairs found last, kept for its memory.
    private var found: [(Int, Int)] = []

    /// The maximal tiles of the words paired, in the order of the first text.
    ///
    /// - Parameter tiles: All maximal tiles of the two, longest first.
    static func tiles(
        _ x: UnsafeBufferPointer<UInt64>, _ y: UnsafeBufferPointer<UInt64>, from tiles: [Tile]
    ) -> [Tile] {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: x.count + y.count) { partners in
            partners.initialize(repeating: -1)
            var alignment = WordAlignment(x, y, partners)
            let weak = tiles.firstIndex { $0.count < strongTile } ?? tiles.count
            for tile in tiles[..<weak] { alignment.place(tile) }
            if weak > 0 { alignment.growTiles() }
            for tile in tiles[weak...] { alignment.place(tile) }
            if weak < tiles.count { alignment.growTiles() }
            return alignment.tiles
        }
    }

    private init(
        _ x: UnsafeBufferPointer<UInt64>, _ y: UnsafeBufferPointer<UInt64>,
        _ partners: UnsafeMutableBufferPointer<Int32>
    ) {
        self.x = x
        self.y = y
        partnerOfX = UnsafeMutableBufferPointer(rebasing: partners[..<x.count])
        partnerOfY = UnsafeMutableBufferPointer(rebasing: partners[x.count...])
    }

    private var tiles: [Tile] {
        var result: [Tile] = []
        result.reserveCapacity(16)
        var open: Tile?
        for index in pairedX {
            let partner = Int(partnerOfX[index])
            if partner >= 0, let tile = open, tile.xEnd == index, tile.yEnd == partner {
                open?.count += 1
                continue
            }
            if let tile = open { result.append(tile) }
            open = partner >= 0 ? Tile(x: index, y: partner, count: 1) : nil
        }
        if let tile = open { result.append(tile) }
        return result
    }

    /// Pairs the parts of a tile that are still free on both sides and at least an anchor long.
    private mutating func place(_ tile: Tile) {
        var offset = 0
        while offset < tile.count {
            var end = offset
            while end < tile.count, partnerOfX[tile.x + end] < 0, partnerOfY[tile.y + end] < 0 {
                end += 1
            }
            if end - offset >= AnchorTable.anchorWords {
                for index in offset..<end { pair(tile.x + index, tile.y + index) }
            }
            offset = end + 1
        }
    }

    @inline(__always)
    private mutating func pair(_ indexX: Int, _ indexY: Int) {
        partnerOfX[indexX] = Int32(truncatingIfNeeded: indexY)
        partnerOfY[indexY] = Int32(truncatingIfNeeded: indexX)
        if pairedX.isEmpty {
            pairedX = indexX..<(indexX + 1)
        } else if indexX < pairedX.lowerBound {
            pairedX = indexX..<pairedX.upperBound
        } else if indexX >= pairedX.upperBound {
            pairedX = pairedX.lowerBound..<(indexX + 1)
        }
    }

    /// Pairs words between and around the tiles.
    private mutating func growTiles() {
        let tiles = self.tiles
        for index in tiles.indices {
            let tile = tiles[index]
            let next = index + 1 < tiles.count ? tiles[index + 1] : nil
            if let next, next.y >= tile.yEnd, next.x - tile.xEnd <= 2 * Self.reach,
                next.y - tile.yEnd <= 2 * Self.reach, isFreeInY(tile.yEnd..<next.y)
            {
                fill(tile.xEnd..<next.x, tile.yEnd..<next.y)
            } else {
                growForward(from: tile)
                if let next { growBackward(from: next) }
            }
        }
        if let first = tiles.first { growBackward(from: first) }
    }

    private func isFreeInY(_ range: Range<Int>) -> Bool {
        range.allSatisfy { partnerOfY[$0] < 0 }
    }

    private mutating func fill(_ rangeX: Range<Int>, _ rangeY: Range<Int>) {
        guard !rangeX.isEmpty, !rangeY.isEmpty else { return }
        GapAlignment.find(&found, x, rangeX, y, rangeY)
        for (indexX, indexY) in found { pair(indexX, indexY) }
    }

    private mutating func growForward(from tile: Tile) {
        var endX = tile.xEnd
        var endY = tile.yEnd
        while true {
            var limitX = endX
            while limitX < min(x.count, endX + Self.reach), partnerOfX[limitX] < 0 { limitX += 1 }
            var limitY = endY
            while limitY < min(y.count, endY + Self.reach), partnerOfY[limitY] < 0 { limitY += 1 }
            guard endX < limitX, endY < limitY else { return }
            GapAlignment.find(&found, x, endX..<limitX, y, endY..<limitY)
            found.reverse()
            guard let last = pairReached(from: (endX - 1, endY - 1)) else { return }
            endX = last.0 + 1
            endY = last.1 + 1
        }
    }

    private mutating func growBackward(from tile: Tile) {
        var startX = tile.x
        var startY = tile.y
        while true {
            var limitX = startX
            while limitX > max(0, startX - Self.reach), partnerOfX[limitX - 1] < 0 { limitX -= 1 }
            var limitY = startY
            while limitY > max(0, startY - Self.reach), partnerOfY[limitY - 1] < 0 { limitY -= 1 }
            guard limitX < startX, limitY < startY else { return }
            GapAlignment.find(&found, x, limitX..<startX, y, limitY..<startY)
            guard let last = pairReached(from: (startX, startY)) else { return }
            startX = last.0
            startY = last.1
        }
    }

    /// Pairs what was found, nearest first, as far as it is reached from a run's end over gaps that are
    /// not too wide, without single words at the far end: those are there by chance.
    ///
    /// - Returns: The last pair, if any.
    private mutating func pairReached(from end: (Int, Int)) -> (Int, Int)? {
        var previous = end
        var kept = 0
        for index in found.indices {
            let pair = found[index]
            let stepX = abs(pair.0 - previous.0)
            let stepY = abs(pair.1 - previous.1)
            guard stepX <= Self.widestGap + 1, stepY <= Self.widestGap + 1 else { break }
            if stepX == 1, stepY == 1 { kept = index + 1 }
            previous = pair
        }
        for (indexX, indexY) in found[..<kept] { pair(indexX, indexY) }
        return found[..<kept].last
    }
}
