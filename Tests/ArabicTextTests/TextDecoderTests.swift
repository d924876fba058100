import ArabicText
import Foundation
import Testing

struct TextDecoderTests {
    private static let declarations: [String?] = [
        nil, "utf-8", "windows-1256", "ISO-8859-6", "iso-8859-1", "utf-16", "x-unknown",
    ]

    @Test(arguments: [
        ("UTF-8", TextEncoding.utf8), ("CP1256", .windows1256), ("ISO-8859-6", .iso8859_6),
        ("UTF-16LE", .utf16LittleEndian), ("UTF-16BE", .utf16BigEndian),
    ])
    func `an article reads alike in every encoding and under every declaration`(
        name: String, encoding: TextEncoding
    ) throws {
        let lines = try SampleLines.of("ar")
        for text in (lines + [lines.prefix(40).joined(separator: "\n")]).map({ Array($0.utf8) }) {
            guard let bytes = Iconv.convert(text, from: "UTF-8", to: name) else { continue }
            for declaration in Self.declarations {
                let decoded = try TextDecoder.decode(bytes, declaredCharset: declaration)
                #expect(decoded.encoding == encoding, "\(declaration ?? "nil")")
                #expect(decoded.utf8 == text)
                #expect(decoded.repairs.isEmpty)
                #expect(decoded.replacements == 0)
            }
        }
    }

    @Test func `French and Spanish in windows-1252 read as such`() throws {
        for line in try SampleLines.of("fr") + SampleLines.of("es") {
            let text = Array(line.utf8)
            guard text.contains(where: { $0 >= 0x80 }) else { continue }
            let bytes = try #require(Iconv.convert(text, from: "UTF-8", to: "CP1252"))
            for declaration in [nil, "iso-8859-1"] as [String?] {
                let decoded = try TextDecoder.decode(bytes, declaredCharset: declaration)
                #expect(String(decoding: decoded.utf8, as: UTF8.self) == line)
                #expect(decoded.encoding == .windows1252)
            }
        }
    }

    @Test func `strict UTF-8 wins over a wrong declaration`() throws {
        let bytes = Array("الوداد".utf8)
        let decoded = try TextDecoder.decode(bytes, declaredCharset: "windows-1256")
        #expect(decoded == DecodedText(utf8: bytes, encoding: .utf8, evidence: .validUTF8))
    }

    @Test func `a byte order mark decides and is removed`() throws {
        let text = Array("الوداد 2014".utf8)
        for (name, mark, encoding) in [
            ("UTF-8", [0xEF, 0xBB, 0xBF], TextEncoding.utf8),
            ("UTF-16LE", [0xFF, 0xFE], .utf16LittleEndian),
            ("UTF-16BE", [0xFE, 0xFF], .utf16BigEndian),
        ] as [(String, [UInt8], TextEncoding)] {
            let bytes = try mark + #require(Iconv.convert(text, from: "UTF-8", to: name))
            let decoded = try TextDecoder.decode(bytes, declaredCharset: "windows-1256")
            #expect(
                decoded == DecodedText(utf8: text, encoding: encoding, evidence: .byteOrderMark))
        }
    }

    @Test(arguments: ["a b c d e f g h i j", "ا ب ت ث ج ح خ د", "f f f f f f f f f f f f"])
    func `text with a space after every letter is not UTF-16`(text: String) throws {
        let decoded = try TextDecoder.decode(Array(text.utf8), declaredCharset: nil)
        #expect(decoded.encoding == .utf8)
    }

    @Test func `a page cut inside a letter stays UTF-8`() throws {
        let text = Array(try SampleLines.of("ar").joined(separator: " ").utf8)
        let decoded = try TextDecoder.decode(Array(text.dropLast()), declaredCharset: nil)
        #expect(decoded.encoding == .utf8)
        #expect(decoded.replacements == 1)
        #expect(decoded.utf8.starts(with: text.dropLast(2)))
    }

    @Test func `tables agree with the C library on every byte`() throws {
        for (name, declaration) in [
            ("CP1256", "windows-1256"), ("ISO-8859-6", "iso-8859-6"), ("CP1252", "windows-1252"),
        ] {
            for byte in UInt8(0xA0)...0xFF {
                guard let expected = Iconv.convert([byte], from: name, to: "UTF-8"), byte != 0xAD
                else { continue }
                // The letters around the byte make the declaration credible.
                let frame: [UInt8] =
                    name == "CP1252"
                    ? Array("abcdefgh".utf8)
                    : Array(repeating: [0xC7, name == "CP1256" ? 0xE1 : 0xE4], count: 9).flatMap(
                        \.self)
                let decoded = try TextDecoder.decode(
                    frame + [byte] + frame, declaredCharset: declaration)
                let plain = try TextDecoder.decode(frame + frame, declaredCharset: declaration)
                #expect(decoded.utf8.count == plain.utf8.count + expected.count)
                let start = plain.utf8.count / 2
                #expect(Array(decoded.utf8[start..<start + expected.count]) == expected, "\(byte)")
            }
        }
    }

    @Test func `binary is no text and white space is empty`() {
        #expect(throws: TextDecodingError.notText(unreadable: 1)) {
            try TextDecoder.decode([0, 0, 0, 0], declaredCharset: nil)
        }
        var generator = SeededGenerator(seed: 5)
        let random = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &generator) }
        #expect(throws: TextDecodingError.self) {
            try TextDecoder.decode(random, declaredCharset: "windows-1256")
        }
        for blank in ["", " \n\u{A0}", "\u{FEFF}", "\u{200B}\u{200F}"] {
            #expect(throws: TextDecodingError.empty) {
                try TextDecoder.decode(Array(blank.utf8), declaredCharset: nil)
            }
        }
    }

    @Test(arguments: [
        ("UTF-8", TextEncoding.utf8), (" utf8 ", .utf8), ("CP-1256", .windows1256),
        ("Windows-1256", .windows1256), ("iso_8859-6:1987", .iso8859_6), ("ASMO-708", .iso8859_6),
        ("latin1", .windows1252), ("UTF-16", .utf16LittleEndian), ("koi8-r", nil), ("", nil),
    ])
    func `labels mean what browsers take them for`(label: String, encoding: TextEncoding?) {
        #expect(TextEncoding(label: label) == encoding)
    }
}
