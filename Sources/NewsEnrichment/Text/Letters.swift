extension ArraySlice<UInt16> {
    /// Whether these letters of a word are ال and at least two more.
    @inline(__always)
    var haveArticle: Bool {
        count > 3 && self[startIndex] == Letter.alef && self[startIndex + 1] == Letter.lam
    }
}

extension NewsText {
    /// Whether a word without its first letters is ال and at least two letters more.
    @inline(__always)
    func hasArticle(_ index: Int, cut: Int = 0) -> Bool {
        let own = places(ofLetters: index)
        return own.count - cut > 3 && letters[own.lowerBound + cut] == Letter.alef
            && letters[own.lowerBound + cut + 1] == Letter.lam
    }

    /// The last letter of a word; `nil` for a word without letters.
    @inline(__always)
    func lastLetter(_ index: Int) -> UInt16? {
        let own = places(ofLetters: index)
        return own.isEmpty ? nil : letters[own.upperBound - 1]
    }
}
