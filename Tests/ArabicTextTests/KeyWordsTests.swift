import Testing

@testable import ArabicText

struct KeyWordsTests {
    @Test(arguments: [
        "اختتمت اليوم الجمعة بمراكش أشغال الدورة الثانية ، وذلك بإصدار 14 توصية.",
        "مُحَمَّد «العـــربية» E-POLICE ٢٠١٤م ﻷن \u{200F}كلمة\u{200F} ی ک",
        "", "  ", "\u{200B}", "😀 على مستشفى", "e\u{0301}t\u{00E9} 𝒜bc",
        String(repeating: "و ", count: 300), String(repeating: "ﷺ ", count: 90),
        (0x600..<0x700).compactMap(Unicode.Scalar.init).map { "ا\($0)ل \($0)" }
            .joined(separator: " "),
    ])
    func `words stand where the scanner finds them and fold as their fingerprint form`(
        text: String
    ) {
        let keys = KeyWords(of: text)
        let segments = WordScanner.words(in: Array(text.utf8))
        #expect(keys.words.map { Int($0.startByte)..<Int($0.endByte) } == segments.map(\.bytes))
        #expect(keys.words.map { Int($0.start)..<Int($0.end) } == segments.map(\.scalars))
        let folded = keys.words.map { word in
            String(
                decoding: keys.letters[Int(word.firstLetter)..<Int(word.endLetter)],
                as: UTF16.self)
        }
        var fold = WordFold(.fingerprint)
        let expected = segments.map { segment in
            fold.fold(Array(text.utf8).span, segment.bytes)
                .reduce(into: "") { result, value in
                    result.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
                }
        }
        #expect(folded == expected)
    }

    @Test
    func `a word with a digit says so`() {
        #expect(KeyWords(of: "يوم ٦ و7 مارس").words.map(\.hasDigit) == [false, true, true, false])
    }

    @Test
    func `a word of Arabic letters alone is plain`() {
        let words = KeyWords(of: "أكدت، وزارةٌ الـ48 OK ابن مـن ﻷن کی ڤ").words
        #expect(
            words.map(\.isPlain)
                == [true, false, false, false, true, false, false, true, false])
        #expect(KeyWords(of: String(repeating: "و ", count: 99)).words.allSatisfy { $0.isPlain })
    }
}
