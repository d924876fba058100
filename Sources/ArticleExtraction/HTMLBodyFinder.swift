/// Finds the element of a page that holds the article's text.
///
/// Every block has a weight: prose counts for, lists of links and scraps count against. The element
/// whose blocks add up to most holds the article, however its paragraphs are nested; what the
/// site's classes say tips the scale between an element and the ones around it.
struct HTMLBodyFinder {
    /// The element found; 0, the whole page, if no element stands out.
    let root: Int
    /// Whether nothing on the page looked like an article.
    let isFallback: Bool

    /// Searches `tree`.
    ///
    /// - Parameter headline: The block of the article's headline: the text follows it.
    init(
        tree: HTMLTree, blocks: HTMLBlocks, measures: HTMLMeasures, unwanted: HTMLUnwanted,
        headline: Int?
    ) {
        let count = tree.nodes.count
        let weights = blocks.blocks.map { block in
            unwanted.reasons[Int(block.node)] == nil
                ? Self.weight(block, blocks.text.span.extracting(blocks.text(block))) : 0
        }
        let start = Self.start(of: weights, headline: headline)
        var sums = [Double](repeating: 0, count: count)
        for (index, block) in blocks.blocks.enumerated() {
            let weight = weights[index]
            sums[Int(block.node)] += index < start ? min(weight, 0) : weight
        }
        for index in stride(from: count - 1, to: 0, by: -1) where sums[index] != 0 {
            sums[Int(tree.nodes[index].parent)] += sums[index]
        }
        var best = 0
        var bestScore = 0.0
        for index in 0..<count where sums[index] > 0 {
            let score = sums[index] * Self.trust(tree.nodes[index])
            // Of equals the inner one: it comes later.
            if score >= bestScore {
                best = index
                bestScore = score
            }
        }
        isFallback = bestScore <= 0
        let heading = headline.map { Int(blocks.blocks[$0].node) }
        let search = Search(tree: tree, sums: sums, heading: heading)
        root = search.block(around: search.widened(search.core(of: search.article(in: best))))
    }

    /// The block from which on text counts: the headline, if enough text follows it.
    private static func start(of weights: [Double], headline: Int?) -> Int {
        guard let headline else { return 0 }
        let before = weights[..<headline].reduce(0) { $0 + max($1, 0) }
        let after = weights[headline...].reduce(0) { $0 + max($1, 0) }
        return after > 0.15 * before ? headline : 0
    }

    /// The steps from the element with the largest sum to the one that holds the article.
    private struct Search {
        let tree: HTMLTree
        let sums: [Double]
        let heading: Int?

        /// Of several `<article>` elements in `node`, the one with the headline, else the first
        /// large one; `node` itself if it does not hold several.
        func article(in node: Int) -> Int {
            // An `<article>` or `<main>` with the headline inside, unless it holds nothing else.
            if let heading {
                var around = heading
                while around > node {
                    let share = tree.nodes[around].tag == .article ? 0.08 : 0.3
                    if tree.nodes[around].tag == .article || tree.nodes[around].tag == .main,
                        sums[around] > share * sums[node]
                    {
                        return around
                    }
                    around = Int(tree.nodes[around].parent)
                }
            }
            var articles: [Int] = []
            var index = node + 1
            while index < Int(tree.nodes[node].end) {
                if tree.nodes[index].tag == .article, sums[index] > 0 {
                    articles.append(index)
                    index = Int(tree.nodes[index].end)
                } else {
                    index += 1
                }
            }
            guard articles.count > 1, let largest = articles.map({ sums[$0] }).max() else {
                return node
            }
            guard let first = articles.first(where: { sums[$0] > 0.3 * largest }) else {
                return node
            }
            return sums[first] > 0.3 * sums[node] ? first : node
        }

        /// The innermost element with more than half of `node`'s sum.
        func core(of node: Int) -> Int {
            var core = node
            var index = node + 1
            while index < Int(tree.nodes[core].end) {
                if sums[index] > 0.5 * sums[node], tree.nodes[index].tag.isBlock {
                    core = index
                    index += 1
                } else {
                    index = max(Int(tree.nodes[index].end), index + 1)
                }
            }
            return core
        }

