/// A run of text that a browser shows as one block: a paragraph, a headline, a list item.
struct HTMLBlock: Sendable {
    /// What a block is.
    enum Kind: UInt8, Sendable {
        case paragraph, heading, listItem, quote, caption, row, preformatted
    }

    /// What it is.
    var kind: Kind
    /// The nearest block element around it.
    var node: Int32
    /// The table row it is in, or -1.
    var row: Int32 = -1
    /// Where its text starts in ``HTMLBlocks/text``.
    var start: Int32
    /// Where its text ends.
    var end: Int32 = 0
    /// Scalars of it that are not white space.
    var scalars: Int32 = 0
    /// Scalars of it inside links.
    var linkScalars: Int32 = 0
    /// First byte of the source.
    var rawStart: Int32 = -1
    /// Behind the last byte in the source.
    var rawEnd: Int32 = -1
    /// Whether it holds text in bold or a headline's markup and nothing else.
    var isEmphasized = false
    /// Whether its text ends as a sentence does.
    var endsSentence = false

    /// Share of it inside links, 0 to 1.
    var linkDensity: Double { scalars == 0 ? 0 : Double(linkScalars) / Double(scalars) }
}

/// The blocks of a page in reading order.
struct HTMLBlocks: Sendable {
    /// The blocks.
    var blocks: [HTMLBlock] = []
    /// Their texts: UTF-8, ASCII white space folded to single spaces and trimmed.
    var text: [UInt8] = []

    /// The text of a block.
    func text(_ block: HTMLBlock) -> Range<Int> { Int(block.start)..<Int(block.end) }
}

/// Cuts a page into blocks.
struct HTMLBlockReader {
    private let tree: HTMLTree
    private var result = HTMLBlocks()
    private var block: HTMLBlock
    private var breaks = 0
    private var hasSpace = false
    private var emphasized: Int32 = 0
    // Elements that are open: where they end and what they changed.
    private var ends: [Int32] = []
    private var elements: [Int32] = []
    private var links = 0
    private var bold = 0
    private var row: Int32 = -1
    // Depth of elements whose line breaks are shown; 1 all over in text without markup.
    private var preserved: Int

    private init(_ tree: HTMLTree) {
        self.tree = tree
        preserved = Self.isPlain(tree) ? 1 : 0
        block = HTMLBlock(kind: .paragraph, node: 0, start: 0)
        result.text.reserveCapacity(tree.bytes.count / 2)
    }

    /// The blocks of `tree`.
    static func blocks(of tree: HTMLTree) -> HTMLBlocks {
        var reader = HTMLBlockReader(tree)
        reader.read()
        return reader.result
    }

    /// Whether the page is text without markup: line breaks end paragraphs.
    private static func isPlain(_ tree: HTMLTree) -> Bool {
        var paragraphs = 0
        for node in tree.nodes.dropFirst() {
            switch node.tag {
            case .text, .html, .body: break
            // The parser puts loose text into one of its own.
            case .p: paragraphs += 1
            default: return false
            }
        }
        return paragraphs < 2
    }

    private mutating func read() {
        var index = 0
        let count = tree.nodes.count
        while index < count {
            while let end = ends.last, Int(end) <= index { leave() }
            let node = tree.nodes[index]
            switch node.tag {
            case .text: append(node)
            case .br: breaks += 1
            case .hr: flush()
            case _ where node.tag.isOpaque || node.tag == .noscript:
                index = Int(node.end)
                continue
            default: enter(index)
            }
            index += 1
        }
        while !ends.isEmpty { leave() }
        flush()
    }

    private mutating func enter(_ index: Int) {
        let node = tree.nodes[index]
        switch node.tag {
        case .a: if tree.value(.href, of: index) != nil { links += 1 }
        case .b, .strong: bold += 1
        case .pre: preserved += 1
        default: break
        }
        if node.tag.isBlock {
            flush()
            if node.tag == .tr { row = Int32(index) }
            block.node = Int32(index)
        }
        ends.append(node.end)
        elements.append(Int32(index))
    }

    private mutating func leave() {
        ends.removeLast()
        guard let element = elements.popLast() else { return }
        let node = tree.nodes[Int(element)]
        switch node.tag {
        case .a: if tree.value(.href, of: Int(element)) != nil { links -= 1 }
        case .b, .strong: bold -= 1
        case .pre: preserved -= 1
        default: break
        }
        guard node.tag.isBlock else { return }
        flush()
        if node.tag == .tr || node.tag == .table { row = -1 }
        var parent = node.parent
        while parent > 0, !tree.nodes[Int(parent)].tag.isBlock {
            parent = tree.nodes[Int(parent)].parent
        }
        block.node = max(0, parent)
    }

