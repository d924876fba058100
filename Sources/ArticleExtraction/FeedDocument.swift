/// The items of a feed: RSS 0.9 to 2.0, RDF or Atom.
struct FeedDocument {
    /// One element of an item or of the feed itself.
    struct Field {
        /// Its lower-case name, prefix and all.
        let name: String
        /// Its attributes as they stand.
        let attributes: [UInt8]
        /// Its text, references resolved; of Atom's `xhtml` the markup.
        var text: [UInt8] = []
        /// Where its content lies.
        var range: Range<Int>

        /// Whether its text is markup that is not escaped.
        var isMarkup: Bool {
            XMLAttributes.value("type", in: attributes)?.lowercased() == "xhtml"
        }
    }

    /// One item.
    struct Item {
        /// From its opening tag to the end of its closing one.
        var range: Range<Int>
        /// Its elements in order.
        var fields: [Field] = []

        /// The first element with text of one of `names`, in the order of the names.
        func first(_ names: [String]) -> Field? {
            for name in names {
                if let found = fields.first(where: { $0.name == name && !$0.text.isEmpty }) {
                    return found
                }
            }
            return nil
        }
    }

    /// Items that are taken at most; a feed has dozens. One more is read, to tell.
    static let itemLimit = 5_000
    /// Elements of an item that are read at most.
    static let fieldLimit = 200

    /// The items in order.
    let items: [Item]
    /// What the feed says of itself.
    let channel: Item

    /// Whether there are more items than are taken.
    var hasTooManyItems: Bool { items.count > Self.itemLimit }

    /// Reads `bytes`; `nil` if their first element is not that of a feed.
    init?(_ bytes: [UInt8]) {
        guard Self.isFeed(bytes) else { return nil }
        var reader = FeedReader(bytes)
        reader.read()
        items = reader.items
        channel = reader.channel
    }

    /// Whether the first element of `bytes` opens a feed.
    static func isFeed(_ bytes: [UInt8]) -> Bool {
        var scanner = XMLScanner(bytes)
        while let piece = scanner.next() {
            switch piece {
            case .open(let name, _, _):
                return ["rss", "rdf:rdf", "feed"].contains(FeedReader.name(bytes[name]))
            case .text(let range):
                // Only white space and a mark of byte order may come first.
                for byte in bytes[range]
                where !ASCIIText.isSpace(byte) && ![0xEF, 0xBB, 0xBF].contains(byte) {
                    return false
                }
            case .close, .literal: return false
            }
        }
        return false
    }
}

/// Collects the items of a feed.
private struct FeedReader {
    private struct Open {
        var field: FeedDocument.Field
        /// Elements of the same name inside of it.
        var depth = 0
        let isMarkup: Bool
    }

    private(set) var items: [FeedDocument.Item] = []
    private(set) var channel: FeedDocument.Item
    private let bytes: [UInt8]
    private var scanner: XMLScanner
    private var item: FeedDocument.Item?
    private var itemName = ""
    private var open: Open?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        scanner = XMLScanner(bytes)
        channel = FeedDocument.Item(range: 0..<bytes.count)
    }

    static func name(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.prefix(64).map { ASCIIText.lowered($0) }, as: UTF8.self)
    }

    mutating func read() {
        while items.count <= FeedDocument.itemLimit {
            let start = scanner.index
            guard let piece = scanner.next() else { return }
            switch piece {
            case .open(let name, let attributes, let isEmpty):
                begin(Self.name(bytes[name]), Array(bytes[attributes]), isEmpty, from: start)
            case .text(let range):
                guard var current = open else { continue }
                open = nil  // so that its text is not copied to be changed
                if current.isMarkup {
                    current.field.text += bytes[range]
                } else {
                    CharacterReferences.append(bytes[range], to: &current.field.text)
                }
                open = current
            case .literal(let range): open?.field.text += bytes[range]
            case .close(let name): end(Self.name(bytes[name]), from: start)
            }
        }
    }

    private mutating func begin(
        _ name: String, _ attributes: [UInt8], _ isEmpty: Bool, from start: Int
    ) {
        if item == nil, name == "item" || name == "entry" {
            item = FeedDocument.Item(range: start..<scanner.index)
            itemName = name
            open = nil
            return
        }
        if open != nil {
            if open?.isMarkup ?? false { open?.field.text += bytes[start..<scanner.index] }
            if open?.field.name == name, !isEmpty { open?.depth += 1 }
            return
        }
        let field = FeedDocument.Field(
            name: name, attributes: attributes, range: scanner.index..<scanner.index)
        if isEmpty {
            add(field)
        } else if item != nil || !["rss", "rdf:rdf", "feed", "channel"].contains(name) {
            open = Open(field: field, isMarkup: field.isMarkup)
        }
    }

    private mutating func end(_ name: String, from start: Int) {
        // An item that ends inside of an element ends the element.
        let endsItem = item != nil && name == itemName
        if let current = open {
            if endsItem || (current.field.name == name && current.depth == 0) {
                var field = current.field
                field.range = field.range.lowerBound..<max(start, field.range.lowerBound)
                open = nil
                add(field)
            } else {
                if current.field.name == name { open?.depth -= 1 }
                if current.isMarkup { open?.field.text += bytes[start..<scanner.index] }
            }
        }
        guard endsItem, var done = item else { return }
        done.range = done.range.lowerBound..<scanner.index
        items.append(done)
        item = nil
    }

    private mutating func add(_ field: FeedDocument.Field) {
        if item != nil {
            guard (item?.fields.count ?? 0) < FeedDocument.fieldLimit else { return }
            item?.fields.append(field)
        } else if channel.fields.count < FeedDocument.fieldLimit {
            channel.fields.append(field)
        }
    }
}
