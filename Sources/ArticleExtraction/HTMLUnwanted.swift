/// Decides which subtrees of a page are not the article, before the article is looked for.
///
/// What a class says is believed for small things and doubted for large ones: a container called
/// `sidebar` that holds most of the page's prose is the page.
struct HTMLUnwanted: Sendable {
    /// Why a node's text is not the article's, by node; `nil` where nothing says so.
    private(set) var reasons: [Removal.Reason?]

    /// Marks the nodes of `tree`.
    ///
    /// - Parameter headline: The block of the article's headline, which no teaser holds.
    init(tree: HTMLTree, blocks: HTMLBlocks, measures: HTMLMeasures, headline: Int?) {
        let teasers = HTMLTeasers(
            tree: tree, blocks: blocks.blocks, measures: measures, headline: headline)
        let count = tree.nodes.count
        reasons = [Removal.Reason?](repeating: nil, count: count)
        let page = Double(max(1, measures.prose[0]))
        // What the headline is in is the article or more: `comments-open`, `has-related` on it say
        // what it has, not what it is.
        var holdsHeadline: Set<Int> = []
        if let headline {
            var node = Int(blocks.blocks[headline].node)
            while node > 0 {
                if tree.nodes[node].tag.isBlock { holdsHeadline.insert(node) }
                node = Int(tree.nodes[node].parent)
            }
        }
        // Whether a node holds the text by the site's own word, or a post embedded in the text:
        // nothing here overrules that.
        var holdsStated = [Bool](repeating: false, count: count)
        for index in stride(from: count - 1, to: 0, by: -1) {
            let roles = tree.nodes[index].roles
            if roles.contains(.statedBody), measures.prose[index] > 0 { holdsStated[index] = true }
            if roles.contains(.embedded), tree.nodes[index].tag == .blockquote {
                holdsStated[index] = true
            }
            if holdsStated[index] { holdsStated[Int(tree.nodes[index].parent)] = true }
        }
        var index = 1
        while index < count {
            let node = tree.nodes[index]
            guard node.tag != .text, measures.text[index] > 0, !holdsStated[index],
                !holdsHeadline.contains(index)
            else {
                index += 1
                continue
            }
            let share = Double(measures.prose[index]) / page
            let isTeasers = teasers.lists[index]
            guard
                let reason = isTeasers
                    ? .relatedLinks
                    : Self.reason(node, share: share, measures: measures, index: index)
            else {
                index += 1
                continue
            }
            let end = Int(node.end)
            for inside in index..<end { reasons[inside] = reason }
            index = end
        }
    }

    private static func reason(
        _ node: HTMLNode, share: Double, measures: HTMLMeasures, index: Int
    ) -> Removal.Reason? {
        let roles = node.roles
        switch node.tag {
        case .html, .body, .main: return nil
        case .nav: if share < 0.3 { return .navigation }
        case .footer: if share < 0.3 { return .furniture }
        case .aside: if share < (roles.contains(.side) ? 0.9 : 0.6) { return .relatedLinks }
        case .form: if share < 0.2 { return .furniture }
        case .details: break
        default: break
        }
        guard !roles.isDisjoint(with: .unwanted) else { return nil }
        if roles.contains(.comments), share < 0.9 { return .comments }
        if roles.contains(.hidden), share < 0.5 { return .furniture }
        // Themes put the words of categories and of the layout on the article itself.
        let limit =
            node.tag == .article || roles.contains(.article)
            ? (roles.contains(.body) ? 0.1 : 0.2) : 0.35
        guard share < limit else { return nil }
        if roles.contains(.share) { return share < 0.1 ? .shareBar : nil }
        if roles.contains(.poll) { return share < 0.1 ? .furniture : nil }
        if roles.contains(.keywords) {
            return share < 0.05 || measures.linkDensity(index) > 0.5 ? .keywords : nil
        }
        if roles.contains(.advert) { return .furniture }
        if roles.contains(.related) { return .relatedLinks }
        if roles.contains(.navigation) { return .navigation }
        if roles.contains(.subscribe) { return share < 0.3 ? .furniture : nil }
        if roles.contains(.biography) { return share < 0.25 ? .furniture : nil }
        if roles.contains(.side) { return .relatedLinks }
        if roles.contains(.footer) { return .furniture }
        return nil
    }
}
