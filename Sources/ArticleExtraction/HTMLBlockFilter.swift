/// Decides for each block whether it is part of the article's text, and why not.
struct HTMLBlockFilter {
    /// Why a block is not in the text, by block; `nil` for those that are.
    private(set) var reasons: [Removal.Reason?]

    private let tree: HTMLTree
    private let blocks: HTMLBlocks

    /// Filters the blocks of `tree`.
    ///
    /// - Parameters:
    ///   - root: The element that holds the text.
    ///   - headline: The article's headline, which is not part of the text.
    init(
        tree: HTMLTree, blocks: HTMLBlocks, unwanted: HTMLUnwanted, root: Int,
        headline: HTMLHeadline
    ) {
        self.tree = tree
        self.blocks = blocks
        reasons = []
        reasons.reserveCapacity(blocks.blocks.count)
        let inside = root..<Int(tree.nodes[root].end)
        let first = blocks.blocks.firstIndex { inside.contains(Int($0.node)) } ?? 0
        let lead = (headline.block ?? first)..<max(first, headline.block ?? first)
        let title = headline.title.map { Array($0.utf8) }
        for (index, block) in blocks.blocks.enumerated() {
            let node = Int(block.node)
            if let reason = unwanted.reasons[node] {
                reasons.append(reason)
            } else if inside.contains(node) || (lead.contains(index) && isLead(block)) {
                reasons.append(
                    index == headline.block ? .furniture : reason(of: block, title: title))
            } else {
                reasons.append(Self.reason(outside: block))
            }
        }
        cutOpening()
        cutLinkedHeadings()
        cutLinkRuns()
        cutTail()
    }

    /// Filters the blocks of a piece of HTML that is an article's text: only what no text is.
    init(fragment tree: HTMLTree, blocks: HTMLBlocks) {
        self.tree = tree
        self.blocks = blocks
        reasons = blocks.blocks.map { block in
            if block.kind == .caption { return .caption }
            let text = blocks.text.span.extracting(blocks.text(block))
            if block.scalars < 250, HTMLPhrases.isPointer(text) { return .relatedLinks }
            return HTMLPhrases.label(text)
        }
        // A text of nothing but such lines is one all the same.
        guard !reasons.contains(nil) else { return }
        reasons = [Removal.Reason?](repeating: nil, count: blocks.blocks.count)
    }

    private static func reason(outside block: HTMLBlock) -> Removal.Reason {
        if block.kind == .caption { return .caption }
        guard block.linkDensity > 0.5 else { return .furniture }
        // The items of menus are shorter than headlines.
        return block.scalars >= 25 ? .relatedLinks : .navigation
    }

    /// Whether a block between headline and text opens the text: many sites set the first
    /// paragraph apart.
    private func isLead(_ block: HTMLBlock) -> Bool {
        guard block.linkDensity < 0.3, block.kind != .caption, block.kind != .row else {
            return false
        }
        let isStated = roles(around: block).contains(.lead)
        // A second headline is not text, unless the site says so.
        if block.kind == .heading { return isStated && block.scalars >= 40 }
        return block.scalars >= 80 || (block.scalars >= 40 && (block.endsSentence || isStated))
    }

    private func reason(of block: HTMLBlock, title: [UInt8]?) -> Removal.Reason? {
        if block.kind == .caption || isLoneWithPicture(block) { return .caption }
        let text = blocks.text.span.extracting(blocks.text(block))
        if let title, block.scalars < 400, HTMLText.equal(title.span, text) { return .furniture }
        let roles = roles(around: block)
        if roles.contains(.byline), block.scalars < 120 { return .furniture }
        if roles.contains(.facts), block.scalars < 80 { return .furniture }
        if block.linkDensity > 0.8, block.scalars < 200, !block.endsSentence {
            if block.kind != .heading, block.kind != .listItem, block.kind != .row {
                return .relatedLinks
            }
        }
        if block.linkDensity > 0.95, block.scalars >= 200 { return .relatedLinks }
        if block.scalars < 250, HTMLPhrases.isPointer(text) { return .relatedLinks }
        if let reason = HTMLPhrases.label(text) { return reason }
        if HTMLPhrases.isSiteNotice(text) { return .furniture }
        return nil
    }

