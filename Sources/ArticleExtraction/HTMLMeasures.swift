/// Sizes of every node of a page: what its text weighs and how much of it is links.
struct HTMLMeasures: Sendable {
    /// Scalars of text in the subtree, by node.
    private(set) var text: [Int32]
    /// Scalars of it inside links, by node.
    private(set) var links: [Int32]
    /// Scalars of it in blocks that read like paragraphs, by node.
    private(set) var prose: [Int32]

    /// Measures `tree`, whose blocks are `blocks`.
    init(tree: HTMLTree, blocks: [HTMLBlock]) {
        let count = tree.nodes.count
        text = [Int32](repeating: 0, count: count)
        links = text
        prose = text
        for block in blocks {
            let node = Int(block.node)
            text[node] += block.scalars
            links[node] += block.linkScalars
            if Self.isProse(block) { prose[node] += block.scalars - block.linkScalars }
        }
        for index in stride(from: count - 1, to: 0, by: -1) {
            let node = tree.nodes[index]
            // Only blocks carry text of their own, and texts are children of something.
            if node.tag == .text || text[index] == 0 { continue }
            let parent = Int(node.parent)
            text[parent] += text[index]
            links[parent] += links[index]
            prose[parent] += prose[index]
        }
    }

    /// Whether a block reads like a paragraph: long enough, and not made of links.
    static func isProse(_ block: HTMLBlock) -> Bool {
        block.linkScalars * 3 < block.scalars && block.kind != .heading
            && (block.scalars >= 80 || (block.scalars >= 30 && block.endsSentence))
    }

    /// Share of the subtree's text inside links, 0 to 1.
    func linkDensity(_ node: Int) -> Double {
        text[node] == 0 ? 0 : Double(links[node]) / Double(text[node])
    }
}
