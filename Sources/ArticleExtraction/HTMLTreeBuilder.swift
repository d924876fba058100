/// Takes the events of a parser and makes an ``HTMLTree`` of them.
///
/// Elements deeper than ``maxDepth`` are not opened: their text goes to the element around them.
/// That keeps hostile pages flat and costs an honest one nothing.
struct HTMLTreeBuilder {
    /// Depth from which on elements are flattened.
    static let maxDepth = 512
    /// Number of nodes after which a page is cut: the largest real ones have some 30,000.
    static let maxNodes = 300_000

    private(set) var tree = HTMLTree()
    private var open: [Int32] = [0]
    private var flattened = 0
    private var isInLinkedData = false
    private var opaqueDepth = 0
    private var rolesByWords: [UInt64: HTMLRoles] = [:]

    init(sourceBytes: Int) {
        tree.nodes.reserveCapacity(sourceBytes / 32 + 16)
        tree.bytes.reserveCapacity(sourceBytes / 2 + 16)
        tree.nodes.append(HTMLNode(tag: .block, parent: -1))
    }

    /// Whether the page holds more nodes than a page may.
    var isFull: Bool { tree.nodes.count >= Self.maxNodes }

    /// Opens an element; its attributes follow.
    ///
    /// - Returns: Whether the element is new in the tree, so that attributes belong to it.
    mutating func open(_ tag: HTMLTag) -> Bool {
        guard open.count < Self.maxDepth, !isFull else {
            flattened += 1
            tree.isTruncated = true
            return false
        }
        var node = HTMLNode(tag: tag, parent: open.last ?? 0)
        node.first = Int32(tree.attributes.count)
        if tag.isOpaque { opaqueDepth += 1 }
        open.append(Int32(tree.nodes.count))
        tree.nodes.append(node)
        return true
    }

    /// Closes the element that was opened last.
    mutating func close() {
        if flattened > 0 {
            flattened -= 1
            return
        }
        guard open.count > 1, let node = open.popLast() else { return }
        let tag = tree.nodes[Int(node)].tag
        if tag.isOpaque { opaqueDepth -= 1 }
        if tag == .script { isInLinkedData = false }
        tree.nodes[Int(node)].end = Int32(tree.nodes.count)
    }

    /// Adds an attribute to the element that was opened last.
    mutating func add(_ use: HTMLAttribute.Use, _ value: UnsafeBufferPointer<UInt8>) {
        let node = tree.nodes.count - 1
        switch use {
        case .ignore: break
        case .hidden: tree.nodes[node].roles.formUnion(.hidden)
        case .style: if Self.hides(value) { tree.nodes[node].roles.formUnion(.hidden) }
        case .words: tree.nodes[node].roles.formUnion(roles(of: value))
        case .keep(let attribute):
            // Data URLs are pictures inside the page: nothing reads them.
            if value.count > 4096, attribute != .content { return }
            let start = Int32(tree.bytes.count)
            tree.bytes.append(contentsOf: value)
            tree.attributes.append(
                HTMLAttributeValue(
                    attribute: attribute, start: start, end: Int32(tree.bytes.count)))
            tree.nodes[node].attributeCount += 1
        }
    }

    /// Says that all attributes of the element that was opened last are there.
    mutating func endAttributes() {
        let node = tree.nodes.count - 1
        switch tree.nodes[node].tag {
        case .script:
            guard let type = tree.value(.type, of: node) else { return }
            isInLinkedData = ASCIIText.hasPrefix(
                tree.bytes.span.extracting(type), "application/ld+json")
            if isInLinkedData { tree.linkedData.append(tree.bytes.count..<tree.bytes.count) }
        case .meta, .link, .img, .a, .source: break
        default: tree.nodes[node].roles.formUnion(statedRoles(of: node))
        }
    }

