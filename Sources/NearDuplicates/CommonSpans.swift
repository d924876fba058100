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

    /// Whether all chosen shingles inside `range` are common, and there is one.
    func covers(_ range: Range<Int>) -> Bool {
        var isCommon = false
        for shingle in shingles
        where shingle.position >= range.lowerBound
            && shingle.position + Winnowing.standard.shingle <= range.upperBound
        {
            guard shingle.isCommon else { return false }
            isCommon = true
        }
        return isCommon
    }
}
