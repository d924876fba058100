import ArabicText
import Testing

@testable import NewsEnrichment

struct WordFrequenciesTests {
    private let frequencies = WordFrequencies.shared

    @Test
    func `common words say little and strange ones much`() {
        #expect(frequencies.idf(of: WordHash.of("في")) == 0)
        #expect(frequencies.idf(of: WordHash.of("الحكومة")) < 4)
        #expect(frequencies.idf(of: WordHash.of("تشيدو")) == 12.5)
        #expect(frequencies.isListed(WordHash.of("الرّئيس")))
        #expect(!frequencies.isListed(WordHash.of("تشيدو")))
    }

    @Test(arguments: [
        (word: "وبالمقاتلين", stem: "مقاتل"), (word: "المقاتلون", stem: "مقاتل"),
        (word: "مقاتلة", stem: "مقاتل"), (word: "للمتابعة", stem: "متابع"),
        (word: "بالرياض", stem: "رياض"), (word: "والسعودية", stem: "سعود"),
        (word: "ولد", stem: "ولد"), (word: "بنك", stem: "بنك"), (word: "كبير", stem: "كبير"),
        (word: "لجنة", stem: "لجنة"), (word: "وزارة", stem: "وزار"), (word: "بوزارة", stem: "وزار"),
        (word: "الله", stem: "الله"), (word: "باريس", stem: "باريس"),
    ])
    func `forms of a word share a stem`(word: String, stem: String) throws {
        let keys = KeyWords(of: word)
        let range = WordStem.of(keys.letters, keys.letters.indices) {
            frequencies.halfBits(of: WordHash.of(keys.letters, $0))
        }
        #expect(String(decoding: keys.letters[range], as: UTF16.self) == stem)
    }

    @Test
    func `a stem is at least as common as each word that has it`() {
        for word in ["الحكومة", "وزارة", "المدينة", "لاعبين", "والرياضة"] {
            let keys = KeyWords(of: word)
            let range = WordStem.of(keys.letters, keys.letters.indices) {
                frequencies.halfBits(of: WordHash.of(keys.letters, $0))
            }
            let stem = frequencies.halfBits(ofStem: WordHash.of(keys.letters, range))
            #expect(stem <= frequencies.halfBits(of: WordHash.of(word)))
        }
    }
}
