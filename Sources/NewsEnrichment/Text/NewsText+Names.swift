extension WordReading.Proclitics {
    /// How many letters ل and what is left of the article take: two of للحرس, one of للجنة, none of
    /// الحرس.
    fileprivate var lettersOfArticle: Int {
        guard contains(.fused) else { return 0 }
        return contains(.doubled) ? 1 : 2
    }
}

extension NewsText {
    /// Some words as a name by itself: of للحرس الوطني it is الحرس الوطني, of وكالة "رويترز" the second
    /// mark is in it.
    ///
    /// - Parameters:
    ///   - cut: How many letters to leave out at the start.
    ///   - proclitics: What the first word is read with.
    func name(_ range: Range<Int>, cut: Int, _ proclitics: WordReading.Proclitics) -> String {
        let lost = proclitics.lettersOfArticle
        let name = string(start(range, cut: cut + lost).bytes.lowerBound..<closedEnd(range))
        return lost > 0 ? "ال" + name : name
    }

    /// The ref of such a name: that of الحرس الوطني whatever stands before it.
    func ref(
        _ kind: String, _ range: Range<Int>, cut: Int, _ proclitics: WordReading.Proclitics
    ) -> String {
        let lost = proclitics.lettersOfArticle
        return ref(lost > 0 ? kind + "ال" : kind, range, cut: cut + lost)
    }

    /// The byte where some words end, with the mark that closes what was opened among them.
    private func closedEnd(_ range: Range<Int>) -> Int {
        let end = Int(words[range.upperBound - 1].endByte)
        var depth = 0
        for index in range.dropFirst() {
            if words[index].before.contains(.closeQuote) { depth -= 1 }
            if words[index].before.contains(.openQuote) { depth += 1 }
        }
        let after = range.upperBound < words.count ? words[range.upperBound].before : tail
        guard depth > 0, after.contains(.closeQuote) else { return end }
        return quoteMark(after: end)?.byte ?? end
    }
}