    /// Whether a short text shares a small element with a picture and nothing else.
    private func isLoneWithPicture(_ block: HTMLBlock) -> Bool {
        guard block.scalars < 150, !block.endsSentence, block.kind == .paragraph else {
            return false
        }
        var node = Int(block.node)
        for _ in 0..<3 where node > 0 {
            let end = Int(tree.nodes[node].end)
            // Few nodes: this looks at each of them.
            guard end - node < 40 else { return false }
            var bytes = 0
            var hasPicture = false
            for index in node..<end {
                switch tree.nodes[index].tag {
                case .img, .picture: hasPicture = true
                case .text: bytes += Int(tree.nodes[index].last - tree.nodes[index].first)
                default: break
                }
            }
            // White space between the elements is let through, other texts are not.
            if bytes > Int(block.end - block.start) + 40 { return false }
            if hasPicture, tree.nodes[node].tag != .p { return true }
            node = Int(tree.nodes[node].parent)
        }
        return false
    }

    private func roles(around block: HTMLBlock) -> HTMLRoles {
        var roles: HTMLRoles = []
        var node = Int(block.node)
        var steps = 0
        while node > 0, steps < 2 {
            roles.formUnion(tree.nodes[node].roles)
            node = Int(tree.nodes[node].parent)
            steps += 1
        }
        return roles
    }

    /// Cuts lines before the first paragraph that name author or date.
    private mutating func cutOpening() {
        let blocks = blocks
        for (index, block) in blocks.blocks.enumerated() {
            guard reasons[index] == nil else { continue }
            if HTMLMeasures.isProse(block) { return }
            let text = blocks.text.span.extracting(blocks.text(block))
            if block.kind != .heading, block.scalars < 60, HTMLByline.isIntroduced(text) {
                reasons[index] = .furniture
            }
        }
    }

    /// Cuts lists of two or more items that are links and nothing else.
    private mutating func cutLinkRuns() {
        var index = 0
        while index < blocks.blocks.count {
            var end = index
            while end < blocks.blocks.count, reasons[end] == nil,
                blocks.blocks[end].kind == .listItem, blocks.blocks[end].linkDensity > 0.7
            {
                end += 1
            }
            if end > index {
                for cut in index..<end { reasons[cut] = .relatedLinks }
            }
            index = max(end, index + 1)
        }
    }

    /// Cuts headlines that are links, with the scraps below them: teasers of other articles.
    private mutating func cutLinkedHeadings() {
        var index = 0
        while index < blocks.blocks.count {
            let block = blocks.blocks[index]
            guard reasons[index] == nil, block.kind == .heading, block.linkDensity > 0.9 else {
                index += 1
                continue
            }
            var end = index + 1
            var scalars: Int32 = 0
            while end < blocks.blocks.count, blocks.blocks[end].kind != .heading {
                if reasons[end] == nil {
                    scalars += blocks.blocks[end].scalars - blocks.blocks[end].linkScalars
                }
                end += 1
            }
            if scalars < 120 {
                for cut in index..<end where reasons[cut] == nil { reasons[cut] = .relatedLinks }
            }
            index = end
        }
    }

    /// Cuts what the text cannot end with: headlines, and scraps with links.
    private mutating func cutTail() {
        for index in blocks.blocks.indices.reversed() where reasons[index] == nil {
            let block = blocks.blocks[index]
            let isScrap = block.scalars < 60 && block.linkDensity > 0.3 && !block.endsSentence
            guard block.kind == .heading || isScrap else { return }
            reasons[index] = isScrap ? .relatedLinks : .furniture
        }
    }
}
