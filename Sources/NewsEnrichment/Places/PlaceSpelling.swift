/// What the marks of a word say of the place it names.
enum PlaceSpelling {
    /// Whether the marks of a word of the text fit a name.
    ///
    /// A name has no tanween (دومًا is an adverb), and عُمان is not عمّان.
    static func agrees(_ index: Int, with entry: Gazetteer.Entry, in text: NewsText) -> Bool {
        let word = text.words[index]
        // Each letter is two bytes: with no more than that there is no mark.
        guard word.kind == .arabic,
            Int(word.endByte - word.startByte) > Int(word.letterCount) * 2
        else { return true }
        var hasShadda = false
        var hasVowel = false
        var offset = Int(word.startByte)
        while offset + 1 < Int(word.endByte) {
            if text.utf8[offset] == 0xD9 {
                switch text.utf8[offset + 1] {
                // U+064B to U+064D, tanween.
                case 0x8B, 0x8C, 0x8D: return false
                // U+064E to U+0650, the short vowels.
                case 0x8E, 0x8F, 0x90: hasVowel = true
                // U+0651, shadda.
                case 0x91: hasShadda = true
                default: break
                }
            }
            offset += 1
        }
        let isDoubled = GazetteerData.places.withUTF8Buffer { bytes in
            bytes[entry.name].indices.contains { index in
                bytes[index] == 0xD9 && index + 1 < entry.name.upperBound
                    && bytes[index + 1] == 0x91
            }
        }
        if isDoubled { return hasShadda || !hasVowel }
        return true
    }
}
