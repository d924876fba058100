/// What a page says about itself in `<head>`: `<title>`, `<meta>`, `<link>`.
struct HTMLHead: Sendable {
    /// Text of `<title>`.
    var title: String?
    /// Where the text of `<title>` is in the source, in bytes.
    var titleRange: Range<Int>?
    /// `og:title` and the like.
    var socialTitle: String?
    /// `og:site_name`.
    var siteName: String?
    /// Author, as named by `<meta>`.
    var author: String?
    /// `article:section`.
    var section: String?
    /// Time of publication, as written.
    var published: String?
    /// Time of the last change, as written.
    var modified: String?
    /// `<link rel="canonical">`.
    var canonical: String?
    /// `og:url`.
    var socialURL: String?
    /// `og:image`, each.
    var images: [String] = []
    /// `<html lang>`.
    var language: String?
    /// `<base href>`.
    var base: String?
    /// `og:description` or `<meta name=description>`.
    var description: String?

    /// Bytes above which a title is none.
    static let maxTitleBytes = 2000

    /// Reads the head of `tree`. Sites put such elements into the body too: all are read.
    init(_ tree: HTMLTree) {
        for index in tree.nodes.indices {
            switch tree.nodes[index].tag {
            case .html: language = language ?? Self.text(.language, index, tree)
            case .base: base = base ?? Self.text(.href, index, tree)
            case .title: if title == nil { readTitle(index, tree) }
            case .link:
                if canonical == nil, tree.value(.relation, of: index, is: "canonical") {
                    canonical = Self.text(.href, index, tree)
                }
            case .meta: readMeta(index, tree)
            default: break
            }
        }
    }

    private mutating func readTitle(_ index: Int, _ tree: HTMLTree) {
        // A title inside a picture (svg) is the picture's.
        var parent = Int(tree.nodes[index].parent)
        while parent > 0 {
            if tree.nodes[parent].tag == .svg { return }
            parent = Int(tree.nodes[parent].parent)
        }
        var bytes: [UInt8] = []
        for child in index..<Int(tree.nodes[index].end) where tree.nodes[child].tag == .text {
            let node = tree.nodes[child]
            bytes.append(contentsOf: tree.bytes[Int(node.first)..<Int(node.last)])
            let start = titleRange?.lowerBound ?? Int(node.rawStart)
            titleRange = start..<Int(node.rawEnd)
        }
        guard bytes.count <= Self.maxTitleBytes else { return }
        title = Self.cleaned(bytes.span)
    }

    private mutating func readMeta(_ index: Int, _ tree: HTMLTree) {
        guard
            let key = tree.value(.property, of: index) ?? tree.value(.name, of: index)
                ?? tree.value(.itemprop, of: index),
            let value = Self.text(.content, index, tree)
        else { return }
        let name = tree.bytes.span.extracting(key)
        func named(_ names: StaticString...) -> Bool {
            names.contains { ASCIIText.equal(name, $0) }
        }
        if named("og:title") {
            if value.utf8.count <= Self.maxTitleBytes { socialTitle = value }
        } else if named("twitter:title", "dc.title", "parsely-title", "sailthru.title") {
            if value.utf8.count <= Self.maxTitleBytes { socialTitle = socialTitle ?? value }
        } else if named("og:site_name") {
            siteName = siteName ?? value
        } else if named("author", "article:author", "dc.creator", "parsely-author", "byl") {
            // Some sites put the address of a profile here.
            if author == nil, !value.contains("://") { author = value }
        } else if named("article:section", "parsely-section") {
            section = section ?? value
        } else if named("article:published_time", "og:article:published_time", "datepublished") {
            published = value
        } else if named(
            "og:published_time", "parsely-pub-date", "dc.date.issued", "dcterms.created",
            "publish-date", "publishdate", "pubdate", "article.published", "sailthru.date",
            "cxenseparse:recs:publishtime", "dc.date", "date")
        {
            published = published ?? value
        } else if named("article:modified_time", "datemodified", "og:updated_time") {
            modified = modified ?? value
        } else if named("og:url") {
            socialURL = socialURL ?? value
        } else if named("og:image", "og:image:url", "twitter:image") {
            if images.count < HTMLImages.limit, !images.contains(value) { images.append(value) }
        } else if named("og:description") {
            description = value
        } else if named("description", "twitter:description") {
            description = description ?? value
        }
    }

    private static func text(_ attribute: HTMLAttribute, _ index: Int, _ tree: HTMLTree) -> String?
    {
        tree.value(attribute, of: index).flatMap { cleaned(tree.bytes.span.extracting($0)) }
    }

    /// The text with white space folded; `nil` if nothing is left.
    static func cleaned(_ text: Span<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var hasSpace = false
        for index in text.indices {
            if ASCIIText.isSpace(text[index]) {
                hasSpace = true
                continue
            }
            if hasSpace, !bytes.isEmpty { bytes.append(0x20) }
            hasSpace = false
            bytes.append(text[index])
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
