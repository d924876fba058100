import Testing

@testable import NearDuplicates

struct GapAlignmentTests {
    @Test func `leaving out words of one stretch changes no pair`() {
        var composer = Composer(seed: 95)
        var pairs: [(Int, Int)] = []
        for round in 0..<4_000 {
            // Few different words give many ties, many give few pairs.
            let vocabulary = UInt64([2, 4, 12, 60][round % 4])
            let x = (0..<40).map { _ in composer.next() % vocabulary }
            let y = (0..<40).map { _ in composer.next() % vocabulary }
            let startX = Int.random(in: 0..<30, using: &composer)
            let startY = Int.random(in: 0..<30, using: &composer)
            let rangeX = startX..<Int.random(in: (startX + 1)...40, using: &composer)
            let rangeY = startY..<Int.random(in: (startY + 1)...40, using: &composer)
            x.withUnsafeBufferPointer { x in
                y.withUnsafeBufferPointer { y in
                    GapAlignment.find(&pairs, x, rangeX, y, rangeY)
                }
            }
            let expected = Self.fullTable(x, rangeX, y, rangeY)
            #expect(pairs.map(\.0) == expected.map(\.0))
            #expect(pairs.map(\.1) == expected.map(\.1))
        }
    }

    /// The table with every word of both stretches.
    private static func fullTable(
        _ x: [UInt64], _ rangeX: Range<Int>, _ y: [UInt64], _ rangeY: Range<Int>
    ) -> [(Int, Int)] {
        func gain(_ row: Int, _ column: Int) -> Int {
            let (i, j) = (rangeX.lowerBound + row - 1, rangeY.lowerBound + column - 1)
            return i > 0 && j > 0 && x[i - 1] == y[j - 1] ? 3 : 2
        }
        func isEqual(_ row: Int, _ column: Int) -> Bool {
            x[rangeX.lowerBound + row - 1] == y[rangeY.lowerBound + column - 1]
        }
        var scores = [[Int]](
            repeating: [Int](repeating: 0, count: rangeY.count + 1), count: rangeX.count + 1)
        for row in 1...rangeX.count {
            for column in 1...rangeY.count {
                var best = max(scores[row - 1][column], scores[row][column - 1])
                if isEqual(row, column) {
                    best = max(best, scores[row - 1][column - 1] + gain(row, column))
                }
                scores[row][column] = best
            }
        }
        var pairs: [(Int, Int)] = []
        var (row, column) = (rangeX.count, rangeY.count)
        while row > 0, column > 0 {
            let score = scores[row][column]
            if isEqual(row, column), score == scores[row - 1][column - 1] + gain(row, column) {
                pairs.append((rangeX.lowerBound + row - 1, rangeY.lowerBound + column - 1))
                row -= 1
                column -= 1
            } else if score == scores[row - 1][column] {
                row -= 1
            } else {
                column -= 1
            }
        }
        return pairs
    }
}
