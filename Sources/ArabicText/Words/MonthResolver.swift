/// Turns month names into their canonical words, once their neighbours are known.
struct MonthResolver {
    private let firstWord: Int
    private var found: [(word: Int, name: MonthNames.Name)] = []

    init(firstWord: Int) { self.firstWord = firstWord }

    /// Notes a name that will be the word at `wordIndex`.
    mutating func note(
        _ name: MonthNames.Name, wordIndex: Int, at byte: Int, in text: Span<UInt8>
    ) {
        if case .doubtfulWithMadda = name.certainty, !hasMadda(text, at: byte) { return }
        found.append((wordIndex, name))
    }

    /// Whether آ is among the first three letters: the name has at most a particle or two before it.
    private func hasMadda(_ text: Span<UInt8>, at byte: Int) -> Bool {
        var offset = byte
        while offset + 1 < text.count, offset < byte + 6 {
            if text[offset] == 0xD8, text[offset + 1] == 0xA2 { return true }
            offset += 2
        }
        return false
    }

    /// Gives the noted words their canonical hashes and joins the names of two words.
    mutating func resolve(_ words: inout [FingerprintWord]) {
        guard !found.isEmpty else { return }
        var joined: [Int] = []
        // Certain names first: they are what the doubtful ones stand beside.
        for (index, name) in found where name.certainty == .certain {
            words[index] = words[index].with(hash: name.canonical)
        }
        for (index, name) in found {
            switch name.certainty {
            case .certain: break
            case .doubtful, .doubtfulWithMadda:
                if isBesideDate(index, words) {
                    words[index] = words[index].with(hash: name.canonical)
                }
            case .firstOfTwo:
                guard index + 1 < words.count else { continue }
                let next = words[index + 1]
                guard next.start == words[index].end + 1,
                    let hash = name.hash(before: next.hash)
                else { continue }
                words[index] = FingerprintWord(
                    hash: hash, start: words[index].start, end: next.end, isNumber: false)
                joined.append(index + 1)
            }
        }
        remove(joined, from: &words)
        // Canonical names are not noted, and may be the first of the two.
        joinRepeated(from: max(firstWord, found[0].word - 1), &words)
    }

    /// Makes one word of a month that is named twice, as in `نيسان/أبريل` or `مايو (أيار)`.
    private func joinRepeated(from first: Int, _ words: inout [FingerprintWord]) {
        guard first + 1 < words.count else { return }
        var repeated: [Int] = []
        var kept = first
        for index in (first + 1)..<words.count {
            let word = words[index]
            if word.hash == words[kept].hash, word.start - words[kept].end <= 3,
                MonthNames.shared.canonicals.contains(word.hash)
            {
                words[kept] = FingerprintWord(
                    hash: word.hash, start: words[kept].start, end: word.end, isNumber: false)
                repeated.append(index)
            } else {
                kept = index
            }
        }
        remove(repeated, from: &words)
    }

    private func isBesideDate(_ index: Int, _ words: [FingerprintWord]) -> Bool {
        let months = MonthNames.shared
        if index > firstWord {
            let before = words[index - 1]
            if before.isNumber || months.canonicals.contains(before.hash)
                || months.monthWords.contains(before.hash)
            {
                return true
            }
        }
        guard index + 1 < words.count else { return false }
        let after = words[index + 1]
        return after.isNumber || months.canonicals.contains(after.hash)
    }

    private func remove(_ removed: [Int], from words: inout [FingerprintWord]) {
        guard var target = removed.first else { return }
        var nextRemoved = 0
        for index in target..<words.count {
            if nextRemoved < removed.count, removed[nextRemoved] == index {
                nextRemoved += 1
            } else {
                words[target] = words[index]
                target += 1
            }
        }
        words.removeSubrange(target...)
    }
}

extension MonthNames.Name {
    /// The month's hash if the word that follows says which of the two it is.
    fileprivate func hash(before ordinal: UInt64) -> UInt64? {
        if MonthNames.shared.firstOrdinals.contains(ordinal) { return canonical }
        if MonthNames.shared.secondOrdinals.contains(ordinal) { return canonicalSecond }
        return nil
    }
}

extension FingerprintWord {
    fileprivate func with(hash: UInt64) -> FingerprintWord {
        FingerprintWord(hash: hash, start: start, end: end, isNumber: isNumber)
    }
}
