import ArabicDates

/// What a line says that exists to tell when, where or by whom an article was published.
struct PublicationLine {
    /// How much a line depends on its place to be one.
    enum Strength: Int, Comparable {
        /// A name, a dash and a date: only beside a headline.
        case loose
        /// Nothing but a date.
        case dateOnly
        /// A person or agency is introduced, but no date.
        case byline
        /// An agency's dateline.
        case agency
        /// A set phrase announces a date.
        case cued

        static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    }

    /// How much the line depends on its place.
    let strength: Strength
    /// Day of publication.
    private(set) var published: PageDate?
    /// Day of the last change.
    private(set) var modified: PageDate?
    /// Name of the outlet, in bytes of the decoded input.
    private(set) var publisher: Range<Int>?
    /// Author or agency, in bytes.
    private(set) var byline: Range<Int>?
    /// Section, in bytes.
    private(set) var section: Range<Int>?
    /// Whether the line begins by naming an author.
    let isAuthor: Bool
    /// Zone that an agency's dates are in.
    private(set) var timeZone: String?

    /// Scalars beyond which a line is a paragraph.
    static let scalarLimit = 200

    /// Reads a line; `nil` if it says something else.
    ///
    /// - Parameters:
    ///   - line: A line of `text`.
    ///   - words: Its words.
    init?(
        _ line: PageLine, _ words: borrowing LineWords, in text: Span<UInt8>, _ parser: DateParser
    ) {
        guard line.scalars.count <= Self.scalarLimit, words.words.count <= 32 else { return nil }
        let dates = Self.dates(of: line, in: text, parser)
        guard !dates.isEmpty || Self.mayName(words) else { return nil }
        let parts = LineParts(words, dates: dates.map(\.bytes), in: text)
        let rest = parts.count(of: .rest)
        isAuthor = parts.startsWith(.byline)
        let places = dates.map(\.bytes)
        let isAnnounced = parts.announces(places) && parts.restBehind(places) <= 4
        let hasByline = parts.has(.byline) || parts.has(.source)
        if isAnnounced, rest <= 10, !line.endsInStop || rest <= 3 {
            strength = .cued
        } else if !dates.isEmpty, parts.startsWith(.byline), rest <= 6, !line.endsInStop,
            parts.restBehind(places) == 0
        {
            strength = .cued
        } else if parts.agency != nil, rest <= 4, !dates.isEmpty || rest <= 3 {
            strength = .agency
        } else if !dates.isEmpty, rest == 0 {
            strength = .dateOnly
        } else if parts.startsWith(.byline) || parts.startsWith(.source), rest <= 7, rest > 0,
            !line.endsInStop
        {
            strength = .byline
        } else if !dates.isEmpty, rest <= (hasByline ? 8 : 4), !line.endsInStop,
            hasByline || parts.dateIsSetApart
        {
            strength = .loose
        } else {
            return nil
        }
        assign(dates, parts)
        publisher = parts.publisher
        section = parts.section
        byline = parts.byline ?? parts.agency.map(\.bytes)
        timeZone = parts.agency?.timeZone
    }

    /// Whether a line without a date may name an author, outlet or agency.
    private static func mayName(_ words: borrowing LineWords) -> Bool {
        guard words.words.count <= 14 else { return false }
        for index in words.words.indices {
            if Agencies.agency(at: index, of: words) != nil { return true }
            switch PublicationWords.cues.match(at: index, of: words)?.value {
            case .byline, .source: return true
            default: continue
            }
        }
        return false
    }

    private mutating func assign(_ dates: [PageDate], _ parts: borrowing LineParts) {
        for date in dates {
            if parts.isModified(at: date.bytes.lowerBound) {
                modified = modified ?? date
            } else {
                published = published ?? date
            }
        }
    }

    /// The complete dates of the line, at most two.
    private static func dates(
        of line: PageLine, in text: Span<UInt8>, _ parser: DateParser
    ) -> [PageDate] {
        var hasDigit = false
        for index in line.bytes where (0x30...0x39).contains(text[index]) || text[index] == 0xD9 {
            hasDigit = true
            break
        }
        guard hasDigit, let first = PageDate.first(in: text, line.bytes, parser) else { return [] }
        let rest = first.bytes.upperBound..<line.bytes.upperBound
        guard !rest.isEmpty, let second = PageDate.first(in: text, rest, parser) else {
            return [first]
        }
        return [first, second]
    }
}
