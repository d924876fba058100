import Testing

@testable import NewsEnrichment

struct WordSetTests {
    @Test
    func `a set has its words in any spelling and no others`() {
        let set = WordSet("لجنة مجلس\n وزارة")
        for word in ["لجنة", "مجلس", "وزارة", "وِزارَة"] {
            #expect(set.contains(WordHash.of(word)))
        }
        for word in ["اللجنة", "لجن", "مجالس", "حكومة"] {
            #expect(!set.contains(WordHash.of(word)))
        }
    }

    @Test
    func `words with the article are meant where the list says so`() {
        let set = WordSet("لجنة", withArticle: true)
        #expect(set.contains(WordHash.of("اللجنة")))
        #expect(Set(set.hashes) == [WordHash.of("لجنة"), WordHash.of("اللجنة")])
    }

    @Test
    func `an empty set has nothing`() {
        let set = WordSet("")
        #expect(!set.contains(WordHash.of("لجنة")))
        #expect(set.hashes.isEmpty)
    }

    @Test
    func `words that want one slot are all found`() {
        // Every second hash of a few thousand: chains form, and wrap around the end.
        let words = (0..<4_000).map { "كلمة\($0)" }
        let listed = words.filter { WordHash.of($0) >> 1 & 1 == 0 }
        let set = WordSet(listed.joined(separator: " "))
        for word in words {
            #expect(set.contains(WordHash.of(word)) == (WordHash.of(word) >> 1 & 1 == 0))
        }
    }
}

struct WordTableTests {
    @Test
    func `a table tells of its words what is known and of others nothing`() {
        var known: [UInt64: Int] = [:]
        for number in 0..<500 { known[WordHash.of("كلمة\(number)")] = number }
        let table = WordTable(known)
        for number in 0..<500 { #expect(table[WordHash.of("كلمة\(number)")] == number) }
        for number in 500..<1_000 { #expect(table[WordHash.of("كلمة\(number)")] == nil) }
    }
}
