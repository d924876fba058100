/// The headline of a page's article: which block shows it, what it is without the site's name.
struct HTMLHeadline: Sendable {
    /// The headline, white space folded, as written.
    let title: String?
    /// The block that shows it.
    let block: Int?
    /// Name of the site, where the page's title ends in it beyond doubt.
    let siteName: String?
    /// Whether the page's own words (`og:title`, JSON-LD, `<title>`) confirm the block.
    let isConfirmed: Bool

    /// No headline.
    init() {
        title = nil
        block = nil
        siteName = nil
        isConfirmed = false
    }

    /// Finds the headline.
    init(tree: HTMLTree, blocks: HTMLBlocks, head: HTMLHead, linked: LinkedArticle?) {
        let stated = [linked?.headline, head.socialTitle].compactMap { $0 }
        let names = [head.siteName, linked?.publisher].compactMap { $0 }
        let block = Self.block(
            tree: tree, blocks: blocks, stated: stated, title: head.title, siteNames: names)
        let shown = block.map {
            String(decoding: blocks.text[blocks.text(blocks.blocks[$0.index])], as: UTF8.self)
        }
        var siteName = head.siteName ?? linked?.publisher
        var cut: String?
        if let title = head.title {
            let whole = block?.isConfirmed == true ? [shown].compactMap { $0 } + stated : stated
            let parts = HTMLTitleSuffix.split(title, headlines: whole, siteNames: names)
            cut = parts?.headline
            siteName = siteName ?? parts?.suffix
        }
        self.block = block?.index
        isConfirmed = block?.isConfirmed ?? false
        self.siteName = siteName
        let social = stated.last.map {
            HTMLTitleSuffix.split($0, headlines: [], siteNames: names)?.headline ?? $0
        }
        if let block, let shown,
            block.isConfirmed || (social == nil && (block.isOnly || head.title == nil))
        {
            title = shown
        } else {
            // An unconfirmed h1 may be the site's logo: what the head says is safer.
            title = social ?? cut ?? head.title ?? shown
        }
    }

    private static func block(
        tree: HTMLTree, blocks: HTMLBlocks, stated: [String], title: String?, siteNames: [String]
    ) -> (index: Int, isConfirmed: Bool, isOnly: Bool)? {
        func letters(_ text: String) -> [UInt8] { HTMLText.letters(Array(text.utf8).span) }
        let stated = stated.map(letters)
        let title = title.map(letters) ?? []
        let siteNames = siteNames.map(letters)
        var best: (index: Int, score: Int)?
        var firstRanks = 0
        for (index, block) in blocks.blocks.enumerated() {
            let tag = tree.nodes[Int(block.node)].tag
            let isTitle = tree.nodes[Int(block.node)].roles.contains(.title)
            guard block.kind == .heading || isTitle, block.scalars < 400, block.scalars >= 4 else {
                continue
            }
            let text = HTMLText.letters(blocks.text.span.extracting(blocks.text(block)))
            if siteNames.contains(text) { continue }
            if tag == .h1 { firstRanks += 1 }
            let isLong = block.scalars >= 12
            var score = 0
            if stated.contains(text) {
                score = 100
            } else if title == text {
                score = 90
            } else if isLong, title.count > text.count, title.suffix(text.count).elementsEqual(text)
            {
                // `Site | headline`.
                score = 85
            } else if isLong, stated.contains(where: { $0.starts(with: text) }) {
                score = 80
            } else if isLong, title.starts(with: text) {
                score = 80
            } else if tag == .h1 {
                score = 10
            }
            guard score > 0 else { continue }
            // Of equals the one with the higher rank, then the first.
            score += tag == .h1 ? 8 : tag == .h2 ? 4 : 0
            if block.linkDensity > 0.9 { score -= 9 }
            if score > best?.score ?? 0 { best = (index, score) }
        }
        guard let best else { return nil }
        let isOnly =
            firstRanks == 1 && blocks.blocks[best.index].scalars >= 15
            && blocks.blocks[best.index].linkDensity < 0.5
        return (best.index, best.score >= 70, isOnly)
    }
}

/// Cutting the name of the site from the end of a page's title.
enum HTMLTitleSuffix {
    /// Splits `title` into headline and name, if it is certain where the headline ends.
    ///
    /// Certain means: the rest is the headline as the page states it elsewhere, or the end is the
    /// name of the site as the page states it. Separators alone prove nothing, as headlines hold
    /// them: ` .. `, `:` and `–` are punctuation of Arabic headlines.
    static func split(
        _ title: String, headlines: [String], siteNames: [String]
    ) -> (headline: String, suffix: String?)? {
        let bytes = Array(title.utf8)
        let names = siteNames.map { Array($0.utf8) }
        let wholes = headlines.map { Array($0.utf8) }
        var position = bytes.count - 1
        var best: (headline: String, suffix: String?)?
        while position > 0 {
            guard let separator = separator(bytes.span, endingAt: position) else {
                position -= 1
                continue
            }
            let rest = bytes.span.extracting(0..<separator.lowerBound)
            let suffix = bytes.span.extracting(separator.upperBound..<bytes.count)
            let isWhole = wholes.contains { HTMLText.equal($0.span, rest) }
            let isName = names.contains { HTMLText.equal($0.span, suffix) }
            if isWhole || isName, rest.count > 0, suffix.count > 0 {
                best = (
                    String(decoding: bytes[..<separator.lowerBound], as: UTF8.self),
                    isWhole ? lastSegment(bytes, from: separator.upperBound) : nil
                )
            }
            if isWhole { return best }
            position = separator.lowerBound - 1
        }
        return best
    }

    private static func lastSegment(_ bytes: [UInt8], from start: Int) -> String? {
        var position = bytes.count - 1
        var first = start
        while position > start {
            if let separator = separator(bytes.span, endingAt: position) {
                first = separator.upperBound
                break
            }
            position -= 1
        }
        let name = String(decoding: bytes[first...], as: UTF8.self)
        // A whole sentence is no name.
        return name.utf8.count <= 80 ? name : nil
    }

    /// The separator with white space on both sides whose last byte is at `end`, if there is one:
    /// `-`, `|`, `–`, `—`, `«`, `»`, `·`, `•`, `:`.
    private static func separator(_ text: Span<UInt8>, endingAt end: Int) -> Range<Int>? {
        guard end + 1 < text.count, ASCIIText.isSpace(text[end + 1]) else { return nil }
        let start: Int
        switch text[end] {
        case UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "/"): start = end
        case 0x93, 0x94:
            guard end >= 2, text[end - 1] == 0x80, text[end - 2] == 0xE2 else { return nil }
            start = end - 2
        case 0xA2:
            guard end >= 2, text[end - 1] == 0x80, text[end - 2] == 0xE2 else { return nil }
            start = end - 2
        case 0xAB, 0xBB, 0xB7:
            guard end >= 1, text[end - 1] == 0xC2 else { return nil }
            start = end - 1
        default: return nil
        }
        guard start > 0 else { return nil }
        let isSpaced = ASCIIText.isSpace(text[start - 1])
        guard isSpaced || text[end] == UInt8(ascii: ":") else { return nil }
        return (isSpaced ? start - 1 : start)..<(end + 2)
    }
}
