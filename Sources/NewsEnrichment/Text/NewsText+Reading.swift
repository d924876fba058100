extension NewsText {
    /// The ways to read a word, whole first.
    func readings(of word: Word) -> ArraySlice<WordReading> {
        let first = Int(word.firstReading)
        return readings[first..<first + Int(word.readingCount)]
    }

    /// The first reading of a word that is in one of these classes.
    func reading(of word: Word, in senses: Senses) -> WordReading? {
        guard !word.anySenses.isDisjoint(with: senses) else { return nil }
        return readings(of: word).first { !$0.senses.isDisjoint(with: senses) }
    }

    /// The text from one word to another, whole, with what stands between.
    ///
    /// - Parameters:
    ///   - range: Word indices, at least one.
    ///   - cut: How many letters to leave out at the start: proclitics.
    func span(_ range: Range<Int>, cut: Int = 0) -> TextSpan {
        let (start, bytes) = start(range, cut: cut)
        return TextSpan(
            start: start, end: Int(words[range.upperBound - 1].end),
            paragraph: Int(words[range.lowerBound].paragraph), words: range, bytes: bytes,
            of: utf8)
    }

    /// Where some words start without their first letters, and where they end, in scalars.
    func scalars(_ range: Range<Int>, cut: Int) -> (start: Int, end: Int) {
        (start(range, cut: cut).scalar, Int(words[range.upperBound - 1].end))
    }

    /// Where some words start without their first letters, in scalars, and their bytes from there.
    func start(_ range: Range<Int>, cut: Int) -> (scalar: Int, bytes: Range<Int>) {
        let first = words[range.lowerBound]
        var byte = Int(first.startByte)
        var start = Int(first.start)
        var left = cut
        // Marks and tatweel go with the letter before them.
        while left > 0 || start > Int(first.start) && isMark(at: byte) {
            if !isMark(at: byte) { left -= 1 }
            byte += length(at: byte)
            start += 1
        }
        return (start, byte..<Int(words[range.upperBound - 1].endByte))
    }

    /// The text from one byte to another, at both of which a scalar starts.
    func string(_ bytes: Range<Int>) -> String {
        String(valid: utf8.span.extracting(bytes))
    }

    /// Where the letters of a word stand in ``letters``.
    func places(ofLetters index: Int) -> Range<Int> {
        let word = words[index]
        return Int(word.firstLetter)..<Int(word.firstLetter) + Int(word.letterCount)
    }

    /// The letters of a word in key form.
    func letters(of word: Word) -> ArraySlice<UInt16> {
        let first = Int(word.firstLetter)
        return letters[first..<first + Int(word.letterCount)]
    }

    /// The key form of some words, one space between them.
    func key(_ range: Range<Int>, cut: Int = 0) -> String {
        key(range, cut: cut, after: "", separator: 0x20)
    }

    /// A ref: its kind, then the key form of some words with hyphens.
    func ref(_ kind: String, _ range: Range<Int>, cut: Int = 0) -> String {
        key(range, cut: cut, after: kind, separator: 0x2D)
    }

    /// The ref of a person: عبد has no hyphen behind it, so that عبد الله and عبدالله are one.
    func personRef(_ range: Range<Int>, cut: Int) -> String {
        key(range, cut: cut, after: "person:", separator: 0x2D, joinsServants: true)
    }

    private func key(
        _ range: Range<Int>, cut: Int, after prefix: String, separator: UInt8,
        joinsServants: Bool = false
    ) -> String {
        let most = range.reduce(prefix.utf8.count) { $0 + Int(words[$1].letterCount) * 2 + 1 }
        let key: String? = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { bytes in
            let letters = letters.span
            var count = bytes.initialize(fromContentsOf: prefix.utf8)
            for index in range {
                if index > range.lowerBound, !joinsServants || !isServant(index - 1) {
                    bytes[count] = separator
                    count += 1
                }
                let own = places(ofLetters: index)
                var place = own.lowerBound + (index > range.lowerBound ? 0 : cut)
                while place < own.upperBound {
                    let unit = letters[place]
                    place &+= 1
                    if unit < 0x80 {
                        bytes[count] = UInt8(truncatingIfNeeded: unit)
                        count &+= 1
                        continue
                    }
                    guard unit < 0x800 else { return nil }
                    bytes[count] = UInt8(truncatingIfNeeded: 0xC0 | unit &>> 6)
                    bytes[count &+ 1] = UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F)
                    count &+= 2
                }
            }
            return String(valid: bytes.extracting(..<count).span)
        }
        return key
            ?? slowKey(
                range, cut: cut, after: prefix, separator: separator, joinsServants: joinsServants)
    }

    /// Whether a word is عبد, or وعبد.
    @inline(__always)
    func isServant(_ index: Int) -> Bool {
        let count = Int(words[index].letterCount)
        let end = places(ofLetters: index).upperBound
        guard count == 3 || count == 4 && letters[end - 4] == Letter.waw else { return false }
        return letters[end - 3] == 0x639 && letters[end - 2] == Letter.beh
            && letters[end - 1] == 0x62F
    }

    /// The same where a letter takes more than two bytes.
    private func slowKey(
        _ range: Range<Int>, cut: Int, after prefix: String, separator: UInt8, joinsServants: Bool
    ) -> String {
        var units = Array(prefix.utf16)
        for index in range {
            if index > range.lowerBound, !joinsServants || !isServant(index - 1) {
                units.append(UInt16(separator))
            }
            let letters = letters(of: words[index])
            units += index == range.lowerBound ? letters.dropFirst(cut) : letters
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// The sentence that has a word.
    func sentence(of word: Int) -> Int {
        var (low, high) = (0, sentences.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if sentences[middle].lowerBound <= word { low = middle } else { high = middle }
        }
        return low
    }

    /// The first word that ends after a scalar offset; the number of words if none does.
    func word(endingAfter scalar: Int) -> Int {
        let words = words.span
        var (low, count) = (0, words.count)
        // Words are much of a length: where they run on evenly it is among the 32 around its share.
        if count > 64 {
            let share = scalar * count / Int(words[count - 1].end)
            let first = min(max(share - 16, 1), count - 32)
            if Int(words[first - 1].end) <= scalar, scalar < Int(words[first + 31].end) {
                (low, count) = (first, 32)
            }
        }
        while count > 0 {
            let half = count >> 1
            let isBefore = Int(words[unchecked: low &+ half].end) <= scalar
            low = isBefore ? low &+ half &+ 1 : low
            count = isBefore ? count &- half &- 1 : half
        }
        return low
    }

    /// The words of which something stands between two scalar offsets.
    func words(in scalars: Range<Int>) -> Range<Int> {
        let first = word(endingAfter: scalars.lowerBound)
        var last = first
        while last < words.count, Int(words[last].start) < scalars.upperBound { last += 1 }
        return first..<last
    }

    /// The number of the paragraph at a scalar offset.
    func paragraph(at scalar: Int) -> Int {
        let word = word(endingAfter: scalar)
        return word < words.count ? Int(words[word].paragraph) : Int(words.last?.paragraph ?? 1)
    }

    /// The text between two scalar offsets, both in it.
    func text(of scalars: Range<Int>) -> String {
        let start = byte(at: scalars.lowerBound)
        var end = start
        for _ in scalars { end += length(at: end) }
        return string(start..<end)
    }

    /// The byte at which the scalar of this number starts.
    func byte(at scalar: Int) -> Int {
        let next = word(endingAfter: scalar)
        // Counted from the last place before it that is known.
        var (byte, offset) = (0, 0)
        if next < words.count, Int(words[next].start) <= scalar {
            (byte, offset) = (Int(words[next].startByte), Int(words[next].start))
        } else if next > 0 {
            (byte, offset) = (Int(words[next - 1].endByte), Int(words[next - 1].end))
        }
        while offset < scalar {
            byte += length(at: byte)
            offset += 1
        }
        return byte
    }

    private func length(at byte: Int) -> Int {
        utf8[byte] < 0x80 ? 1 : utf8[byte] < 0xE0 ? 2 : utf8[byte] < 0xF0 ? 3 : 4
    }

    /// Harakat, small letters and tatweel: the two-byte marks that stand inside Arabic words.
    private func isMark(at byte: Int) -> Bool {
        guard byte + 1 < utf8.count, utf8[byte] >= 0xD8, utf8[byte] <= 0xDB else { return false }
        let value = UInt32(utf8[byte] & 0x1F) << 6 | UInt32(utf8[byte + 1] & 0x3F)
        return switch value {
        case 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8,
            0x6EA...0x6ED:
            true
        default: false
        }
    }
}
