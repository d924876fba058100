import ArabicText
import Testing

struct KeyFormTests {
    @Test(arguments: [
        (input: "مُحَمَّد", expected: "محمد"),  // harakat
        (input: "العـــربية", expected: "العربية"),  // tatweel inside
        (input: "الرباط ـ المغرب", expected: "الرباط المغرب"),  // tatweel as a dash
        (input: "بـ «الوداد»", expected: "ب الوداد"),
        (input: "1435هـ", expected: "1435ه"),
        (input: "أإآٱ", expected: "اااا"),
        (input: "مستشفى مستشفىً", expected: "مستشفي مستشفي"),
        (input: "٢٠١٤ ۲۰۱۴", expected: "2014 2014"),
        (input: "علی کتاب", expected: "علي كتاب"),  // an Arabic text from a Persian keyboard
        (input: "گفتگو با یک کارشناس", expected: "گفتگو با یک کارشناس"),  // Persian
        (input: "یہ کتاب ہے", expected: "یہ کتاب ہے"),  // Urdu
        (input: "Sputnik-Arabic: ÉTÉ", expected: "sputnik arabic été"),
        (input: "مي\u{200C}خواهم", expected: "ميخواهم"),
        (input: "ﻷﻥ ﷲ", expected: "لان الله"),
        (input: "آلية إليه ة ه ؤ ئ ء", expected: "الية اليه ة ه ؤ ئ ء"),
        (input: "مسئو\u{654}ل", expected: "مسئؤل"),
        (input: "  ", expected: ""),
    ])
    func `spelling variants have one key`(input: String, expected: String) {
        #expect(KeyForm.of(input) == expected)
    }
}

struct LooseKeyFormTests {
    @Test(arguments: [
        (input: "مدرسة", expected: "مدرسه"), (input: "مسؤول", expected: "مسوول"),
        (input: "سماء شيء ء", expected: "سما شي ء"),
        (input: "أگادير أكادير", expected: "اكادير اكادير"),
        (input: "ڤيتامين پاريس چاد", expected: "فيتامين باريس جاد"),
        (input: "گفتگو با یک", expected: "كفتكو با يك"),
    ])
    func `spellings that the key keeps apart are one`(input: String, expected: String) {
        #expect(LooseKeyForm.of(input) == expected)
    }
}

struct DisplayFormTests {
    @Test(arguments: [
        (input: "ﻷنّ", expected: "لأنّ"),
        (input: "م² ½ ﷺ ﷽ ﷼ ـ ـه", expected: "م² ½ ﷺ ﷽ ﷼ ـ ـه"),
        (input: "\u{FEFF}ا\u{200B}ب\u{200F}\u{AD}", expected: "اب"),
        (input: "ا\u{653}", expected: "آ"),
        (input: "شد\u{651}\u{64E}", expected: "شد\u{64E}\u{651}"),
        (input: "\u{202B}نص\u{202C} \u{202B}نص", expected: "\u{202B}نص\u{202C} نص"),
        (input: "\u{2067}a\u{202A}b\u{2069}\u{202C}", expected: "\u{2067}ab\u{2069}"),
        (input: "a\u{A0}\u{A0}  b\r\n", expected: "a\u{A0}\u{A0}  b\r\n"),
        (input: "ﹰ", expected: "\u{64B}"),
    ])
    func `only what is not meant to be seen changes`(input: String, expected: String) {
        #expect(Array(DisplayForm.of(input).unicodeScalars) == Array(expected.unicodeScalars))
    }
}
