import ArabicText
import Testing

struct FingerprintFormTests {
    private func hashes(_ text: String) -> [UInt64] {
        FingerprintForm.words(of: Array(text.utf8)).map(\.hash)
    }

    @Test(arguments: [
        ("8 نونبر 2013", "8 نوفمبر 2013"), ("دجنبر", "ديسمبر"), ("غشت", "أغسطس"), ("أوت", "أغسطس"),
        ("شتنبر", "سبتمبر"), ("يوليوز", "جويلية"), ("12 ماي", "12 مايو"), ("كانون الثاني", "يناير"),
        ("وكانون الأول", "وديسمبر"), ("04 آب/اغسطس 2013", "04 أغسطس/أغسطس 2013"),
        ("24 نيسان / أبريل 2020", "24 أبريل / أبريل 2020"), ("في و23 منه", "في 23 منه"),
        ("٢٣", "23"), ("الـ48", "48"), ("1435هـ", "1435"), ("كــتابٌ", "كتاب"), ("ﻣﺤﻤﺪ", "محمد"),
        ("علی", "علي"), ("مستشفى", "مستشفي"),
    ])
    func `spellings of one thing have one hash`(first: String, second: String) {
        #expect(hashes(first) == hashes(second))
    }

    @Test(arguments: [
        ("أب", "أغسطس"), ("سيارة نيسان", "سيارة أبريل"), ("كانون", "ديسمبر"), ("آلية", "إليه"),
        ("23", "24"),
        ("23أ", "23"), ("تشرين", "أكتوبر"), ("3 أب", "3 آب"),
    ])
    func `different words keep different hashes`(first: String, second: String) {
        #expect(hashes(first) != hashes(second))
    }

    @Test func `offsets count scalars and span both words of a month`() {
        let words = FingerprintForm.words(of: Array("في 5 كانون الثاني، قالَ.".utf8))
        #expect(words.map { [$0.start, $0.end] } == [[0, 2], [3, 4], [5, 17], [19, 23]])
        #expect(words.map(\.isNumber) == [false, true, false, false])
    }
}