        /// The outermost element around `node` that adds enough to be part of the article.
        func widened(_ node: Int) -> Int {
            var root = node
            // One paragraph is no article: short ones beside it weigh little and belong to it.
            while root > 0, parts(of: root) < 2, !tree.nodes[root].roles.contains(.statedBody) {
                let parent = Int(tree.nodes[root].parent)
                guard sums[parent] >= 0.97 * sums[root], tree.nodes[parent].tag != .body else {
                    break
                }
                root = parent
            }
            var outer = root
            while outer > 0 {
                // An article that has its headline inside is whole.
                if tree.nodes[outer].tag == .article, let heading, holds(outer, heading) { break }
                let inner = outer
                outer = Int(tree.nodes[outer].parent)
                let gain = sums[outer] - sums[root]
                let reluctance =
                    hasTwin(of: inner, in: outer) && parts(of: root) < 3
                    ? 0.05 : Self.reluctance(tree.nodes[root], tree.nodes[outer])
                if gain > sums[root] * reluctance { root = outer }
            }
            return root
        }

        /// Whether a child of `outer` looks like its child `inner` and holds text too: then both are
        /// paragraphs of something, whatever their class says.
        private func hasTwin(of inner: Int, in outer: Int) -> Bool {
            let model = tree.nodes[inner]
            var index = outer + 1
            while index < Int(tree.nodes[outer].end) {
                let node = tree.nodes[index]
                if index != inner, node.tag == model.tag, node.roles == model.roles,
                    node.tag != .article, sums[index] > 0
                {
                    return true
                }
                index = node.tag == .text ? index + 1 : max(Int(node.end), index + 1)
            }
            return false
        }

        /// How many blocks with text `node` has, counted up to three.
        private func parts(of node: Int) -> Int {
            var parts = 0
            var index = node + 1
            while index < Int(tree.nodes[node].end), parts < 3 {
                if tree.nodes[index].tag.isBlock, sums[index] > 0 { parts += 1 }
                index += 1
            }
            return parts
        }

        /// Share of its own sum that an element around `inner` must add.
        private static func reluctance(_ inner: HTMLNode, _ outer: HTMLNode) -> Double {
            if inner.roles.contains(.statedBody) { return 0.8 }
            var share = 0.12
            if inner.roles.contains(.article), inner.roles.contains(.body) {
                share = 0.5
            } else if inner.tag == .article || inner.tag == .main {
                share = 0.5
            } else if inner.roles.contains(.body) {
                share = 0.25
            }
            if outer.tag == .body || outer.tag == .html { share = max(share, 0.4) }
            return share
        }

        /// The block element that `node` is or lies in.
        func block(around node: Int) -> Int {
            var node = node
            while node > 0, !tree.nodes[node].tag.isBlock { node = Int(tree.nodes[node].parent) }
            return node
        }

        private func holds(_ node: Int, _ other: Int) -> Bool {
            other >= node && other < Int(tree.nodes[node].end)
        }
    }

    private static func weight(_ block: HTMLBlock, _ text: Span<UInt8>) -> Double {
        if HTMLPhrases.isSiteNotice(text) { return -Double(block.scalars) }
        let size = Double(block.scalars)
        let density = block.linkDensity
        switch block.kind {
        case .caption: return 0
        case .heading: return density > 0.5 ? -15 : 0
        case .row where size < 40: return density > 0.6 ? -3 : 0
        default: break
        }
        if density > 0.6 { return -12 - size * 0.3 }
        if size >= 80 { return size * (1 - density) }
        if block.endsSentence { return size * (size >= 40 ? 1 : 0.3) }
        if size >= 40 { return size * 0.2 }
        return block.kind == .listItem ? -3 : -6
    }

    private static func trust(_ node: HTMLNode) -> Double {
        var trust = 1.0
        if node.roles.contains(.statedBody) { trust *= 1.6 }
        if node.roles.contains(.article) && node.roles.contains(.body) {
            trust *= 1.2
        } else if node.roles.contains(.body) {
            trust *= 1.08
        }
        switch node.tag {
        case .article: trust *= 1.15
        case .main: trust *= 1.05
        case .body, .html: trust *= 0.95
        case .p, .li, .blockquote, .td, .a, .span: trust *= 0.9
        default: break
        }
        return trust
    }
}
