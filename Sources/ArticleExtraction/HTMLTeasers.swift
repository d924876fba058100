/// Finds lists of teasers: other articles, each with its headline as a link and its first words.
///
/// Their words read like prose, and on the page of a short article they outweigh it. What gives
/// them away is that they repeat: three or more side by side, each opening with a link.
struct HTMLTeasers: Sendable {
    /// Whether a node is such a list, by node.
    private(set) var lists: [Bool]

    /// Searches `tree`.
    init(tree: HTMLTree, blocks: [HTMLBlock], measures: HTMLMeasures, headline: Int?) {
        let count = tree.nodes.count
        lists = [Bool](repeating: false, count: count)
        // The first block in each subtree, and how many it has.
        var first = [Int32](repeating: -1, count: count)
        var sizes = [Int32](repeating: 0, count: count)
        for (index, block) in blocks.enumerated().reversed() {
            first[Int(block.node)] = Int32(index)
            sizes[Int(block.node)] += 1
        }
        var teasers = [Int32](repeating: 0, count: count)
        var teaserText = [Int32](repeating: 0, count: count)
        for index in stride(from: count - 1, to: 0, by: -1) where sizes[index] > 0 {
            let parent = Int(tree.nodes[index].parent)
            sizes[parent] += sizes[index]
            if first[parent] < 0 || first[index] < first[parent] { first[parent] = first[index] }
            let start = Int(first[index])
            let range = start..<start + Int(sizes[index])
            if let headline, range.contains(headline) { continue }
            if teasers[index] >= 3,
                Double(teaserText[index]) > 0.7 * Double(measures.text[index])
            {
                lists[index] = true
            } else if Self.isTeaser(
                blocks, range, prose: measures.text[index] - measures.links[index])
            {
                teasers[parent] += 1
                teaserText[parent] += measures.text[index]
            }
        }
    }

    private static func isTeaser(
        _ blocks: [HTMLBlock], _ range: Range<Int>, prose: Int32
    ) -> Bool {
        guard range.count >= 2, range.count <= 5, range.upperBound <= blocks.count, prose <= 450
        else { return false }
        // The headline comes first, or behind the name of a section.
        return blocks[range.prefix(2)].contains { block in
            block.linkDensity > 0.8 && block.scalars >= 15
        }
    }
}
