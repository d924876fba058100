internal import ArabicDates
public import ArticleExtraction

/// Who put a text out and when: what decides which of two copies is the original.
public struct TextSource: Hashable, Sendable {
    /// The moments that a publication may have been at.
    public struct Publication: Hashable, Sendable {
        /// The first second it may have been in, from 1970 on.
        public let first: Int64
        /// The last second it may have been in.
        public let last: Int64
        /// Whether the seconds are those of UTC; else of clocks in a zone that nobody said.
        public let isUTC: Bool

        /// A publication within these seconds.
        ///
        /// - Precondition: `first` is not above `last`.
        public init(first: Int64, last: Int64, isUTC: Bool) {
            precondition(first <= last, "a publication that ends before it begins")
            self.first = first
            self.last = last
            self.isUTC = isUTC
        }

        /// Whether it was before `other` for sure.
        func precedes(_ other: Publication) -> Bool {
            guard isUTC || other.isUTC else {
                // Two days of two calendars on a wall are in order; two hours of one day need zones.
                return last / Self.day < other.first / Self.day
            }
            return last - (isUTC ? 0 : Self.least) < other.first - (other.isUTC ? 0 : Self.most)
        }

        private static let day: Int64 = 86_400
        // Arabic news is written between Nouakchott (UTC) and Muscat (UTC+4), London's summer included.
        private static let least: Int64 = 0
        private static let most: Int64 = 4 * 3_600
    }

    /// When it was published, as far as known.
    public let publication: Publication?
    /// Whether it is a news agency's own text, which its customers print.
    public let isAgency: Bool

    /// A source of these values.
    public init(publication: Publication?, isAgency: Bool) {
        self.publication = publication
        self.isAgency = isAgency
    }

    /// Nothing is known.
    public static let unknown = TextSource(publication: nil, isAgency: false)

    /// Whether this text was out before `other` for sure, or is what the other was made from. If neither
    /// precedes the other, arrival decides.
    public func precedes(_ other: TextSource) -> Bool {
        if isAgency != other.isAgency { return isAgency }
        guard let publication, let others = other.publication else { return false }
        return publication.precedes(others)
    }
}

extension TextSource {
    /// The source of `article`, which arrived at `arrival` from `host`.
    ///
    /// A publication after its arrival, or before there was an Arabic web, is a mistake of the page and
    /// counts as unknown.
    public init(_ article: CleanArticle, host: NewsHost, arrival: UnixTime) {
        let agency =
            NewsAgency(host: host) ?? article.publisher.flatMap { NewsAgency(named: $0.value) }
        let credited =
            agency == nil
            ? nil
            : article.byline.flatMap { NewsAgency(named: $0.value) }
                ?? NewsAgency(creditedIn: article.body)
        self.init(
            publication: article.published.flatMap { Publication($0, arrival: arrival) },
            isAgency: agency != nil && (credited == nil || credited == agency))
    }
}

extension TextSource.Publication {
    private static let firstYear = 1995

    fileprivate init?(_ date: PublicationDate, arrival: UnixTime) {
        let offset = date.utcOffsetSeconds
        let start = Int64(date.date.dayNumber) * 86_400 + Int64(date.secondOfDay ?? 0)
        let length: Int64 =
            switch date.precision {
            case .day: 86_400
            case .minute: 60
            case .second: 1
            }
        let first = start - Int64(offset ?? 0)
        guard date.date.year >= Self.firstYear, first <= arrival.milliseconds / 1000 + 86_400 else {
            return nil
        }
        self.init(first: first, last: first + length - 1, isUTC: offset != nil)
    }
}
