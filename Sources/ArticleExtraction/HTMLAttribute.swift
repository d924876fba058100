/// An attribute of HTML whose value extraction reads.
enum HTMLAttribute: UInt8, Sendable {
    case role, itemprop, itemtype, property, name, content, href, source, lazySource, sourceSet
    case alternative, datetime, relation, language, type, title

    /// What the parser does with an attribute.
    enum Use {
        /// Its value is kept.
        case keep(HTMLAttribute)
        /// Its words become roles of the element.
        case words
        /// It may hide the element.
        case style
        /// It hides the element.
        case hidden
        /// Nothing reads it.
        case ignore
    }

    /// What the parser does with the attribute of `name`, ASCII in lower case.
    static func use(of name: UnsafePointer<UInt8>) -> Use {
        // Few names, told apart by the first byte, so most attributes cost one comparison.
        switch name[0] {
        case UInt8(ascii: "c"):
            if equal(name, "class") { return .words }
            if equal(name, "content") { return .keep(.content) }
        case UInt8(ascii: "i"):
            if equal(name, "id") { return .words }
            if equal(name, "itemprop") { return .keep(.itemprop) }
            if equal(name, "itemtype") { return .keep(.itemtype) }
        case UInt8(ascii: "s"):
            if equal(name, "style") { return .style }
            if equal(name, "src") { return .keep(.source) }
            if equal(name, "srcset") { return .keep(.sourceSet) }
        case UInt8(ascii: "h"):
            if equal(name, "href") { return .keep(.href) }
            if equal(name, "hidden") { return .hidden }
        case UInt8(ascii: "d"):
            if equal(name, "data-src") || equal(name, "data-lazy-src")
                || equal(name, "data-original")
            {
                return .keep(.lazySource)
            }
            if equal(name, "data-srcset") { return .keep(.sourceSet) }
            if equal(name, "datetime") { return .keep(.datetime) }
            if equal(name, "data-component") || equal(name, "data-testid")
                || equal(name, "data-type")
            {
                return .words
            }
        case UInt8(ascii: "r"):
            if equal(name, "role") { return .keep(.role) }
            if equal(name, "rel") { return .keep(.relation) }
        case UInt8(ascii: "p"):
            if equal(name, "property") { return .keep(.property) }
        case UInt8(ascii: "n"):
            if equal(name, "name") { return .keep(.name) }
        case UInt8(ascii: "a"):
            if equal(name, "alt") { return .keep(.alternative) }
        case UInt8(ascii: "l"):
            if equal(name, "lang") { return .keep(.language) }
        case UInt8(ascii: "t"):
            if equal(name, "type") { return .keep(.type) }
            if equal(name, "title") { return .keep(.title) }
        default: break
        }
        return .ignore
    }

    private static func equal(_ name: UnsafePointer<UInt8>, _ other: StaticString) -> Bool {
        let count = other.utf8CodeUnitCount
        let bytes = other.utf8Start
        for index in 0..<count where name[index] != bytes[index] { return false }
        return name[count] == 0
    }
}
