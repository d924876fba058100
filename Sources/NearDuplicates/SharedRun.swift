/// Tiles that follow each other in both texts over gaps of a few words.
struct SharedRun {
    private(set) var tiles: [Tile]

    init(_ tile: Tile) {
        tiles = [tile]
    }

    private init(tiles: [Tile]) {
        self.tiles = tiles
    }

    /// Paired words.
    var matched: Int { tiles.reduce(0) { $0 + $1.count } }
    /// Words of the longest tile.
    var longest: Int { tiles.reduce(0) { max($0, $1.count) } }
    var xRange: Range<Int> { (tiles.first?.x ?? 0)..<(tiles.last?.xEnd ?? 0) }
    var yRange: Range<Int> { (tiles.first?.y ?? 0)..<(tiles.last?.yEnd ?? 0) }
    /// Twice the paired words over the words of both sides.
    var dice: Double { Double(2 * matched) / Double(max(1, xRange.count + yRange.count)) }

    /// The runs of `words` paired words or more that `tiles`, in the order of the first text, form. Tiles
    /// from elsewhere in the second text do not break a run they stand in.
    static func joined(_ tiles: [Tile], atLeast words: Int) -> [SharedRun] {
        guard tiles.reduce(0, { $0 + $1.count }) >= words else { return [] }
        var done: [SharedRun] = []
        var open: [SharedRun] = []
        for tile in tiles {
            var nearest: (index: Int, gap: Int)?
            var index = 0
            while index < open.count {
                let run = open[index]
                if tile.x - run.xRange.upperBound > WordAlignment.widestGap {
                    done.append(open.remove(at: index))
                    continue
                }
                let gap = tile.y - run.yRange.upperBound
                if gap >= 0, gap <= WordAlignment.widestGap, gap < nearest?.gap ?? .max {
                    nearest = (index, gap)
                }
                index += 1
            }
            if let nearest {
                open[nearest.index].tiles.append(tile)
            } else {
                open.append(SharedRun(tile))
            }
        }
        done += open
        return done.filter { $0.matched >= words }
    }

    /// The run without single words at its ends, unless it is one.
    func trimmed() -> SharedRun {
        guard tiles.count > 1, tiles.first?.count == 1 || tiles.last?.count == 1 else {
            return self
        }
        var kept = tiles[...]
        while kept.count > 1, kept.first?.count == 1 { kept.removeFirst() }
        while kept.count > 1, kept.last?.count == 1 { kept.removeLast() }
        return SharedRun(tiles: Array(kept))
    }

    /// The run cut wherever a paragraph of either text begins.
    func pieces(paragraphsX: [Int], paragraphsY: [Int]) -> [SharedRun] {
        var pieces: [SharedRun] = []
        var previous: (x: Int, y: Int)?
        for tile in tiles {
            var rest = tile
            while rest.count > 0 {
                let paragraph = (
                    x: Self.paragraph(of: rest.x, in: paragraphsX),
                    y: Self.paragraph(of: rest.y, in: paragraphsY)
                )
                let endX = Self.end(of: paragraph.x, in: paragraphsX, beyond: rest.xEnd)
                let endY = Self.end(of: paragraph.y, in: paragraphsY, beyond: rest.yEnd)
                let count = min(rest.count, endX - rest.x, endY - rest.y)
                let part = Tile(x: rest.x, y: rest.y, count: count)
                if let previous, previous == paragraph {
                    pieces[pieces.count - 1].tiles.append(part)
                } else {
                    pieces.append(SharedRun(part))
                }
                previous = paragraph
                rest = Tile(x: rest.x + count, y: rest.y + count, count: rest.count - count)
            }
        }
        return pieces
    }

    /// The index of the paragraph that `word` stands in.
    static func paragraph(of word: Int, in starts: [Int]) -> Int {
        var low = 0
        var high = starts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= word { low = middle } else { high = middle }
        }
        return low
    }

    private static func end(of paragraph: Int, in starts: [Int], beyond end: Int) -> Int {
        paragraph + 1 < starts.count ? starts[paragraph + 1] : max(end, 0)
    }
}
