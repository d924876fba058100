/// Reading a line that names an author.
enum HTMLByline {
    /// The name in `line`, without the words that introduce it; `nil` if no name is left.
    static func name(_ line: String) -> String? {
        // What holds digits is a date or a count beside the name: no part of it is certain.
        if line.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return nil }
        // Behind a bar stands something else: a date, a section.
        let bar = line.utf8.firstIndex(of: UInt8(ascii: "|")) ?? line.utf8.endIndex
        let name = bare(String(line[..<bar]))
        return name.utf8.count >= 4 ? name : nil
    }

    /// `line` without the words that introduce an author.
    static func bare(_ line: String) -> String {
        let bytes = Array(line.utf8)
        guard let word = introductions.first(where: { ASCIIText.hasPrefix(bytes.span, $0) }) else {
            return line
        }
        let rest = bytes.dropFirst(word.utf8CodeUnitCount).drop {
            ASCIIText.isSpace($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "/")
        }
        return String(decoding: rest, as: UTF8.self)
    }

    /// Whether `line` begins with words that introduce a time of publication.
    static func isPublication(_ line: Span<UInt8>) -> Bool {
        publications.contains { ASCIIText.hasPrefix(line, $0) }
    }

    private static let publications: [StaticString] = [
        "نشر ", "نشرت ", "تاريخ النشر", "أضيف ", "اضيف ", "published", "posted", "publié",
    ]

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
