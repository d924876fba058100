import ArabicText
import Foundation
import Testing

struct MojibakeTests {
    @Test(arguments: [
        (wrong: "ط§ظ„ظˆط¯ط§ط¯", repair: MojibakeRepair.utf8ReadAsWindows1256),
        (wrong: "ÇáæÏÇÏ", repair: .windows1256ReadAsWindows1252),
        (wrong: "Ø§Ù„ÙˆØ¯Ø§Ø¯", repair: .utf8ReadAsWindows1252),
    ])
    func `a word of mojibake comes back to its letters`(
        wrong: String, repair: MojibakeRepair
    ) throws {
        let decoded = try TextDecoder.decode(Array(wrong.utf8), declaredCharset: nil)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "الوداد")
        #expect(decoded.repairs == [repair])
        #expect(decoded.encoding == .utf8)
    }

    @Test(arguments: [
        (bytes: "UTF-8", table: "CP1256", repair: MojibakeRepair.utf8ReadAsWindows1256),
        ("CP1256", "CP1252", .windows1256ReadAsWindows1252),
        ("UTF-8", "CP1252", .utf8ReadAsWindows1252),
        ("CP1256", "ISO-8859-1", .windows1256ReadAsWindows1252),
        ("UTF-8", "ISO-8859-1", .utf8ReadAsWindows1252),
    ])
    func `every line comes back without loss`(
        bytes: String, table: String, repair: MojibakeRepair
    ) throws {
        var tried = 0
        for line in try SampleLines.of("ar") {
            let text = Array(line.utf8)
            // CP1252 leaves five bytes open; a line that needs one cannot be misread so.
            guard let unread = Iconv.convert(text, from: "UTF-8", to: bytes),
                let misread = Iconv.convert(unread, from: table, to: "UTF-8")
            else { continue }
            tried += 1
            let decoded = try TextDecoder.decode(misread, declaredCharset: nil)
            #expect(String(decoding: decoded.utf8, as: UTF8.self) == line)
            #expect(decoded.repairs == [repair])
        }
        #expect(tried >= 5)
    }

    @Test func `mojibake is repaired beside clean text`() throws {
        let text = "الوداد البيضاوي\nط§ظ„ظˆط¯ط§ط¯ 2014\nخبر: ط§ظ„ظˆط¯ط§ط¯ يفوز"
        let decoded = try TextDecoder.decode(Array(text.utf8), declaredCharset: nil)
        #expect(
            String(decoding: decoded.utf8, as: UTF8.self)
                == "الوداد البيضاوي\nالوداد 2014\nخبر: الوداد يفوز")
    }

    @Test(arguments: [
        "حظّ، حظ، حظ؛ «حظ» خط…", "ط§", "محفوظ – محفوظ", "Œuvre été élève ÀÉÈ", "créée à Fès",
        "ÅÄÖ åäö", "Đại học",
        "½ ¾ ²", "Ø 12 mm, Ù", "çà et là", "naïf, Zoé-Éléonore", "lynx ÆØÅ ÆØÅ ÆØÅ",
    ])
    func `clean text is never touched`(text: String) throws {
        let bytes = Array(text.utf8)
        let decoded = try TextDecoder.decode(bytes, declaredCharset: nil)
        #expect(decoded.utf8 == bytes)
        #expect(decoded.repairs.isEmpty)
    }

    /// Reads WARRAQ_NEWS_TEXTS: a file of JSON lines with a `text` each, such as those of data/news,
    /// unpacked.
    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["WARRAQ_NEWS_TEXTS"] != nil,
            "WARRAQ_NEWS_TEXTS names no file of news"))
    func `no clean article of a corpus is touched`() throws {
        struct Article: Decodable { let text: String? }
        let path = ProcessInfo.processInfo.environment["WARRAQ_NEWS_TEXTS"] ?? ""
        let data = try Data(contentsOf: URL(filePath: path))
        var articles = 0
        for line in data.split(separator: 0x0A) {
            guard let text = try JSONDecoder().decode(Article.self, from: line).text,
                text.contains(where: { !$0.isWhitespace })
            else { continue }
            articles += 1
            let bytes = Array(text.utf8)
            let decoded = try TextDecoder.decode(bytes, declaredCharset: nil)
            #expect(decoded.utf8 == bytes)
            #expect(decoded.repairs.isEmpty)
        }
        #expect(articles > 0)
    }
}
