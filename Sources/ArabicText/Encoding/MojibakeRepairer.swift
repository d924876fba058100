/// Undoes text that was read with the wrong table, line by line and without loss.
///
/// What is changed goes back through the table to the last character and comes out as UTF-8 with
/// Arabic letters, or as Arabic words, which clean text never does.
enum MojibakeRepairer {
    /// The letters a stretch must give back for its line to be repaired.
    private static let minLetters = 4

    /// The repaired text, and the repairs that were made anywhere in it.
    static func repair(_ utf8: [UInt8]) -> (utf8: [UInt8], repairs: [MojibakeRepair]) {
        let suspects = suspects(utf8.span)
        var text = utf8
        var repairs: [MojibakeRepair] = []
        for repair in suspects {
            guard let repaired = repaired(text, repair) else { continue }
            text = repaired
            repairs.append(repair)
        }
        return (text, repairs)
    }

    /// The repairs whose tell-tale letters are in the text at all, in the order they are tried.
    private static func suspects(_ text: Span<UInt8>) -> [MojibakeRepair] {
        var arabicLeads = 0  // ط or ظ before anything but a letter
        var latinLeads = 0  // Ø or Ù
        var latinRuns = 0  // two letters of U+00C0…00FF side by side
        var offset = 0
        while offset + 2 < text.count {
            let first = text[unchecked: offset]
            if first == 0xD8 {
                let second = text[unchecked: offset + 1]
                let third = text[unchecked: offset + 2]
                if second == 0xB7 || second == 0xB8, third >= 0x80, third != 0xD8, third != 0xD9 {
                    arabicLeads += 1
                } else if second == 0xB7 || second == 0xB8, third == 0xD8, offset + 3 < text.count,
                    text[unchecked: offset + 3] < 0xA0
                {
                    arabicLeads += 1  // Arabic punctuation
                } else if second == 0xB7 || second == 0xB8, third == 0xD9, offset + 3 < text.count,
                    text[unchecked: offset + 3] > 0x92
                {
                    arabicLeads += 1  // digits and letters of other languages
                }
                offset += 2
            } else if first == 0xC3 {
                let second = text[unchecked: offset + 1]
                if second == 0x98 || second == 0x99 { latinLeads += 1 }
                if text[unchecked: offset + 2] == 0xC3 { latinRuns += 1 }
                offset += 2
            } else {
                offset &+= first < 0xC0 ? 1 : 2
            }
        }
        var suspects: [MojibakeRepair] = []
        if arabicLeads >= 2 { suspects.append(.utf8ReadAsWindows1256) }
        if latinLeads >= 2 { suspects.append(.utf8ReadAsWindows1252) }
        if latinRuns >= 2 { suspects.append(.windows1256ReadAsWindows1252) }
        return suspects
    }

    /// The text with every line repaired that can be, or `nil` if none can.
    private static func repaired(_ text: [UInt8], _ repair: MojibakeRepair) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var isRepaired = false
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
            if let line = repairedLine(text.span.extracting(start..<end), repair) {
                output.append(contentsOf: line)
                isRepaired = true
            } else {
                output.append(contentsOf: text[start..<end])
            }
            start = end
        }
        return isRepaired ? output : nil
    }

    private static func repairedLine(_ line: Span<UInt8>, _ repair: MojibakeRepair) -> [UInt8]? {
        switch repair {
        case .windows1256ReadAsWindows1252:
            unread(line, SingleByteTables.windows1252Bytes, isUTF8: false).flatMap(arabic)
        case .utf8ReadAsWindows1256: repairedStretches(line, SingleByteTables.windows1256Bytes)
        case .utf8ReadAsWindows1252: repairedStretches(line, SingleByteTables.windows1252Bytes)
        }
    }

    /// The bytes that were read with the table, or `nil` if it has not all of the characters.
    ///
    /// - Parameter isUTF8: Give up at the first byte that cannot be UTF-8, which in clean Arabic is the
    ///   second.
    private static func unread(
        _ text: Span<UInt8>, _ table: [UInt32: UInt8], isUTF8: Bool
    ) -> [UInt8]? {
        var bytes: [UInt8] = []
        var offset = 0
        var pending = 0
        while offset < text.count {
            let next = text.scalar(at: offset)
            offset += next.length
            guard let byte = next.value < 0x80 ? UInt8(next.value) : table[next.value] else {
                return nil
            }
            if isUTF8 {
                guard (byte & 0xC0 == 0x80) == (pending > 0) else { return nil }
                pending =
                    pending > 0
                    ? pending - 1 : byte < 0xC0 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
            }
            bytes.append(byte)
        }
        return bytes
    }

    /// The line with every stretch between ASCII characters that is UTF-8 read with the table put
    /// right, or `nil` if no stretch gives back enough letters to be sure of it.
    private static func repairedStretches(
        _ line: Span<UInt8>, _ table: [UInt32: UInt8]
    ) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(line.count)
        var isSure = false
        var offset = 0
        while offset < line.count {
            let start = offset
            while offset < line.count, line[offset] >= 0x80 { offset += 1 }
            let stretch = line.extracting(start..<offset)
            if let bytes = unread(stretch, table, isUTF8: true),
                let letters = arabicLetters(bytes.span)
            {
                isSure = isSure || letters >= minLetters
                output.append(contentsOf: bytes)
            } else {
                output.append(stretch, in: 0..<stretch.count)
            }
            while offset < line.count, line[offset] < 0x80 {
                output.append(line[offset])
                offset += 1
            }
        }
        return isSure ? output : nil
    }

    /// How many Arabic letters the bytes hold, or `nil` if they are not clean UTF-8.
    private static func arabicLetters(_ bytes: Span<UInt8>) -> Int? {
        let validation = UTF8Validation(bytes)
        guard bytes.count > 0, validation.illFormed == 0, validation.unreadable == 0 else {
            return nil
        }
        var letters = 0
        var offset = 0
        while offset < bytes.count {
            let next = bytes.scalar(at: offset)
            offset += next.length
            if (0x621...0x6D3).contains(next.value) { letters += 1 }
        }
        return letters
    }

    /// The bytes read as windows-1256, if they look like Arabic words and not like accented Latin ones.
    private static func arabic(_ bytes: [UInt8]) -> [UInt8]? {
        let guess = SingleByteGuess(bytes.span)
        guard guess.high >= minLetters, guess.latin * 4 <= guess.high,
            guess.windows1256 >= guess.high * 3 / 2
        else { return nil }
        var output: [UInt8] = []
        for byte in bytes {
            output.appendScalar(
                byte < 0x80
                    ? UInt32(byte) : UInt32(SingleByteTables.windows1256[Int(byte) - 0x80]))
        }
        return output
    }
}
