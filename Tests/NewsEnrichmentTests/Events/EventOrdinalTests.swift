import Testing

@testable import NewsEnrichment

struct EventOrdinalTests {
    @Test(arguments: [
        ("الأولى", 1), ("الحادية عشرة", 11), ("الواحدة والعشرون", 21), ("الثلاثين", 30),
        ("الرابعة والأربعين", 44), ("الخمسون", 50), ("الستين", 60), ("السبعين", 70),
        ("الثمانون", 80), ("الثمانين", 80), ("التاسعة والثمانين", 89), ("التسعين", 90),
        ("السابعة والتسعين", 97), ("22", 22), ("ال 22", 22), ("XII", 12),
    ])
    func `a number of an edition is read in every form`(written: String, number: Int) {
        let ordinal = EventOrdinal(
            in: NewsText(of: written), at: 0, isFeminine: true, takesDigits: true, lexicon: .shared)
        #expect(ordinal?.number == number)
    }

    @Test(arguments: ["الواحدة", "الدولية", "العشرات", "ال"])
    func `another word is no number`(written: String) {
        let ordinal = EventOrdinal(
            in: NewsText(of: written), at: 0, isFeminine: true, takesDigits: true, lexicon: .shared)
        #expect(ordinal == nil)
    }
}
