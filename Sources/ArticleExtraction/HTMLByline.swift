/// Reading a line that names an author.
enum HTMLByline {
    /// The name in `line`, without the words that introduce it; `nil` if no name is left.
    static func name(_ line: String) -> String? {
        let bytes = Array(line.utf8)
        var start = 0
        for word in introductions where ASCIIText.hasPrefix(bytes.span, word) {
            start = word.utf8CodeUnitCount
            break
        }
        while start < bytes.count,
            ASCIIText.isSpace(bytes[start]) || bytes[start] == UInt8(ascii: ":")
                || bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "/")
        {
            start += 1
        }
        // What holds digits is a date or a count beside the name: no part of it is certain.
        if bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return nil }
        let name = String(decoding: bytes[start...], as: UTF8.self)
        return name.utf8.count >= 4 ? name : nil
    }

    /// Whether `line` begins with words that introduce an author or publisher.
    static func isIntroduced(_ line: Span<UInt8>) -> Bool {
        introductions.contains { ASCIIText.hasPrefix(line, $0) }
    }

    private static let introductions: [StaticString] = [
        "written by ", "posted by ", "by ", "par ", "بقلم", "كتب:", "كتبت:", "كتب ", "كتبت ",
        "نشر بواسطة", "نشرت بواسطة", "مرسلة بواسطة", "بواسطة",
        "تحرير:", "تحرير ", "إعداد:", "إعداد ", "الكاتب:", "المصدر:",
    ]
}
