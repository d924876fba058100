public import NearDuplicates

/// The words that two texts have in common, found the slow and certain way: what the index and the
/// comparer say is judged by it.
///
/// It looks at every word of one text beside every word of the other, so it misses nothing and shares
/// nothing with what it judges: no anchors, no fingerprints, no numbers.
public struct WordTiling: Sendable {
    /// Words in common runs of at least ``fewestWords``, wherever they stand, each counted once.
    public let tiled: Int
    /// Words in common when the order is kept, however scattered.
    public let inOrder: Int
    /// Whether the texts have the same words in the same order.
    public let isExact: Bool
    private let counts: (Int, Int)

    /// The shortest run that counts as common: two words are in any two texts.
    public static let fewestWords = 3

    /// Compares two texts. Takes time and memory in the product of their lengths.
    public init(_ a: TokenizedText, _ b: TokenizedText) {
        let (x, y) = (a.tokens.map(\.hash), b.tokens.map(\.hash))
        counts = (x.count, y.count)
        isExact = x == y
        tiled = Self.tiledWords(x, y)
        inOrder = Self.longestSubsequence(x, y)
    }

    /// Words in common over the words of both, each common one counted once.
    public var resemblance: Double {
        let common = max(tiled, inOrder)
        return Double(common) / Double(max(1, counts.0 + counts.1 - common))
    }

    /// The share of the shorter text that stands in common runs.
    public var containment: Double {
        Double(tiled) / Double(max(1, min(counts.0, counts.1)))
    }

    /// Greedy string tiling (Wise 1993): the longest runs first, every word at most once.
    private static func tiledWords(_ x: [UInt64], _ y: [UInt64]) -> Int {
        var runs: [(x: Int, y: Int, count: Int)] = []
        var above = [Int32](repeating: 0, count: y.count + 1)
        for i in stride(from: x.count - 1, through: 0, by: -1) {
            var row = [Int32](repeating: 0, count: y.count + 1)
            for j in stride(from: y.count - 1, through: 0, by: -1) where x[i] == y[j] {
                row[j] = above[j + 1] + 1
                let isStart = i == 0 || j == 0 || x[i - 1] != y[j - 1]
                if isStart, row[j] >= fewestWords { runs.append((i, j, Int(row[j]))) }
            }
            above = row
        }
        var usedX = [Bool](repeating: false, count: x.count)
        var usedY = [Bool](repeating: false, count: y.count)
        var total = 0
        for run in runs.sorted(by: { ($1.count, $0.x, $0.y) < ($0.count, $1.x, $1.y) }) {
            var offset = 0
            while offset < run.count {
                var end = offset
                while end < run.count, !usedX[run.x + end], !usedY[run.y + end] { end += 1 }
                if end - offset >= fewestWords {
                    for place in offset..<end {
                        usedX[run.x + place] = true
                        usedY[run.y + place] = true
                    }
                    total += end - offset
                }
                offset = end + 1
            }
        }
        return total
    }

    private static func longestSubsequence(_ x: [UInt64], _ y: [UInt64]) -> Int {
        var row = [Int32](repeating: 0, count: y.count + 1)
        for word in x {
            var diagonal: Int32 = 0
            for j in y.indices {
                let old = row[j + 1]
                row[j + 1] = word == y[j] ? diagonal + 1 : max(old, row[j])
                diagonal = old
            }
        }
        return Int(row[y.count])
    }
}
