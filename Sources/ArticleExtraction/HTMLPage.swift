/// A page taken apart: its tree, its blocks, and what each of them is.
struct HTMLPage: Sendable {
    /// The page as a tree.
    let tree: HTMLTree
    /// The page as blocks of text.
    let blocks: HTMLBlocks
    /// What `<head>` says.
    let head: HTMLHead
    /// What JSON-LD says of the article.
    let linked: LinkedArticle?
    /// The article's headline.
    let headline: HTMLHeadline
    /// The element that holds the text.
    let root: Int
    /// Why each block is not the article's text; `nil` for those that are.
    private(set) var reasons: [Removal.Reason?]
    /// Why each node's text is not the article's; `nil` where nothing says so.
    let unwanted: [Removal.Reason?]
    /// Whether no element looked like an article, so that everything on the page was taken.
    let isFallback: Bool

    /// Takes a page apart.
    ///
    /// - Parameter source: Valid UTF-8. Takes time linear in it.
    init(_ source: [UInt8]) {
        let tree = HTMLParser.parse(source)
        let blocks = HTMLBlockReader.blocks(of: tree)
        self.tree = tree
        self.blocks = blocks
        head = HTMLHead(tree)
        var values: [LinkedDataValue] = []
        for script in tree.linkedData {
            values += LinkedDataValue.read(tree.bytes.span.extracting(script))
        }
        linked = LinkedArticle(values)
        let headline = HTMLHeadline(tree: tree, blocks: blocks, head: head, linked: linked)
        self.headline = headline
        let measures = HTMLMeasures(tree: tree, blocks: blocks.blocks)
        let unwanted = HTMLUnwanted(
            tree: tree, blocks: blocks, measures: measures, headline: headline.block)
        let finder = HTMLBodyFinder(
            tree: tree, blocks: blocks, measures: measures, unwanted: unwanted,
            headline: headline.block)
        self.unwanted = unwanted.reasons
        let filter = HTMLBlockFilter(
            tree: tree, blocks: blocks, unwanted: unwanted, root: finder.root, headline: headline)
        if filter.reasons.contains(nil) {
            root = finder.root
            reasons = filter.reasons
            isFallback = finder.isFallback
        } else {
            // Better the whole page, and said so, than an article of no words.
            root = 0
            isFallback = true
            reasons = blocks.blocks.indices.map { index in
                index == headline.block ? .furniture : nil
            }
        }
    }

    /// Takes a piece of HTML apart that is an article's text, as the items of feeds carry it:
    /// nothing of it is page.
    ///
    /// - Parameter fragment: Valid UTF-8, plain text as well.
    init(fragment: [UInt8]) {
        let tree = HTMLParser.parse(fragment)
        self.tree = tree
        blocks = HTMLBlockReader.blocks(of: tree)
        head = HTMLHead(tree)
        linked = nil
        headline = HTMLHeadline()
        root = 0
        isFallback = false
        let filter = HTMLBlockFilter(fragment: tree, blocks: blocks)
        reasons = filter.reasons
        unwanted = [Removal.Reason?](repeating: nil, count: tree.nodes.count)
    }

    /// Takes the blocks away that other pages of the site have shown, unless nothing would be left.
    mutating func remove(furnitureOf site: LearnedSite) {
        guard !site.furniture.isEmpty else { return }
        var folder = SiteLineKey()
        var remaining = reasons
        for index in reasons.indices where reasons[index] == nil && index != headline.block {
            if let key = folder.key(
                of: blocks.text.span.extracting(blocks.text(blocks.blocks[index]))),
                site.furniture.contains(key)
            {
                remaining[index] = .siteFurniture
            }
        }
        if remaining.contains(nil) { reasons = remaining }
    }

    /// The lines of the text as later pages may show them. Ask before any is removed.
    var siteLines: [SiteSighting.Line] {
        var collector = SiteLineCollector()
        for index in reasons.indices where reasons[index] == nil && index != headline.block {
            collector.add(blocks.text.span.extracting(blocks.text(blocks.blocks[index])))
        }
        return collector.sighted
    }

    /// Whether a block is part of the article's text.
    func isText(_ block: Int) -> Bool { reasons[block] == nil }

    /// The text of a block, white space folded, not yet in display form.
    func text(_ block: Int) -> String {
        String(decoding: blocks.text[blocks.text(blocks.blocks[block])], as: UTF8.self)
    }

    /// The first block of the article's text.
    var firstText: Int? { reasons.firstIndex { $0 == nil } }

    /// The paragraphs: blocks of text, short cells of one table row joined.
    ///
    /// Calls `body` with the text and its place in the source, in bytes.
    func forEachParagraph(_ body: (Span<UInt8>, Range<Int>) -> Void) {
        var index = 0
        while index < reasons.count {
            guard reasons[index] == nil else {
                index += 1
                continue
            }
            let block = blocks.blocks[index]
            var last = index
            while block.row >= 0, block.kind == .row, last + 1 < reasons.count,
                reasons[last + 1] == nil, blocks.blocks[last + 1].row == block.row,
                blocks.blocks[last + 1].kind == .row, blocks.blocks[last + 1].scalars < 100
            {
                last += 1
            }
            let place = Int(block.rawStart)..<Int(blocks.blocks[last].rawEnd)
            if last == index {
                body(blocks.text.span.extracting(blocks.text(block)), place)
            } else {
                var row: [UInt8] = []
                for cell in index...last {
                    if !row.isEmpty { row.append(0x20) }
                    row += blocks.text[blocks.text(blocks.blocks[cell])]
                }
                body(row.span, place)
            }
            index = last + 1
        }
    }
}
