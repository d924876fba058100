/// The encodings that Arabic pages come in.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case windows1256 = "windows-1256"
    // The number of the standard is its name.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case iso8859_6 = "ISO-8859-6"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "windows-1252"

    /// The encoding that a label of a `Content-Type`, a meta tag or an XML declaration means, or `nil`
    /// for a label of none of these. ISO-8859-1 and ASCII mean windows-1252, as in browsers; UTF-16
    /// without an order means the little-endian one.
    public init?(label: String) {
        var name = ""
        for byte in label.utf8.prefix(64) {
            switch byte {
            case 0x41...0x5A: name.unicodeScalars.append(Unicode.Scalar(byte + 0x20))
            case 0x61...0x7A, 0x30...0x39: name.unicodeScalars.append(Unicode.Scalar(byte))
            default: break
            }
        }
        guard let encoding = Self.labels[name] else { return nil }
        self = encoding
    }

    private static let labels: [String: TextEncoding] = [
        "utf8": .utf8, "unicode11utf8": .utf8, "xunicode20utf8": .utf8, "utf8mb4": .utf8,
        "windows1256": .windows1256, "cp1256": .windows1256, "xcp1256": .windows1256,
        "1256": .windows1256, "win1256": .windows1256, "mswindowsarabic": .windows1256,
        "iso88596": .iso8859_6, "iso885961987": .iso8859_6, "88596": .iso8859_6,
        "arabic": .iso8859_6, "asmo708": .iso8859_6, "ecma114": .iso8859_6,
        "csisolatinarabic": .iso8859_6, "iso88596i": .iso8859_6,
        "iso88596e": .iso8859_6, "isoir127": .iso8859_6,
        "utf16": .utf16LittleEndian, "utf16le": .utf16LittleEndian, "unicode": .utf16LittleEndian,
        "ucs2": .utf16LittleEndian, "iso10646ucs2": .utf16LittleEndian,
        "utf16be": .utf16BigEndian, "unicodefffe": .utf16BigEndian,
        "windows1252": .windows1252, "cp1252": .windows1252, "xcp1252": .windows1252,
        "iso88591": .windows1252, "latin1": .windows1252, "l1": .windows1252,
        "usascii": .windows1252, "ascii": .windows1252, "ansix341968": .windows1252,
        "iso885915": .windows1252,
    ]
}

/// Why a text was decoded as it was.
public enum EncodingEvidence: String, Hashable, Sendable, CaseIterable {
    /// The text began with a byte order mark.
    case byteOrderMark
    /// Every byte is part of well-formed UTF-8.
    case validUTF8
    /// The sender or the page named the encoding, and the bytes agree.
    case declared
    /// The bytes read as Arabic, or as a Latin language, in this encoding and less so in the others.
    case guessed
    /// Nothing told the encodings apart.
    case fallback
}

/// What was undone before the text could be read.
public enum MojibakeRepair: String, Hashable, Sendable, CaseIterable {
    /// UTF-8 had been read as windows-1256: `ط§ظ„ظˆط¯ط§ط¯`.
    case utf8ReadAsWindows1256
    /// windows-1256 had been read as windows-1252: `ÇáæÏÇÏ`.
    case windows1256ReadAsWindows1252
    /// UTF-8 had been read as windows-1252: `Ø§Ù„ÙˆØ¯Ø§Ø¯`.
    case utf8ReadAsWindows1252
}
