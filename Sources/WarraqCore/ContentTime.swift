public import ArabicDates
public import ArticleExtraction
internal import Foundation

extension PublicationDate {
    /// RFC 3339, as ninjs `contentCreated` wants: midnight where only the day is known, and the
    /// offset said, else that of the assumed zone on that day, else UTC. How much of it is known is
    /// in `enrichment.published`.
    public var rfc3339: String {
        let seconds = secondOfDay ?? 0
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(Self.twoDigits)
        let offset = utcOffsetSeconds ?? assumedOffset
        let sign = offset < 0 ? "-" : "+"
        let zone =
            "\(sign)\(Self.twoDigits(abs(offset) / 3600)):\(Self.twoDigits(abs(offset) / 60 % 60))"
        return "\(date)T\(clock.joined(separator: ":"))\(zone)"
    }

    private var assumedOffset: Int {
        guard let timeZone, let zone = TimeZone(identifier: timeZone) else { return 0 }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = DateComponents(
            year: date.year, month: date.month, day: date.day, second: secondOfDay ?? 0)
        return calendar.date(from: parts).map { zone.secondsFromGMT(for: $0) } ?? 0
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}

extension ArticleHeader {
    /// The day of `fetchedAt`, if that is an RFC 3339 time.
    public var fetchedDay: CivilDate? {
        guard let fetchedAt, let instant = InternetDate.parse(fetchedAt) else { return nil }
        return instant.date
    }
}
