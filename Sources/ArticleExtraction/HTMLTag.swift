/// An element of HTML as far as extraction tells them apart.
enum HTMLTag: UInt8, Sendable {
    /// Not an element: a piece of text.
    case text
    /// An element that starts a line of its own, of no further meaning here.
    case block
    /// An element inside a line, of no further meaning here.
    case inline
    /// Holds no text of the page: script, style, template and the like.
    case opaque

    case html, head, body, title, meta, link, base
    case article, section, main, aside, nav, header, footer, div, form
    case h1, h2, h3, h4, h5, h6
    case p, blockquote, pre, figure, figcaption, picture, img, source, video, hr
    case ul, ol, li, dl, dt, dd, table, tr, td, th, caption
    case a, span, time, strong, b, br, button, script, noscript, address, details, summary
    case select, textarea, iframe, svg, input

    /// Whether it begins and ends a block of text.
    var isBlock: Bool {
        switch self {
        case .text, .inline, .a, .span, .time, .strong, .b, .br, .img, .source, .picture, .input:
            false
        default: true
        }
    }

    /// Whether its text is never part of what a reader reads as the page's text.
    var isOpaque: Bool {
        switch self {
        case .opaque, .script, .select, .textarea, .iframe, .svg, .button, .video, .head, .title,
            .meta, .link, .base:
            true
        default: false
        }
    }

    /// Whether it is a headline of any rank.
    var isHeading: Bool { rawValue >= HTMLTag.h1.rawValue && rawValue <= HTMLTag.h6.rawValue }

    /// The element of `name`, ASCII in lower case.
    init(name: UnsafeBufferPointer<UInt8>) {
        self = Self.byName[Self.key(of: name)] ?? .block
    }

    // Names are told apart by their first eight bytes and their length, packed into one number.
    private static func key(of name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        for byte in name.prefix(8) { key = key << 8 | UInt64(byte) }
        return key &+ UInt64(name.count) &* 0x9E37_79B9_7F4A_7C15
    }

    private static let byName: [UInt64: HTMLTag] = {
        let named: [(HTMLTag, [String])] = [
            (
                .inline,
                [
                    "i", "em", "font", "u", "s", "small", "big", "sub", "sup", "abbr", "cite", "q",
                    "code", "mark", "label", "ins", "del", "bdi", "bdo", "tt", "kbd", "samp", "var",
                    "dfn", "acronym", "wbr", "nobr", "strike", "data", "ruby", "rb", "rt", "rp",
                ]
            ),
            (
                .opaque,
                [
                    "style", "template", "object", "embed", "applet", "audio", "canvas", "map",
                    "noframes", "datalist", "dialog", "math", "option", "optgroup", "progress",
                    "meter", "amp-ad", "amp-iframe", "amp-sidebar", "amp-video", "area", "param",
                    "track",
                ]
            ),
            (.html, ["html"]), (.head, ["head"]), (.body, ["body"]), (.title, ["title"]),
            (.meta, ["meta"]), (.link, ["link"]), (.base, ["base"]), (.article, ["article"]),
            (.section, ["section"]), (.main, ["main"]), (.aside, ["aside"]), (.nav, ["nav"]),
            (.header, ["header"]), (.footer, ["footer"]), (.div, ["div"]), (.form, ["form"]),
            (.h1, ["h1"]), (.h2, ["h2"]), (.h3, ["h3"]), (.h4, ["h4"]), (.h5, ["h5"]),
            (.h6, ["h6"]), (.p, ["p"]), (.blockquote, ["blockquote"]), (.pre, ["pre"]),
            (.figure, ["figure"]), (.figcaption, ["figcaption"]), (.picture, ["picture"]),
            (.img, ["img", "amp-img"]), (.source, ["source"]), (.video, ["video"]), (.hr, ["hr"]),
            (.ul, ["ul", "menu", "dir"]), (.ol, ["ol"]), (.li, ["li"]), (.dl, ["dl"]),
            (.dt, ["dt"]), (.dd, ["dd"]), (.table, ["table"]), (.tr, ["tr"]), (.td, ["td"]),
            (.th, ["th"]), (.caption, ["caption"]), (.a, ["a"]), (.span, ["span"]),
            (.time, ["time"]), (.strong, ["strong"]), (.b, ["b"]), (.br, ["br"]),
            (.button, ["button"]), (.script, ["script"]), (.noscript, ["noscript"]),
            (.address, ["address"]), (.details, ["details"]), (.summary, ["summary"]),
            (.select, ["select"]), (.textarea, ["textarea"]), (.iframe, ["iframe"]),
            (.svg, ["svg"]), (.input, ["input"]),
        ]
        var byName: [UInt64: HTMLTag] = [:]
        for (tag, names) in named {
            for name in names {
                let key = Array(name.utf8).withUnsafeBufferPointer { Self.key(of: $0) }
                precondition(byName.updateValue(tag, forKey: key) == nil, "names stay apart")
            }
        }
        return byName
    }()
}
