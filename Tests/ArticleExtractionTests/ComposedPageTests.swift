import ArabicDates
import ArabicText
import ArticleExtraction
import Testing

struct ComposedPageTests {
    @Test
    func `composed pages give title, date, publisher and paragraphs exactly`() throws {
        let articles = try CorpusArticle.all()
        var composer = PageComposer(articles, seed: 20_140_308)
        let count = 2_000
        var misses: [String] = []
        var leaks: [String] = []
        for number in 0..<count {
            let page = composer.next()
            let article = try extract(page.text, encodedAs: number % 4)
            var wrong: [String] = []
            if article.title?.value != page.title {
                wrong.append("title \(article.title?.value ?? "nil") for \(page.title ?? "nil")")
            }
            if article.publisher?.value != page.publisher {
                wrong.append("publisher \(article.publisher?.value ?? "nil")")
            }
            if article.published?.date.description != page.date {
                wrong.append("date \(article.published?.text ?? "nil")")
            }
            if article.published?.secondOfDay != page.secondOfDay { wrong.append("time") }
            let paragraphs = article.body.split(separator: "\n\n").map(String.init)
            if paragraphs != page.paragraphs {
                let added = paragraphs.filter { !page.paragraphs.contains($0) }
                let lost = page.paragraphs.filter { !paragraphs.contains($0) }
                wrong.append("paragraphs added \(added) lost \(lost)")
            }
            if !wrong.isEmpty { misses.append("\(wrong) in \(page.recipe)") }
            for headline in page.headlines where !page.paragraphs.joined().contains(headline) {
                if article.body.contains(headline) { leaks.append("\(headline) in \(page.recipe)") }
            }
        }
        #expect(leaks.isEmpty)
        #expect(misses.count * 1_000 <= count * 5, "\(misses.prefix(20).joined(separator: "\n"))")
    }

    /// The article of a page as it may come: UTF-8, with or without a declaration that is wrong,
    /// windows-1256 where it has every letter, or UTF-16.
    private func extract(_ page: String, encodedAs form: Int) throws -> CleanArticle {
        var header = ArticleHeader()
        var body = Array(page.utf8)
        switch form {
        case 1: header.contentType = "text/plain; charset=windows-1256"
        case 2: if let bytes = Windows1256.encode(page) { body = bytes }
        case 3: body = [0xFF, 0xFE] + page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        default: break
        }
        let raw = RawArticle(header: header, body: body)
        return try #require(try ArticleExtractor().extract(raw).articles.first)
    }
}

/// Encodes windows-1256 with the decoder's own table, turned round.
private enum Windows1256 {
    private static let bytes: [Unicode.Scalar: UInt8] = {
        // Behind an Arabic word, each upper byte once, so that the declaration is believed.
        let upper = (UInt8(0x80)...0xFF).map { $0 }
        guard let text = try? TextDecoder.decode(upper, declaredCharset: "windows-1256") else {
            return [:]
        }
        let scalars = Array(String(decoding: text.utf8, as: UTF8.self).unicodeScalars)
        guard scalars.count == upper.count else { return [:] }
        return Dictionary(uniqueKeysWithValues: zip(scalars, upper))
    }()

    /// The bytes of `text`, `nil` if it has a letter that windows-1256 lacks.
    static func encode(_ text: String) -> [UInt8]? {
        precondition(bytes.count == 128, "the table of windows-1256 is not whole")
        var output: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                output.append(UInt8(scalar.value))
            } else if let byte = bytes[scalar] {
                output.append(byte)
            } else {
                return nil
            }
        }
        return output
    }
}
