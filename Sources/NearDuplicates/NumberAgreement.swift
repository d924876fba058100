/// Whether two texts that share words have the same numbers at the same places.
///
/// A template filled in on another day has other numbers where this one has its own: a conflict. A
/// number that stands against no number does not conflict: one outlet writes 30 and another thirty,
/// an agency adds a dateline, a site its own footer.
struct NumberAgreement {
    /// Stretches no longer than this may have their numbers in another order, as dates have.
    private static let shortStretch = WordAlignment.widestGap

    private let x: ComparedText
    private let y: ComparedText
    private var agreeing = 0
    private var conflicting = 0

    /// - Parameters:
    ///   - tiles: The paired words that count.
    ///   - reach: How many words beyond paired ones are looked at; `nil` for all up to the next.
    init(of x: ComparedText, and y: ComparedText, tiles: [Tile], reach: Int?) {
        self.x = x
        self.y = y
        for tile in tiles {
            for index in tile.y..<tile.yEnd where y.isNumber(index) { agreeing += 1 }
        }
        countStretches(between: tiles, reach: reach)
    }

    /// The share of agreeing numbers among those that stand against one, 1 if none does.
    var share: Double {
        agreeing + conflicting == 0 ? 1 : Double(agreeing) / Double(agreeing + conflicting)
    }

    private mutating func countStretches(between tiles: [Tile], reach: Int?) {
        let byX = Self.sorted(tiles, by: \.x)
        let byY = Self.sorted(tiles, by: \.y)
        for place in 0...byY.count {
            let left = place > 0 ? byY[place - 1] : nil
            let right = place < byY.count ? byY[place] : nil
            let stretch = (left?.yEnd ?? 0)..<(right?.y ?? y.count)
            let own = numbers(
                of: y, in: stretch, fromLeft: left != nil, fromRight: right != nil, reach)
            // Nothing can stand against nothing.
            guard !own.isEmpty else { continue }
            let after = left.map { stretchAfter($0, in: byX) } ?? 0..<0
            let before = right.map { stretchBefore($0, in: byX) } ?? 0..<0
            var facing = numbers(
                of: x, in: after, fromLeft: left != nil, fromRight: after == before, reach)
            if before != after {
                facing += numbers(of: x, in: before, fromLeft: false, fromRight: true, reach)
            }
            let isShort =
                left != nil && right != nil && stretch.count <= Self.shortStretch
                && max(after.count, before.count) <= Self.shortStretch
            if isShort {
                countInAnyOrder(own, against: facing)
            } else {
                countInContext(own, against: facing)
            }
        }
    }

    /// The tiles in the order of one text. They mostly are already.
    private static func sorted(_ tiles: [Tile], by place: (Tile) -> Int) -> [Tile] {
        let isSorted = tiles.indices.dropFirst().allSatisfy { index in
            place(tiles[index - 1]) <= place(tiles[index])
        }
        return isSorted ? tiles : tiles.sorted { place($0) < place($1) }
    }

    /// The unpaired stretch of x before a tile.
    private func stretchBefore(_ tile: Tile, in byX: [Tile]) -> Range<Int> {
        let place = Self.place(of: tile, in: byX)
        return (place > 0 ? byX[place - 1].xEnd : 0)..<tile.x
    }

    /// The unpaired stretch of x after a tile.
    private func stretchAfter(_ tile: Tile, in byX: [Tile]) -> Range<Int> {
        let place = Self.place(of: tile, in: byX)
        return tile.xEnd..<(place + 1 < byX.count ? byX[place + 1].x : x.count)
    }

    private static func place(of tile: Tile, in byX: [Tile]) -> Int {
        var low = 0
        var high = byX.count
        while low < high {
            let middle = (low + high) / 2
            if byX[middle].x < tile.x { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The indices of the numbers in a stretch, no further than `reach` words from the ends that
    /// matter.
    private func numbers(
        of text: ComparedText, in stretch: Range<Int>, fromLeft: Bool, fromRight: Bool,
        _ reach: Int?
    ) -> [Int] {
        guard let reach, stretch.count > reach else {
            return reach == nil || fromLeft || fromRight ? stretch.filter(text.isNumber) : []
        }
        let left = stretch.prefix(fromLeft ? reach : 0)
        let right = stretch.suffix(fromRight ? reach : 0)
        return left.filter(text.isNumber)
            + (max(left.upperBound, right.lowerBound)..<stretch.upperBound).filter(text.isNumber)
    }

    /// Between paired words, few words apart: every number stands against one of the other text, and
    /// equal ones agree in any order.
    private mutating func countInAnyOrder(_ own: [Int], against facing: [Int]) {
        guard !own.isEmpty, !facing.isEmpty else { return }
        var rest = facing.map { x.words[$0] }
        var unmatched = own.count
        for index in own {
            guard let place = rest.firstIndex(of: y.words[index]) else { continue }
            rest.remove(at: place)
            unmatched -= 1
            agreeing += 1
        }
        conflicting += min(unmatched, rest.count)
    }

    /// In a long stretch, or beyond the last paired word, either text may have matter of its own. Only
    /// numbers beside the same word stand against each other, as in the lines of a table.
    private mutating func countInContext(_ own: [Int], against facing: [Int]) {
        guard !own.isEmpty, !facing.isEmpty else { return }
        let lefts = Set(facing.compactMap { Self.neighbour(of: $0, in: x, step: -1) })
        let rights = Set(facing.compactMap { Self.neighbour(of: $0, in: x, step: 1) })
        let inContext = own.count { index in
            Self.neighbour(of: index, in: y, step: -1).map(lefts.contains) ?? false
                || Self.neighbour(of: index, in: y, step: 1).map(rights.contains) ?? false
        }
        conflicting += min(inContext, facing.count)
    }

    /// The hash of the nearest word to one side that is no number.
    private static func neighbour(of index: Int, in text: ComparedText, step: Int) -> UInt64? {
        var place = index + step
        while text.words.indices.contains(place), text.isNumber(place) { place += step }
        return text.words.indices.contains(place) ? text.words[place] : nil
    }
}
