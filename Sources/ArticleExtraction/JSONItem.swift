import JSONReading

/// An article as scrapers write it in JSON: an object of strings under common names.
struct JSONItem {
    /// The article's text or markup.
    let text: [UInt8]
    /// The headline.
    let title: String?
    /// The author.
    let byline: String?
    /// The outlet.
    let publisher: String?
    /// The section.
    let section: String?
    /// When it was published, as written.
    let published: String?
    /// When it was changed, as written.
    let modified: String?
    /// Its address.
    let url: String?
    /// An id that is no address.
    let id: String?
    /// Addresses of its pictures.
    let images: [String]

    /// Reads one object; `nil` if `bytes` are none or it has no text.
    init?(_ bytes: [UInt8]) {
        guard let document = try? JSONDocument(bytes), document.root.kind == .object else {
            return nil
        }
        var members: [String: JSONValue] = [:]
        for member in document.root.members {
            members[Self.folded(member.name)] = member.value
        }
        func first(_ names: [String]) -> String? {
            for name in names {
                if let value = members[name], let text = Self.text(of: value, depth: 0) {
                    return text
                }
            }
            return nil
        }
        title = first(["title", "headline", "name", "articletitle"])
        let markup = first(["contenthtml", "html", "rawhtml", "articlehtml", "bodyhtml", "page"])
        let plain = first([
            "content", "articlebody", "text", "body", "contenttext", "fulltext", "maintext",
            "article", "articletext", "story", "paragraphs",
        ])
        let summary = first(["description", "summary", "abstract", "excerpt", "lead"])
        guard let body = plain ?? markup ?? summary ?? title else { return nil }
        text = Array(body.utf8)
        byline = first(["author", "byline", "authors", "creator", "writer", "by"])?
            .replacing("\n", with: "، ")
        publisher = first(["publisher", "source", "sitename", "site", "outlet", "newspaper"])
        section = first(["section", "category", "articlesection", "topic"])
        published = first([
            "datepublished", "publishedat", "published", "pubdate", "publishdate",
            "publicationdate", "date", "time", "datetime", "createdat",
        ])
        modified = first(["datemodified", "modifiedat", "modified", "updatedat", "updated"])
        url = first(["url", "link", "canonicalurl", "canonical", "permalink", "sourceurl", "uri"])
        id = first(["guid", "id", "identifier"])
        var images: [String] = []
        for name in ["image", "imageurl", "images", "topimage", "thumbnail", "imageurls"] {
            guard let value = members[name] else { continue }
            if value.kind == .array {
                for element in value.elements.prefix(50) {
                    if let text = Self.text(of: element, depth: 0) { images.append(text) }
                }
            } else if let text = Self.text(of: value, depth: 0) {
                images.append(text)
            }
        }
        self.images = images.filter { $0.hasPrefix("http") }
    }

    /// A value as text: a string, the name or address of an object, the lines of an array.
    private static func text(of value: JSONValue, depth: Int) -> String? {
        guard depth < 3 else { return nil }
        let text: String?
        switch value.kind {
        case .string: text = value.string
        case .object:
            text =
                ["name", "url", "@id", "value", "text"].lazy
                .compactMap { value[$0].flatMap { Self.text(of: $0, depth: depth + 1) } }.first
        case .array:
            let parts = value.elements.prefix(2_000).compactMap {
                Self.text(of: $0, depth: depth + 1)
            }
            text = parts.joined(separator: "\n")
        case .number: text = value.integer.map { "\($0)" }
        case .null, .boolean: text = nil
        }
        guard let text, !text.utf8.allSatisfy({ ASCIIText.isSpace($0) }) else { return nil }
        return text
    }

    /// A name without case, dashes and underscores: `published_at` and `publishedAt` are one.
    private static func folded(_ name: String) -> String {
        String(
            decoding: name.utf8.prefix(64).filter {
                $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ")
            }.map { ASCIIText.lowered($0) }, as: UTF8.self)
    }
}
