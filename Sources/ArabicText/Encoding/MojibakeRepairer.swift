/// Undoes text that was read with the wrong table, line by line and without loss.
///
/// A line is changed only if all of its characters above ASCII go back through the table and come out
/// as Arabic, so that a clean line is never touched.
enum MojibakeRepairer {
    /// The letters a line must give back, unless the text has a repaired line already.
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
        var arabicLeads = 0  // ط ظ followed by what is seldom inside a word
        var latinLeads = 0  // Ø Ù
        var latinRuns = 0  // letters of U+00C0…00FF beside each other
        var wasLatin = false
        var wasArabicLead = false
        var offset = 0
        while offset < text.count {
            let first = text[offset]
            guard first >= 0x80 else {
                wasLatin = false
                wasArabicLead = false
                offset += 1
                continue
            }
            let next = text.scalar(at: offset)
            offset += next.length
            let isLatin = (0xC0...0xFF).contains(next.value)
            if isLatin, wasLatin { latinRuns += 1 }
            if next.value == 0xD8 || next.value == 0xD9 { latinLeads += 1 }
            let isLetter = (0x621...0x64A).contains(next.value)
            if wasArabicLead, !isLetter { arabicLeads += 1 }
            wasArabicLead = next.value == 0x637 || next.value == 0x638
            wasLatin = isLatin
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
        let table =
            repair == .utf8ReadAsWindows1256
            ? SingleByteTables.windows1256Bytes : SingleByteTables.windows1252Bytes
        var bytes: [UInt8] = []
        bytes.reserveCapacity(line.count)
        var high = 0
        var offset = 0
        while offset < line.count {
            let next = line.scalar(at: offset)
            offset += next.length
            if next.value < 0x80 {
                bytes.append(UInt8(next.value))
            } else {
                guard let byte = table[next.value] else { return nil }
                bytes.append(byte)
                high += 1
            }
        }
        guard high >= minLetters else { return nil }
        return repair == .windows1256ReadAsWindows1252 ? arabic(bytes) : validUTF8(bytes)
    }

    /// The bytes if they are UTF-8 with Arabic letters.
    private static func validUTF8(_ bytes: [UInt8]) -> [UInt8]? {
        let validation = UTF8Validation(bytes.span)
        guard validation.illFormed == 0, validation.unreadable == 0 else { return nil }
        var letters = 0
        var offset = 0
        while offset < bytes.count {
            let next = bytes.span.scalar(at: offset)
            offset += next.length
            if (0x621...0x6D3).contains(next.value) { letters += 1 }
        }
        return letters >= minLetters ? bytes : nil
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
