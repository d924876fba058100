internal import ArabicDates
internal import ArabicText

/// Charsets, forms, words, languages and dates, each on an article and on a text that is long enough to
/// say how many bytes a second.
enum TextBenchmarks {
    static func all() throws -> [Benchmark] {
        let article = try BenchmarkInput.article()
        let corpus = Array(
            try BenchmarkInput.corpus().map(\.text).joined(separator: "\n").utf8)
        let page = try BenchmarkInput.flattenedPage()
        return forms(of: article, "news-4KB") + forms(of: corpus, "news-130KB")
            + dates(article, page)
    }

    private static func forms(of text: [UInt8], _ name: String) -> [Benchmark] {
        var arabic: [UInt8] = []
        arabic.reserveCapacity(text.count)
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            arabic.append(windows1256(scalar))
        }
        let display = DisplayForm.of(text)
        return [
            Benchmark("decode/\(name)", bytes: text.count) {
                (try? TextDecoder.decode(text, declaredCharset: nil))?.utf8.count ?? 0
            },
            Benchmark("decode/windows-1256-\(name)", bytes: arabic.count) {
                (try? TextDecoder.decode(arabic, declaredCharset: nil))?.utf8.count ?? 0
            },
            Benchmark(
                "normalize/\(name)", bytes: text.count, prepare: form(text, DisplayForm.append)),
            Benchmark("key/\(name)", bytes: display.count, prepare: form(display, KeyForm.append)),
            Benchmark("fingerprint-fold/\(name)", bytes: display.count) {
                var words: [FingerprintWord] = []
                words.reserveCapacity(display.count / 8)
                return {
                    words.removeAll(keepingCapacity: true)
                    FingerprintForm.appendWords(of: display.span, to: &words)
                    return words.count
                }
            },
            Benchmark("words/\(name)", bytes: display.count) {
                WordScanner.count(in: display.span)
            },
            Benchmark("sentences/\(name)", bytes: display.count) {
                SentenceScanner.sentences(in: display.span).count
            },
            Benchmark("language/\(name)", bytes: display.count) {
                LanguageIdentifier.identify(display.span).tag.utf8.count
            },
        ]
    }

    private static func form(
        _ text: [UInt8], _ append: @escaping (Span<UInt8>, inout [UInt8]) -> Void
    ) -> () -> () -> Int {
        {
            var output: [UInt8] = []
            output.reserveCapacity(text.count)
            return {
                output.removeAll(keepingCapacity: true)
                append(text.span, &output)
                return output.count
            }
        }
    }

    private static func dates(_ article: [UInt8], _ page: [UInt8]) -> [Benchmark] {
        let parser = DateParser()
        let line = Array("نشر في الأربعاء 12 مارس 2014 - 10:35".utf8)
        let anchor = CivilDate(year: 2014, month: 3, day: 8)
        return [
            Benchmark("dates/publication-line", bytes: line.count) {
                parser.completeDate(in: line.span)?.date.day ?? 0
            },
            Benchmark("dates/news-4KB", bytes: article.count) {
                parser.expressions(in: article.span, anchor: anchor).count
            },
            Benchmark("dates/page-17KB", bytes: page.count) {
                parser.expressions(in: page.span, anchor: anchor).count
            },
        ]
    }

    /// The letters of the fixtures in windows-1256, all others as a question mark.
    private static func windows1256(_ scalar: Unicode.Scalar) -> UInt8 {
        if scalar.isASCII { return UInt8(scalar.value) }
        return table[scalar] ?? UInt8(ascii: "?")
    }

    // From the table of the WHATWG Encoding Standard.
    private static let table: [Unicode.Scalar: UInt8] = Dictionary(
        uniqueKeysWithValues: zip(
            "ءآأؤإئابةتثجحخدذرزسشصض".unicodeScalars, 0xC1...0xD6
        ).map { ($0, $1) }
            + zip("طظعغـفقك".unicodeScalars, 0xD8...0xDF).map { ($0, $1) }
            + zip("لمنهوىي".unicodeScalars, [0xE1, 0xE3, 0xE4, 0xE5, 0xE6, 0xEC, 0xED]).map {
                ($0, $1)
            }
            + zip("،؛؟«»".unicodeScalars, [0xA1, 0xBA, 0xBF, 0xAB, 0xBB]).map { ($0, $1) })
}
