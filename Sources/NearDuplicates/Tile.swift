/// A run of words that is the same in two texts, word for word.
struct Tile: Hashable {
    /// The index of its first word in the first text.
    var x: Int
    /// The index of its first word in the second text.
    var y: Int
    /// Words in it.
    var count: Int

    var xEnd: Int { x + count }
    var yEnd: Int { y + count }

    /// The run as seen from the second text.
    var mirrored: Tile { Tile(x: y, y: x, count: count) }

    /// Longer ones first.
    static func isBefore(_ left: Tile, _ right: Tile) -> Bool {
        left.count != right.count
            ? left.count > right.count : (left.x, left.y) < (right.x, right.y)
    }
}
