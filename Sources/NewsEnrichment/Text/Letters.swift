extension ArraySlice<UInt16> {
    /// Whether these letters of a word are ال and at least two more.
    @inline(__always)
    var haveArticle: Bool {
        count > 3 && self[startIndex] == Letter.alef && self[startIndex + 1] == Letter.lam
    }
}
