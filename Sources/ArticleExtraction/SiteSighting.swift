import ArabicText

/// What one article shows of its site: lines and ends of titles that may stand on its other pages.
///
/// What is learned from it is learned from the articles of one host together, by ``SiteMemory``.
public struct SiteSighting: Hashable, Sendable {
    /// A text of the page and what it is known by.
    public struct Line: Hashable, Sendable {
        /// A hash of its key form.
        public let key: UInt64
        /// Its beginning in display form, for a person; at most 120 bytes.
        public let text: String

        /// A line of these values.
        public init(key: UInt64, text: String) {
            self.key = key
            self.text = text
        }
    }

    /// A title and what may be the site's name at its end.
    public struct Title: Hashable, Sendable {
        /// A hash of the whole title's key form: the same title twice says nothing new.
        public let key: UInt64
        /// Its ends behind each of its last separators, the shortest first.
        public let tails: [Line]

        /// A title of these values.
        public init(key: UInt64, tails: [Line]) {
            self.key = key
            self.tails = tails
        }
    }

    /// Short lines of the text, each once; at most ``maxLines``, from both ends of the page.
    public let lines: [Line]
    /// The title as the page or its sender has it, uncut.
    public let title: Title?

    /// Lines of one article that are looked at: furniture stands at the ends of a text.
    public static let maxLines = 64

    /// Nothing was seen.
    public static let none = SiteSighting(lines: [], title: nil)

    /// A sighting of these parts.
    public init(lines: [Line], title: Title?) {
        self.lines = lines
        self.title = title
    }

    /// Whether there is nothing to learn.
    public var isEmpty: Bool { lines.isEmpty && title == nil }

    /// The same with `title`, if there is none yet.
    func completed(by title: Title?) -> SiteSighting {
        SiteSighting(lines: lines, title: self.title ?? title)
    }
}

/// Collects the lines of one article.
struct SiteLineCollector {
    private var folder = SiteLineKey()
    private var lines: [SiteSighting.Line] = []
    private var last: [SiteSighting.Line] = []
    private var next = 0
    private var seen: Set<UInt64> = []

    private static let half = SiteSighting.maxLines / 2

    /// Takes a line of the text, valid UTF-8 in any form.
    mutating func add(_ text: Span<UInt8>) {
        guard let key = folder.key(of: text), seen.insert(key).inserted else { return }
        if lines.count < Self.half {
            lines.append(Self.line(key, text))
        } else if last.count < Self.half {
            last.append(Self.line(key, text))
        } else {
            last[next] = Self.line(key, text)
            next = (next + 1) % Self.half
        }
    }

    /// What was collected, in page order.
    var sighted: [SiteSighting.Line] { lines + last[next...] + last[..<next] }

    private static func line(_ key: UInt64, _ text: Span<UInt8>) -> SiteSighting.Line {
        SiteSighting.Line(key: key, text: SiteLineKey.sample(of: text))
    }
}
