import ArabicText

/// The text of an article that came without a page: the body of a feed's item or of a JSON value.
struct FragmentText {
    /// The paragraphs.
    private(set) var body = BodyBuilder()
    /// Pictures in it.
    private(set) var images: [ImageReference] = []
    /// What was left out of it, in its order.
    private(set) var removed: [Removal.Reason] = []
    /// Its lines as other texts of the site may show them.
    let siteLines: [SiteSighting.Line]

    /// Reads `bytes`, HTML or plain text.
    ///
    /// - Parameters:
    ///   - bytes: Valid UTF-8.
    ///   - baseURL: Where relative addresses start.
    ///   - site: What is known of the site it comes from.
    init(_ bytes: [UInt8], baseURL: String?, _ html: HTMLExtractor, site: LearnedSite? = nil) {
        var text = bytes
        if Self.isHTML(bytes) {
            let fragment = html.fragment(bytes, baseURL: baseURL)
            images = fragment.images
            text = Array(fragment.paragraphs.joined(separator: [UInt8(ascii: "\n")]))
        } else {
            text = CharacterReferences.resolved(bytes)
        }
        var page = FlattenedPage(text.span, knownTitle: nil, furniture: site?.furniture ?? [])
        // A text of nothing but known lines is read as if nothing were known.
        if page.isFallback, page.hasSiteFurniture {
            page = FlattenedPage(text.span, knownTitle: nil)
        }
        siteLines = page.siteLines(in: text.span)
        for line in page.lines {
            switch line.role {
            case .furniture, .edgeFurniture, .siteFurniture:
                if let reason = PageZones.reason(of: line.role) { removed.append(reason) }
            // What stands above or beside the text of a page is text in a fragment of one.
            case .text, .headline, .byline, .publication:
                body.append(text.span.extracting(line.line.bytes), rawStart: nil, rawEnd: nil)
            }
        }
    }

    /// Whether `bytes` hold markup: a tag's name right behind its bracket.
    static func isHTML(_ bytes: [UInt8]) -> Bool {
        for index in bytes.indices.dropLast(2) where bytes[index] == UInt8(ascii: "<") {
            let next = bytes[index + 1]
            let name = next == UInt8(ascii: "/") ? bytes[index + 2] : next
            if (0x61...0x7A).contains(name | 0x20) || name == UInt8(ascii: "!") { return true }
        }
        return false
    }
}
