/// What a decoded payload is.
enum ContentKind: Hashable {
    /// A page or piece of HTML.
    case html
    /// RSS, RDF or Atom.
    case feed
    /// JSON, maybe: text that begins as it does.
    case json
    /// Text, with or without the remains of a page.
    case text

    /// Decides by what `text` holds; what was declared only breaks ties.
    ///
    /// - Parameters:
    ///   - text: Valid UTF-8.
    ///   - contentType: As declared by the sender.
    init(_ text: [UInt8], contentType: String?) {
        let first = text.first { !ASCIIText.isSpace($0) }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            self = .json
            return
        }
        if first == UInt8(ascii: "<"), FeedDocument.isFeed(text) {
            self = .feed
            return
        }
        let isDeclared = contentType.map { Self.mediaType($0).hasSuffix("html") } ?? false
        self = Self.tags(in: text, limit: isDeclared ? 1 : 2) ? .html : .text
    }

    /// Whether no article can be in a payload of this type.
    static func isUnsupported(_ contentType: String) -> Bool {
        let type = mediaType(contentType)
        return ["image/", "audio/", "video/", "font/"].contains { type.hasPrefix($0) }
            || ["application/pdf", "application/zip", "application/gzip"].contains(type)
    }

    /// The type without its parameters, lower case.
    private static func mediaType(_ contentType: String) -> String {
        let type = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }
        return String(
            decoding: type.filter { !ASCIIText.isSpace($0) }.map { ASCIIText.lowered($0) },
            as: UTF8.self)
    }

    /// Whether `limit` tags of HTML stand in `text`, or one that only a whole page has.
    private static func tags(in text: [UInt8], limit: Int) -> Bool {
        var count = 0
        var index = 0
        while index + 2 < text.count {
            guard text[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            index += text[index + 1] == UInt8(ascii: "/") ? 2 : 1
            var name: [UInt8] = []
            while index < text.count, name.count < 12 {
                let byte = ASCIIText.lowered(text[index])
                let isName =
                    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x21
                guard isName else { break }
                name.append(byte)
                index += 1
            }
            let tag = String(decoding: name, as: UTF8.self)
            if pageTags.contains(tag) { return true }
            if blockTags.contains(tag) { count += 1 }
            if count >= limit { return true }
        }
        return false
    }

    private static let pageTags: Set<String> = ["!doctype", "html", "head", "body"]
    private static let blockTags: Set<String> = [
        "p", "div", "br", "span", "a", "img", "article", "section", "h1", "h2", "h3", "h4", "ul",
        "ol", "li", "table", "td", "tr", "strong", "b", "em", "i", "font", "script", "style",
        "blockquote", "figure", "main", "meta", "link", "title", "iframe", "center",
    ]
}
