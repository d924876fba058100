/// Pairs the equal words of two short stretches in order, as many as can be, neighbours before
/// scattered ones.
///
/// The usual table of all words against all, of which only the rows and columns of words that are in
/// both stretches are kept: the others repeat the row above or the column to their left.
enum GapAlignment {
    /// Words a stretch may have.
    static let longest = 64

    /// Sets `pairs` to the pairs, the last of both stretches first.
    ///
    /// - Precondition: Neither range is longer than ``longest``.
    static func find(
        _ pairs: inout [(Int, Int)], _ x: UnsafeBufferPointer<UInt64>, _ rangeX: Range<Int>,
        _ y: UnsafeBufferPointer<UInt64>, _ rangeY: Range<Int>
    ) {
        pairs.removeAll(keepingCapacity: true)
        precondition(
            rangeX.count <= longest && rangeY.count <= longest, "a gap too wide to align")
        withUnsafeTemporaryAllocation(of: Row.self, capacity: longest) { rows in
            var columns: UInt64 = 0
            let count = findRows(x, rangeX, y, rangeY, rows, columns: &columns)
            guard count > 0 else { return }
            align(
                &pairs, x, y, rangeY: rangeY, UnsafeBufferPointer(rebasing: rows[..<count]),
                columns: columns)
        }
    }

    /// A word of the first stretch that is in the second.
    private struct Row {
        /// Its index in the first text.
        let index: Int
        /// The words of the second stretch that equal it, by bits.
        let columns: UInt64
    }

    private static func findRows(
        _ x: UnsafeBufferPointer<UInt64>, _ rangeX: Range<Int>, _ y: UnsafeBufferPointer<UInt64>,
        _ rangeY: Range<Int>, _ rows: UnsafeMutableBufferPointer<Row>, columns: inout UInt64
    ) -> Int {
        // Six bits of a word's hash: most words of the one stretch are not in the other.
        var known: UInt64 = 0
        for index in rangeY { known |= 1 &<< Self.sixBits(of: y[index]) }
        var count = 0
        for index in rangeX {
            let word = x[index]
            guard known &>> Self.sixBits(of: word) & 1 == 1 else { continue }
            var equal: UInt64 = 0
            for (column, other) in rangeY.enumerated() where y[other] == word {
                equal |= 1 &<< UInt64(column)
            }
            guard equal != 0 else { continue }
            rows.initializeElement(at: count, to: Row(index: index, columns: equal))
            columns |= equal
            count += 1
        }
        return count
    }

    @inline(__always)
    private static func sixBits(of word: UInt64) -> UInt64 {
        (word &* 0x9E37_79B9_7F4A_7C15) &>> 58
    }

    private static func align(
        _ pairs: inout [(Int, Int)], _ x: UnsafeBufferPointer<UInt64>,
        _ y: UnsafeBufferPointer<UInt64>, rangeY: Range<Int>, _ rows: UnsafeBufferPointer<Row>,
        columns: UInt64
    ) {
        let columnCount = columns.nonzeroBitCount
        withUnsafeTemporaryAllocation(of: Int.self, capacity: columnCount) { places in
            var rest = columns
            for column in 0..<columnCount {
                places.initializeElement(at: column, to: rest.trailingZeroBitCount)
                rest &= rest &- 1
            }
            let size = (rows.count + 1) * (columnCount + 1)
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: size) { scores in
                scores.initialize(repeating: 0)
                let table = Table(
                    x: x, y: y, startY: rangeY.lowerBound, rows: rows,
                    places: UnsafeBufferPointer(places), scores: scores)
                table.fill()
                table.traceBack(&pairs, endY: rangeY.count)
            }
        }
    }

    /// The scores of the rows and columns that are kept, the first of each being 0.
    private struct Table {
        let x: UnsafeBufferPointer<UInt64>
        let y: UnsafeBufferPointer<UInt64>
        let startY: Int
        let rows: UnsafeBufferPointer<Row>
        /// Where in the second stretch the columns are.
        let places: UnsafeBufferPointer<Int>
        let scores: UnsafeMutableBufferPointer<Int32>

        private var width: Int { places.count + 1 }

        /// Two for a pair, one more beside another pair: a phrase is worth more than as many words
        /// scattered. `nil` if the words differ.
        @inline(__always)
        private func gain(_ row: Int, _ column: Int) -> Int32? {
            let place = places[column - 1]
            let indexX = rows[row - 1].index
            guard rows[row - 1].columns &>> UInt64(place) & 1 == 1 else { return nil }
            let indexY = startY + place
            return indexX > 0 && indexY > 0 && x[indexX - 1] == y[indexY - 1] ? 3 : 2
        }

        func fill() {
            for row in 1...rows.count {
                for column in 1..<width {
                    var best = max(
                        scores[(row - 1) * width + column], scores[row * width + column - 1])
                    if let gain = gain(row, column) {
                        best = max(best, scores[(row - 1) * width + column - 1] + gain)
                    }
                    scores[row * width + column] = best
                }
            }
        }

        /// - Parameter endY: Words of the second stretch.
        func traceBack(_ pairs: inout [(Int, Int)], endY: Int) {
            var row = rows.count
            var column = places.count
            // Whether the way back stands at a word that is in no column, right of `column`.
            var isBetween = places[column - 1] != endY - 1
            while row > 0, column > 0 {
                let score = scores[row * width + column]
                let isAbove = score == scores[(row - 1) * width + column]
                if isBetween {
                    if isAbove { row -= 1 } else { isBetween = false }
                    continue
                }
                if let gain = gain(row, column),
                    score == scores[(row - 1) * width + column - 1] + gain
                {
                    pairs.append((rows[row - 1].index, startY + places[column - 1]))
                    row -= 1
                } else if isAbove {
                    row -= 1
                    continue
                }
                column -= 1
                isBetween = column > 0 && places[column - 1] != places[column] - 1
            }
        }
    }
}
