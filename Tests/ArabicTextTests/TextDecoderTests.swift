import ArabicText
import Testing

struct TextDecoderTests {
    @Test func `strict UTF-8 wins over a wrong declaration`() throws {
        let bytes = Array("الوداد".utf8)
        let decoded = try TextDecoder.decode(bytes, declaredCharset: "windows-1256")
        #expect(decoded == DecodedText(utf8: bytes, encoding: .utf8, evidence: .validUTF8))
    }

    @Test(arguments: [
        (wrong: "ط§ظ„ظˆط¯ط§ط¯", repair: MojibakeRepair.utf8ReadAsWindows1256),
        (wrong: "ÇáæÏÇÏ", repair: .windows1256ReadAsWindows1252),
        (wrong: "Ø§Ù„ÙˆØ¯Ø§Ø¯", repair: .utf8ReadAsWindows1252),
    ])
    func `mojibake comes back to its letters`(wrong: String, repair: MojibakeRepair) throws {
        let decoded = try TextDecoder.decode(Array(wrong.utf8), declaredCharset: nil)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "الوداد")
        #expect(decoded.repairs == [repair])
    }

    @Test func `binary is no text and white space is empty`() {
        #expect(throws: TextDecodingError.notText(unreadable: 1)) {
            try TextDecoder.decode([0, 0, 0, 0], declaredCharset: nil)
        }
        #expect(throws: TextDecodingError.empty) {
            try TextDecoder.decode(Array(" \n\u{A0}".utf8), declaredCharset: nil)
        }
    }
}
