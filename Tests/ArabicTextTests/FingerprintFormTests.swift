import ArabicText
import Testing

struct FingerprintFormTests {
    private func hashes(_ text: String) -> [UInt64] {
        FingerprintForm.words(of: Array(text.utf8)).map(\.hash)
    }

    @Test(arguments: [
        ("8 نونبر 2013", "8 نوفمبر 2013"), ("دجنبر", "ديسمبر"), ("غشت", "أغسطس"), ("أوت", "أغسطس"),
        ("شتنبر", "سبتمبر"), ("يوليوز", "جويلية"), ("12 ماي", "12 مايو"), ("كانون الثاني", "يناير"),
        ("وكانون الأول", "وديسمبر"), ("04 آب/اغسطس 2013", "04 أغسطس 2013"),
        ("24 نيسان / أبريل 2020", "24 أبريل 2020"), ("في و23 منه", "في 23 منه"),
        ("٢٣", "23"), ("الـ48", "48"), ("1435هـ", "1435"), ("كــتابٌ", "كتاب"), ("ﻣﺤﻤﺪ", "محمد"),
        ("علی", "علي"), ("مستشفى", "مستشفي"), ("1,489", "1489"), ("17 338", "17338"),
        ("١٬٢٣٤٬٥٦٧", "1234567"), ("و1.250", "1250"), ("97\u{202F}666", "97666"), ("2،500", "2500"),
        ("04 آب/اغسطس 2013", "04 غشت 2013"),
        ("كانون الثاني/يناير", "يناير"), ("مايو (أيار) 2015", "ماي 2015"),
    ])
    func `spellings of one thing have one hash`(first: String, second: String) {
        #expect(hashes(first) == hashes(second))
    }

    @Test(arguments: [
        ("أب", "أغسطس"), ("سيارة نيسان", "سيارة أبريل"), ("كانون", "ديسمبر"), ("آلية", "إليه"),
        ("23", "24"),
        ("23أ", "23"), ("تشرين", "أكتوبر"), ("3 أب", "3 آب"), ("2015 120", "2015120"),
        ("12 45", "1245"), ("1, 489", "1489"), ("1\n489", "1489"), ("3 489م", "3489"),
        ("مايو يونيو", "مايو"), ("مايو. وفي مايو", "مايو"),
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

struct FingerprintVersionTests {
    /// Hashes of version 2. If one changes, raise `FingerprintForm.version` and renew the list.
    @Test func `known words keep the hashes of their version`() {
        let text = Array("الوداد مُستشفى 8 نونبر و23 كانون الثاني école علی ﷲ".utf8)
        #expect(FingerprintForm.version == 2)
        let known: [UInt64] = [
            0xD8A2CF0DA0D4AF10,
            0x1DFF602F09072EB9,
            0x057317616A91BA41,
            0xB5153B9DBCF867A8,
            0x16DAD06707D7EB02,
            0xC47062353C55CC07,
            0xF2D1E546C5B6B4F0,
            0xA9F972FE87031547,
            0x8318FD574D622DDE,
        ]
        #expect(FingerprintForm.words(of: text).map(\.hash) == known)
    }
}