    /// Adds text. `rawEnd` is the byte of the source behind it.
    mutating func add(
        text: UnsafeBufferPointer<UInt8>, rawStart: Int, rawEnd: Int, isLiteral: Bool
    ) {
        if opaqueDepth > 0 {
            guard let last = open.last, tree.nodes[Int(last)].tag == .title || isInLinkedData
            else { return }
            if isInLinkedData {
                tree.bytes.append(contentsOf: text)
                let index = tree.linkedData.count - 1
                tree.linkedData[index] = tree.linkedData[index].lowerBound..<tree.bytes.count
                return
            }
        }
        guard !isFull else {
            tree.isTruncated = true
            return
        }
        let parent = open.last ?? 0
        let previous = tree.nodes.count - 1
        // The parser hands long texts over in pieces.
        if isLiteral, tree.nodes[previous].tag == .text, tree.nodes[previous].isLiteral,
            tree.nodes[previous].parent == parent,
            tree.nodes[previous].rawEnd == Int32(rawStart),
            tree.nodes[previous].last == Int32(tree.bytes.count)
        {
            tree.bytes.append(contentsOf: text)
            tree.nodes[previous].last = Int32(tree.bytes.count)
            tree.nodes[previous].rawEnd = Int32(rawEnd)
            return
        }
        var node = HTMLNode(tag: .text, parent: parent)
        node.isLiteral = isLiteral
        node.first = Int32(tree.bytes.count)
        tree.bytes.append(contentsOf: text)
        node.last = Int32(tree.bytes.count)
        node.rawStart = Int32(rawStart)
        node.rawEnd = Int32(rawEnd)
        node.end = Int32(tree.nodes.count + 1)
        tree.nodes.append(node)
    }

    /// Closes what is open and gives the tree away.
    consuming func finish(isTruncated: Bool) -> HTMLTree {
        flattened = 0
        while open.count > 1 { close() }
        tree.nodes[0].end = Int32(tree.nodes.count)
        if isTruncated { tree.isTruncated = true }
        return tree
    }

    private mutating func roles(of words: UnsafeBufferPointer<UInt8>) -> HTMLRoles {
        // A page repeats few class values many times.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in words { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        if let roles = rolesByWords[hash] { return roles }
        let roles = HTMLRoles(words: words)
        rolesByWords[hash] = roles
        return roles
    }

    private func statedRoles(of node: Int) -> HTMLRoles {
        guard tree.nodes[node].attributeCount > 0 else { return [] }
        var roles: HTMLRoles = []
        if let value = tree.value(.itemprop, of: node) {
            let words = tree.bytes.span.extracting(value)
            if ASCIIText.contains(words, "articlebody") || ASCIIText.contains(words, "reviewbody") {
                roles.formUnion(.statedBody)
            }
            if ASCIIText.contains(words, "author") { roles.formUnion(.byline) }
            if ASCIIText.contains(words, "datep") || ASCIIText.contains(words, "datem") {
                roles.formUnion(.facts)
            }
            if ASCIIText.equal(words, "headline") { roles.formUnion(.title) }
            if ASCIIText.contains(words, "comment") { roles.formUnion(.comments) }
        }
        if let value = tree.value(.property, of: node) {
            let words = tree.bytes.span.extracting(value)
            if ASCIIText.contains(words, "content:encoded")
                || ASCIIText.contains(words, "articlebody")
            {
                roles.formUnion(.statedBody)
            }
        }
        if let value = tree.value(.role, of: node) {
            let role = tree.bytes.span.extracting(value)
            if ASCIIText.equal(role, "navigation") || ASCIIText.equal(role, "search")
                || ASCIIText.equal(role, "menu")
            {
                roles.formUnion(.navigation)
            } else if ASCIIText.equal(role, "complementary") {
                roles.formUnion(.side)
            } else if ASCIIText.equal(role, "contentinfo") {
                roles.formUnion(.footer)
            } else if ASCIIText.equal(role, "dialog") || ASCIIText.equal(role, "alertdialog") {
                roles.formUnion(.subscribe)
            }
        }
        return roles
    }

    private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
        let span = style.span
        for index in 0..<span.count
        where ASCIIText.hasPrefix(span.extracting(index..<span.count), "display") {
            var next = index + 7
            while next < span.count, ASCIIText.isSpace(span[next]) || span[next] == 0x3A {
                next += 1
            }
            if ASCIIText.hasPrefix(span.extracting(next..<span.count), "none") { return true }
        }
        return false
    }
}