    private mutating func append(_ node: HTMLNode) {
        var index = Int(node.first)
        let end = Int(node.last)
        let shift = Int(node.rawStart) - index
        while index < end {
            let byte = tree.bytes[index]
            if ASCIIText.isSpace(byte) {
                if byte == 0x0A, preserved > 0 { breaks += 1 }
                hasSpace = true
                index += 1
                continue
            }
            if breaks > 0 {
                if breaks > 1 || endsSentence { flush() } else { hasSpace = true }
                breaks = 0
            }
            if hasSpace, result.text.count > Int(block.start) { result.text.append(0x20) }
            hasSpace = false
            if block.rawStart < 0 {
                block.rawStart = node.isLiteral ? Int32(index + shift) : node.rawStart
            }
            // A word: everything up to the next white space.
            let start = index
            var scalars: Int32 = 0
            while index < end, !ASCIIText.isSpace(tree.bytes[index]) {
                if tree.bytes[index] & 0xC0 != 0x80 { scalars += 1 }
                index += 1
            }
            result.text.append(contentsOf: tree.bytes[start..<index])
            block.scalars += scalars
            if links > 0 { block.linkScalars += scalars }
            if bold > 0 { emphasized += scalars }
            block.rawEnd = node.isLiteral ? Int32(index + shift) : node.rawEnd
        }
    }

    private var endsSentence: Bool {
        HTMLSentence.isEnd(result.text.span.extracting(Int(block.start)..<result.text.count))
    }

    private mutating func flush() {
        defer {
            block = HTMLBlock(
                kind: .paragraph, node: block.node, start: Int32(result.text.count))
            emphasized = 0
            breaks = 0
            hasSpace = false
        }
        block.end = Int32(result.text.count)
        guard block.scalars > 0 else { return }
        block.row = row
        block.kind = kind()
        block.isEmphasized = emphasized * 10 >= block.scalars * 9
        block.endsSentence = endsSentence
        result.blocks.append(block)
    }

    private func kind() -> HTMLBlock.Kind {
        var node = Int(block.node)
        var steps = 0
        // What a text is, the nearest telling element says; beyond some steps it is layout.
        while node > 0, steps < 6 {
            let tag = tree.nodes[node].tag
            if tag.isHeading { return .heading }
            switch tag {
            case .li, .dd, .dt: return .listItem
            case .blockquote: return .quote
            case .pre: return .preformatted
            case .figcaption, .caption, .figure: return .caption
            case .td, .th: return .row
            case .article, .section, .main, .body: return .paragraph
            default: break
            }
            if tree.nodes[node].roles.contains(.caption), tag != .div || steps < 2 {
                return .caption
            }
            node = Int(tree.nodes[node].parent)
            steps += 1
        }
        return .paragraph
    }
}

/// What the last characters of a text say about it.
enum HTMLSentence {
    /// Whether `text` ends as a sentence does: with a full stop or the like, maybe in quotes.
    static func isEnd(_ text: Span<UInt8>) -> Bool {
        var end = text.count
        while end > 0 {
            switch text[end - 1] {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
                UInt8(ascii: ";"):
                return true
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
                UInt8(ascii: " "):
                end -= 1
            case 0x80...0xBF:
                // U+061F and U+06D4, the Arabic question mark and full stop; U+061B, the semicolon.
                if end >= 2, text[end - 2] == 0xD8, text[end - 1] == 0x9F || text[end - 1] == 0x9B {
                    return true
                }
                if end >= 2, text[end - 2] == 0xDB, text[end - 1] == 0x94 { return true }
                if end >= 3, text[end - 3] == 0xE2, text[end - 2] == 0x80 {
                    // U+2026, the ellipsis, ends; closing quotes U+2019 and U+201D are passed.
                    if text[end - 1] == 0xA6 { return true }
                    if text[end - 1] == 0x99 || text[end - 1] == 0x9D {
                        end -= 3
                        continue
                    }
                    return false
                }
                // U+3002, the ideographic full stop.
                if end >= 3, text[end - 3] == 0xE3, text[end - 2] == 0x80, text[end - 1] == 0x82 {
                    return true
                }
                // U+00BB, the closing guillemet; U+00A0, the no-break space.
                if end >= 2, text[end - 2] == 0xC2, text[end - 1] == 0xBB || text[end - 1] == 0xA0 {
                    end -= 2
                    continue
                }
                return false
            default: return false
            }
        }
        return false
    }
}
