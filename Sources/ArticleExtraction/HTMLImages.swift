/// Finds the pictures of an article.
struct HTMLImages {
    private let page: HTMLPage
    private let base: String?

    /// Pictures listed at most.
    static let limit = 50

    /// Pictures looked at; the rest of a page with more is not an article's.
    private static let examined = 300

    /// Prepares for `page`.
    ///
    /// - Parameter base: Where relative addresses start.
    init(_ page: HTMLPage, base: String?) {
        self.page = page
        self.base = base
    }

    /// The pictures: the ones the page states as its own, then those between headline and the end
    /// of the text. A picture stated and shown is listed once, with its caption.
    var references: [ImageReference] {
        var found: [(url: String, caption: String?)] = []
        for stated in (page.linked?.images ?? []) + page.head.images {
            if let url = WebAddress.resolved(stated, against: base), !Self.isMark(url),
                !found.contains(where: { Self.isSame($0.url, url) })
            {
                found.append((url, nil))
            }
        }
        let shown = shownRange.lazy.filter { page.tree.nodes[$0].tag == .img }
        for index in shown.prefix(Self.examined) {
            guard found.count < Self.limit, page.unwanted[index] == nil, let url = url(of: index)
            else { continue }
            let caption = caption(of: index)
            if let known = found.firstIndex(where: { Self.isSame($0.url, url) }) {
                if found[known].caption == nil { found[known].caption = caption }
            } else {
                found.append((url, caption))
            }
        }
        return found.map { ImageReference(url: $0.url, caption: $0.caption) }
    }

    private var shownRange: Range<Int> {
        let end = Int(page.tree.nodes[page.root].end)
        guard let headline = page.headline.block else { return page.root..<end }
        return min(page.root, Int(page.blocks.blocks[headline].node))..<end
    }

    private func url(of index: Int) -> String? {
        let written =
            page.tree.string(.lazySource, of: index) ?? page.tree.string(.source, of: index)
            ?? page.tree.string(.sourceSet, of: index).flatMap { WebAddress.first(ofSet: $0) }
        guard let written, let url = WebAddress.resolved(written, against: base) else { return nil }
        return Self.isMark(url) ? nil : url
    }

    /// Whether an address names a picture of the site, not of the article. Whole words only:
    /// `silicon-valley.jpg` is no icon.
    private static func isMark(_ url: String) -> Bool {
        let path = url.utf8.prefix { $0 != UInt8(ascii: "?") }
        let words = path.split { !(0x61...0x7A).contains(ASCIIText.lowered($0)) }
        return words.contains { word in
            let bytes = Array(word)
            return marks.contains { ASCIIText.equal(bytes.span, $0) }
        }
    }

    private static let marks: [StaticString] = [
        "logo", "logos", "avatar", "avatars", "icon", "icons", "spacer", "blank", "pixel", "emoji",
        "gravatar", "blavatar", "favicon", "smilies",
    ]

    /// The caption of the picture at `index`: the caption block in the element around it.
    private func caption(of index: Int) -> String? {
        var node = Int(page.tree.nodes[index].parent)
        for _ in 0..<4 where node > 0 {
            let end = Int(page.tree.nodes[node].end)
            guard end - node < 80 else { return nil }
            // Beside a second picture nothing says whose the caption is.
            guard page.tree.nodes[node..<end].count(where: { $0.tag == .img }) == 1 else {
                return nil
            }
            for (number, block) in page.blocks.blocks.enumerated()
            where page.reasons[number] == .caption && Int(block.node) >= node
                && Int(block.node) < end
            {
                return DisplayText.of(page.text(number))
            }
            node = Int(page.tree.nodes[node].parent)
        }
        return nil
    }

    /// Whether two addresses are the same picture: alike but for the query.
    private static func isSame(_ a: String, _ b: String) -> Bool {
        a.utf8.prefix { $0 != UInt8(ascii: "?") }.elementsEqual(
            b.utf8.prefix { $0 != UInt8(ascii: "?") })
    }
}

/// Addresses as pages write them.
enum WebAddress {
    /// `address` made absolute; `nil` if it is no address of the web or cannot be made absolute.
    static func resolved(_ address: String, against base: String?) -> String? {
        let address = trimmed(address)
        let bytes = Array(address.utf8)
        guard !bytes.isEmpty, bytes.count <= 4096 else { return nil }
        if isAbsolute(bytes.span) { return address }
        guard let base, case let baseBytes = Array(base.utf8), isAbsolute(baseBytes.span),
            let colon = baseBytes.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        if bytes.starts(with: "//".utf8) {
            return String(decoding: baseBytes[...colon], as: UTF8.self) + address
        }
        // Another scheme (data:, javascript:) has a colon before any slash.
        if let mark = bytes.firstIndex(where: { $0 == 0x3A || $0 == 0x2F || $0 == 0x3F }),
            bytes[mark] == 0x3A
        {
            return nil
        }
        let authority = colon + 3
        let path = baseBytes[authority...].firstIndex(of: UInt8(ascii: "/")) ?? baseBytes.count
        let origin = String(decoding: baseBytes[..<path], as: UTF8.self)
        if bytes[0] == UInt8(ascii: "/") { return origin + address }
        if bytes[0] == UInt8(ascii: "#") || bytes[0] == UInt8(ascii: "?") { return nil }
        let query = baseBytes[path...].firstIndex { $0 == 0x3F || $0 == 0x23 } ?? baseBytes.count
        let folder = baseBytes[path..<query].lastIndex(of: UInt8(ascii: "/")) ?? path
        return origin + String(decoding: baseBytes[path..<folder], as: UTF8.self) + "/" + address
    }

    /// The first address of a `srcset`.
    static func first(ofSet set: String) -> String? {
        let bytes = Array(set.utf8).drop { ASCIIText.isSpace($0) || $0 == UInt8(ascii: ",") }
        let address = bytes.prefix { !ASCIIText.isSpace($0) }
        return address.isEmpty ? nil : String(decoding: address, as: UTF8.self)
    }

    private static func trimmed(_ address: String) -> String {
        let bytes = Array(address.utf8)
        guard let first = bytes.firstIndex(where: { !ASCIIText.isSpace($0) }),
            let last = bytes.lastIndex(where: { !ASCIIText.isSpace($0) })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }

    private static func isAbsolute(_ bytes: Span<UInt8>) -> Bool {
        ASCIIText.hasPrefix(bytes, "http://") || ASCIIText.hasPrefix(bytes, "https://")
    }
}
