/// Decides the encoding of bytes and reads them as UTF-8.
///
/// The order is: byte order mark; UTF-16 by its zero bytes; strict UTF-8, whatever is declared; the
/// declared encoding, if the bytes agree; UTF-8 with a few damaged letters; what the bytes spell;
/// windows-1256. Mojibake is undone afterwards, and only where every letter of a line comes back.
public enum TextDecoder {
    /// A text that has a larger share of unreadable scalars is none.
    private static let maxUnreadable = 0.1
    /// The same for bytes that are not UTF-8: random bytes have 0.11.
    private static let maxControlBytes = 0.03

    /// Decodes `bytes`. Takes time linear in their number, whatever they are.
    ///
    /// - Parameter declaredCharset: The label of a `Content-Type` or meta tag; evidence, not truth.
    public static func decode(
        _ bytes: [UInt8], declaredCharset: String?
    ) throws(TextDecodingError) -> DecodedText {
        guard !bytes.isEmpty else { throw .empty }
        let declared = declaredCharset.flatMap(TextEncoding.init(label:))
        let whole = UTF8Validation(bytes.span)
        let read = try read(bytes, declared, whole)
        // Misread text may be full of controls that are letters again once it is repaired.
        let repaired = MojibakeRepairer.repair(read.utf8)
        let isAsItCame = read.evidence == .validUTF8 && repaired.repairs.isEmpty
        let validation = isAsItCame ? whole : UTF8Validation(repaired.utf8.span)
        let unreadable = Double(validation.unreadable) / Double(max(validation.scalars, 1))
        guard unreadable <= maxUnreadable else { throw .notText(unreadable: unreadable) }
        guard validation.visible > 0 else { throw .empty }
        return DecodedText(
            utf8: repaired.utf8, encoding: read.encoding, evidence: read.evidence,
            repairs: repaired.repairs, replacements: read.replacements)
    }

    private static func read(
        _ bytes: [UInt8], _ declared: TextEncoding?, _ validation: UTF8Validation
    ) throws(TextDecodingError) -> DecodedText {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let rest = Array(bytes[3...])
            let validation = UTF8Validation(rest.span)
            return DecodedText(
                utf8: validation.illFormed == 0
                    ? rest : UTF8Validation.replacingIllFormed(rest.span),
                encoding: .utf8, evidence: .byteOrderMark, replacements: validation.illFormed)
        }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return utf16(bytes, from: 2, .utf16LittleEndian, .byteOrderMark)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return utf16(bytes, from: 2, .utf16BigEndian, .byteOrderMark)
        }
        if let encoding = UTF16Text.unmarkedEncoding(of: bytes.span) {
            return utf16(bytes, from: 0, encoding, declared == encoding ? .declared : .guessed)
        }
        if validation.illFormed == 0 {
            return DecodedText(utf8: bytes, encoding: .utf8, evidence: .validUTF8)
        }
        // windows-1256 spells a well-formed sequence of UTF-8 now and then, never twenty for one
        // that is not.
        let isDamaged = validation.multibyte >= 20 * validation.illFormed
        if isDamaged || declared == .utf8 && validation.multibyte > 4 * validation.illFormed {
            return DecodedText(
                utf8: UTF8Validation.replacingIllFormed(bytes.span), encoding: .utf8,
                evidence: declared == .utf8 ? .declared : .guessed,
                replacements: validation.illFormed)
        }
        return try singleByte(bytes, declared)
    }

    private static func utf16(
        _ bytes: [UInt8], from start: Int, _ encoding: TextEncoding, _ evidence: EncodingEvidence
    ) -> DecodedText {
        let (utf8, replacements) = UTF16Text.decode(
            bytes.span, from: start, isLittleEndian: encoding == .utf16LittleEndian)
        return DecodedText(
            utf8: utf8, encoding: encoding, evidence: evidence, replacements: replacements)
    }

    private static func singleByte(
        _ bytes: [UInt8], _ declared: TextEncoding?
    ) throws(TextDecodingError) -> DecodedText {
        let guess = SingleByteGuess(bytes.span)
        let unreadable = Double(guess.controls) / Double(bytes.count)
        guard unreadable <= maxControlBytes else { throw .notText(unreadable: unreadable) }
        if let declared, guess.agrees(with: declared) {
            return decoded(bytes, declared, .declared)
        }
        let best = guess.best
        return decoded(bytes, best.encoding, best.isSure ? .guessed : .fallback)
    }

    private static func decoded(
        _ bytes: [UInt8], _ encoding: TextEncoding, _ evidence: EncodingEvidence
    ) -> DecodedText {
        let table =
            switch encoding {
            case .iso8859_6: SingleByteTables.iso8859Arabic
            case .windows1252: SingleByteTables.windows1252
            default: SingleByteTables.windows1256
            }
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count * 2)
        var replacements = 0
        for byte in bytes {
            guard byte >= 0x80 else {
                utf8.append(byte)
                continue
            }
            let scalar = UInt32(table[Int(byte) - 0x80])
            if scalar == 0xFFFD { replacements += 1 }
            utf8.appendScalar(scalar)
        }
        return DecodedText(
            utf8: utf8, encoding: encoding, evidence: evidence, replacements: replacements)
    }
}
