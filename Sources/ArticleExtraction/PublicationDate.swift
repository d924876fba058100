public import ArabicDates

/// When an article was published or changed, no more exactly than something says it was.
public struct PublicationDate: Hashable, Sendable {
    /// How exact a date is.
    public enum Precision: String, Hashable, Sendable {
        /// Only the calendar day is known.
        case day
        /// The minute of the day is known.
        case minute
        /// The second of the day is known.
        case second
    }

    /// What a date rests on.
    public enum Evidence: String, Hashable, Sendable, CaseIterable {
        /// A line of the page that exists to say so.
        case publicationLine
        /// The line that opens or closes an agency's text.
        case dateline
        /// JSON-LD of the page.
        case linkedData
        /// A `<meta>` of the page.
        case meta
        /// Microdata or a `<time>` of the page.
        case markup
        /// The page's own address.
        case url
        /// The item of a feed or of JSON.
        case feed
        /// The header that came with the article.
        case header
    }

    /// The calendar day, in the zone the page writes in.
    public let date: CivilDate
    /// Seconds since midnight of that day, if the time of day is said.
    public let secondOfDay: Int?
    /// Seconds east of UTC, if the zone's offset is said.
    public let utcOffsetSeconds: Int?
    /// How exact the date is.
    public let precision: Precision
    /// Where the page says it, in display form.
    public let text: String?
    /// Where `text` begins in the decoded input.
    public let rawStart: Int?
    /// Where `text` ends in the decoded input.
    public let rawEnd: Int?
    /// IANA name of the zone assumed where the page names no offset; `nil` if none is known.
    public let timeZone: String?
    /// What the date rests on.
    public let evidence: Evidence

    /// Creates a date; its precision follows from what is known.
    public init(
        date: CivilDate, secondOfDay: Int? = nil, utcOffsetSeconds: Int? = nil,
        text: String? = nil, rawStart: Int? = nil, rawEnd: Int? = nil, timeZone: String? = nil,
        evidence: Evidence
    ) {
        self.date = date
        self.secondOfDay = secondOfDay
        self.utcOffsetSeconds = utcOffsetSeconds
        self.text = text
        self.rawStart = rawStart
        self.rawEnd = rawEnd
        self.timeZone = timeZone
        self.evidence = evidence
        precision =
            switch secondOfDay {
            case nil: .day
            case let second? where second % 60 == 0: .minute
            default: .second
            }
    }
}
