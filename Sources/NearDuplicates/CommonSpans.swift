/// Where in a text the shingles stand that are too common to say anything.
struct CommonSpans: Sendable {
    /// The words at which shingles that are chosen begin, and whether each is common.
    private var shingles: [(position: Int, isCommon: Bool)] = []

    /// - Parameter keys: Common keys, rising. With none the text is not looked at.
    init(of text: TokenizedText, keys: [UInt64]) {
        guard !keys.isEmpty else { return }
        let common = Set(keys)
        var found: [(Int, Bool)] = []
        Winnowing.standard.forEachKey(of: text.tokens) { key, position in
            found.append((position, common.contains(key)))
        }
        shingles = found
    }

    /// Whether most of the chosen shingles inside `tiles` are common.
    ///
    /// Tiles are runs that are the same in both texts: what stands between them is no evidence.
    /// Most, not all: which shingles are chosen at the ends of a site's furniture depends on the
    /// article beside it, and one that is seldom chosen is not common for that.
    ///
    /// - Parameter ofX: Whether this text is the first of the two that the tiles are of.
    func cover(_ tiles: [Tile], ofX: Bool) -> Bool {
        guard !shingles.isEmpty else { return false }
        var common = 0
        var all = 0
        for tile in tiles {
            let span = ofX ? tile.x..<tile.xEnd : tile.y..<tile.yEnd
            for shingle in shingles
            where shingle.position >= span.lowerBound
                && shingle.position + Winnowing.standard.shingle <= span.upperBound
            {
                all += 1
                if shingle.isCommon { common += 1 }
            }
        }
        return common * 2 > all
    }
}
