/// Set phrases found by their first word, longest first. Looking one up allocates nothing.
struct WordTable<Value: Sendable>: Sendable {
    private let byFirstWord: [UInt64: [(key: [UInt8], wordCount: Int, value: Value)]]

    /// Creates a table of phrases as people write them.
    init(_ entries: [(Value, [String])]) {
        var table: [UInt64: [(key: [UInt8], wordCount: Int, value: Value)]] = [:]
        for (value, texts) in entries {
            for text in texts {
                let key = LineWords.key(of: text)
                let end = key.firstIndex(of: UInt8(ascii: " ")) ?? key.count
                table[LineWords.hash(key, 0..<end), default: []].append(
                    (key, key.count { $0 == 0x20 }, value))
            }
        }
        byFirstWord = table.mapValues { $0.sorted { $0.key.count > $1.key.count } }
    }

    /// The longest phrase at word `index`.
    func match(at index: Int, of words: borrowing LineWords) -> (wordCount: Int, value: Value)? {
        guard let phrases = byFirstWord[words.hash(index)] else { return nil }
        for phrase in phrases where words.has(phrase.key, at: index) {
            return (phrase.wordCount, phrase.value)
        }
        return nil
    }
}
