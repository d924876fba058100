import ArabicDates

/// A complete date as it stands in a line of a page.
struct PageDate {
    /// The day.
    let date: CivilDate
    /// Seconds since midnight, if the line says a time.
    var secondOfDay: Int?
    /// Seconds east of UTC, if the line says them.
    var utcOffsetSeconds: Int?
    /// Where it stands, in bytes of the decoded input.
    let bytes: Range<Int>

    /// The first complete date within `range` of `text`.
    static func first(in text: Span<UInt8>, _ range: Range<Int>, _ parser: DateParser) -> PageDate?
    {
        let part = text.extracting(range)
        guard let found = parser.completeDate(in: part) else { return nil }
        var scan = ScalarScan()
        while scan.scalar < found.start { _ = scan.next(in: part) }
        let start = range.lowerBound + scan.byte
        while scan.scalar < found.end { _ = scan.next(in: part) }
        return PageDate(
            date: found.date,
            secondOfDay: found.hour.map {
                $0 * 3_600 + (found.minute ?? 0) * 60 + (found.second ?? 0)
            },
            utcOffsetSeconds: found.utcOffsetSeconds,
            bytes: start..<(range.lowerBound + scan.byte))
    }
}
