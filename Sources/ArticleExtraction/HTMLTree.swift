/// A page as a tree in flat arrays, in the order of the page.
///
/// A subtree is the nodes from its root to ``HTMLNode/end``, so passes over the tree are loops:
/// forwards to hand something down, backwards to add something up.
struct HTMLTree: Sendable {
    /// The nodes, parents before children. The first is a root that no markup made.
    var nodes: [HTMLNode] = []
    /// Attributes of all elements, in the order of the nodes.
    var attributes: [HTMLAttributeValue] = []
    /// Text of the page, character references resolved, and values of attributes. UTF-8.
    var bytes: [UInt8] = []
    /// Where in ``bytes`` the JSON-LD scripts are.
    var linkedData: [Range<Int>] = []
    /// Whether the page was cut at a bound of depth, size or work.
    var isTruncated = false

    /// The value of an attribute of a node, if it has it.
    func value(_ attribute: HTMLAttribute, of node: Int) -> Range<Int>? {
        let first = Int(nodes[node].firstAttribute)
        for index in first..<first + Int(nodes[node].attributeCount)
        where attributes[index].attribute == attribute {
            return Int(attributes[index].start)..<Int(attributes[index].end)
        }
        return nil
    }

    /// The value of an attribute of a node as a string, if it has it.
    func string(_ attribute: HTMLAttribute, of node: Int) -> String? {
        value(attribute, of: node).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// Whether an attribute of a node is `other`, whatever the case of ASCII letters.
    func value(_ attribute: HTMLAttribute, of node: Int, is other: StaticString) -> Bool {
        guard let value = value(attribute, of: node) else { return false }
        return ASCIIText.equal(bytes.span.extracting(value), other)
    }
}

/// A node of an ``HTMLTree``.
struct HTMLNode: Sendable {
    /// What it is.
    var tag: HTMLTag
    /// Whether a text stands in the source byte for byte: no character reference.
    var isLiteral = false
    /// Number of its attributes.
    var attributeCount: UInt16 = 0
    /// What its class, id and markup say.
    var roles: HTMLRoles = []
    /// The node around it; -1 for the root.
    var parent: Int32
    /// The node behind its last descendant.
    var end: Int32 = 0
    /// Of an element, its first attribute. Of a text, where it starts in the tree's bytes.
    var first: Int32 = 0
    /// Of a text, where it ends in the tree's bytes.
    var last: Int32 = 0
    /// Of a text, the byte of the source where it starts.
    var rawStart: Int32 = 0
    /// Of a text, the byte of the source behind it.
    var rawEnd: Int32 = 0

    /// Its first attribute, of an element.
    var firstAttribute: Int32 { first }
}

/// An attribute of an element.
struct HTMLAttributeValue: Sendable {
    /// Which one.
    let attribute: HTMLAttribute
    /// Where its value starts in the tree's bytes.
    let start: Int32
    /// Where its value ends in the tree's bytes.
    let end: Int32
}
