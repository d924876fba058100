/// Pairs the equal words of two short stretches in order, as many as can be, neighbours before
/// scattered ones.
struct GapAlignment {
    private var scores: [Int32] = []

    /// The pairs, rising.
    ///
    /// Takes time in the product of the ranges' lengths.
    mutating func pairs(
        _ x: [UInt64], _ rangeX: Range<Int>, _ y: [UInt64], _ rangeY: Range<Int>
    ) -> [(Int, Int)] {
        let width = rangeY.count + 1
        let size = (rangeX.count + 1) * width
        if scores.count < size {
            scores = [Int32](repeating: 0, count: size)
        }
        for column in 0..<width { scores[column] = 0 }
        for row in 1...rangeX.count {
            let word = x[rangeX.lowerBound + row - 1]
            scores[row * width] = 0
            for column in 1..<width {
                let indexY = rangeY.lowerBound + column - 1
                var best = max(
                    scores[(row - 1) * width + column], scores[row * width + column - 1])
                if word == y[indexY] {
                    let gain = Self.gain(x, rangeX.lowerBound + row - 1, y, indexY)
                    best = max(best, scores[(row - 1) * width + column - 1] + gain)
                }
                scores[row * width + column] = best
            }
        }
        return tracedBack(x, rangeX, y, rangeY, width: width)
    }

    /// Two for a pair, one more beside another pair: a phrase is worth more than as many words
    /// scattered.
    @inline(__always)
    private static func gain(_ x: [UInt64], _ indexX: Int, _ y: [UInt64], _ indexY: Int) -> Int32 {
        indexX > 0 && indexY > 0 && x[indexX - 1] == y[indexY - 1] ? 3 : 2
    }

    private func tracedBack(
        _ x: [UInt64], _ rangeX: Range<Int>, _ y: [UInt64], _ rangeY: Range<Int>, width: Int
    ) -> [(Int, Int)] {
        var pairs: [(Int, Int)] = []
        var row = rangeX.count
        var column = rangeY.count
        while row > 0, column > 0 {
            let score = scores[row * width + column]
            let indexX = rangeX.lowerBound + row - 1
            let indexY = rangeY.lowerBound + column - 1
            if x[indexX] == y[indexY],
                score == scores[(row - 1) * width + column - 1] + Self.gain(x, indexX, y, indexY)
            {
                pairs.append((indexX, indexY))
                row -= 1
                column -= 1
            } else if score == scores[(row - 1) * width + column] {
                row -= 1
            } else {
                column -= 1
            }
        }
        pairs.reverse()
        return pairs
    }
}
