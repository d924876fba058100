/// A complete calendar date found in a text, with the time of day written beside it.
public struct DatedSpan: Hashable, Sendable {
    /// The day. Of a Hijri date with its Gregorian day beside it, the Gregorian.
    public let date: CivilDate
    /// The hour, 0 to 23, when the text gives a time of day.
    public let hour: Int?
    /// The minute, 0 to 59; 0 when only an hour is given, `nil` without one.
    public let minute: Int?
    /// Seconds, when written.
    public let second: Int?
    /// Seconds east of UTC, when the text names a zone.
    public let utcOffsetSeconds: Int?
    /// The day if the numbers were month first, as in American dates, where both readings exist.
    ///
    /// Arabic news writes the day first, so `date` is that reading: `08-03-2014` is 8 March, and
    /// this is 3 August. A weekday beside the numbers decides, and leaves this `nil`.
    public let monthFirst: CivilDate?
    /// Where the expression starts, in Unicode scalars.
    public let start: Int
    /// Where it ends, half open.
    public let end: Int
}
