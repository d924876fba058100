/// A point in time as a machine wrote it, to the precision it wrote.
///
/// A missing part stays missing: a date alone has no time, a time without a zone has no offset.
public struct Instant: Hashable, Sendable {
    /// The day, in the zone of the text.
    public let date: CivilDate
    /// Seconds since that day's midnight, 0 to 86,399, or `nil` when only a day is given.
    public let secondOfDay: Int?
    /// Seconds east of UTC, or `nil` when no zone is given.
    public let utcOffsetSeconds: Int?

    /// Makes an instant; the seconds of a leap second are the caller's to clamp.
    public init(date: CivilDate, secondOfDay: Int?, utcOffsetSeconds: Int?) {
        self.date = date
        self.secondOfDay = secondOfDay
        self.utcOffsetSeconds = secondOfDay == nil ? nil : utcOffsetSeconds
    }

    /// Seconds since 1970-01-01T00:00:00Z, or `nil` without a time or a zone.
    public var unixSeconds: Int? {
        guard let secondOfDay, let utcOffsetSeconds else { return nil }
        return date.dayNumber * 86_400 + secondOfDay - utcOffsetSeconds
    }

    /// The instant as RFC 3339 writes it, or `nil` without a time or a zone.
    public var rfc3339: String? {
        guard let utcOffsetSeconds else { return nil }
        let minutes = abs(utcOffsetSeconds) / 60
        let sign = utcOffsetSeconds < 0 ? "-" : "+"
        return description
            + (utcOffsetSeconds == 0
                ? "Z" : "\(sign)\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))")
    }
}

extension Instant: CustomStringConvertible {
    /// The local date and time without a zone: `2014-03-08T10:35:00`, or `2014-03-08`.
    public var description: String {
        guard let secondOfDay else { return date.description }
        let (hour, minute) = (secondOfDay / 3600, secondOfDay / 60 % 60)
        return "\(date)T\(padded(hour, to: 2)):\(padded(minute, to: 2)):"
            + padded(secondOfDay % 60, to: 2)
    }
}
