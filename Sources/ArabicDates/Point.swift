/// A place on the calendar that words have led to.
struct Point {
    /// As the anchor resolves it.
    var unit: CalendarUnit
    /// As the words alone give it.
    var bare: CalendarUnit
    var mod: TimeModifier?
    /// The TIMEX3 part of the day (`MO`), when named.
    var part: String?
    var monthFirst: CivilDate?
    /// The first token, and the token after the last.
    var first: Int
    var next: Int
    /// Whether the second of two years or months was taken over by the first, and such.
    var isAnchored: Bool { unit != bare }

    init(_ unit: CalendarUnit, bare: CalendarUnit? = nil, first: Int, next: Int) {
        self.unit = unit
        self.bare = bare ?? unit
        self.first = first
        self.next = next
    }

    /// The day, when the point is exactly one.
    var date: CivilDate? {
        guard case .day = unit, let interval = unit.interval else { return nil }
        return interval.from
    }

    /// Whether the point is a day, known or not.
    var isDay: Bool {
        switch unit {
        case .day, .weekday, .someDay: true
        default: false
        }
    }

    /// The days meant, narrowed by the modifier where that is agreed: in months.
    var interval: (from: CivilDate, to: CivilDate)? {
        guard let whole = unit.interval else { return nil }
        guard let mod else { return whole }
        guard case .month = unit else { return nil }
        switch mod {
        case .start: return whole.from.adding(days: 9).map { (whole.from, $0) }
        case .mid:
            guard let from = whole.from.adding(days: 10), let to = whole.from.adding(days: 19)
            else { return nil }
            return (from, to)
        case .end: return whole.from.adding(days: 20).map { ($0, whole.to) }
        }
    }
}

/// A date as its words give it, before the anchor is asked.
struct RawDate {
    /// Where words like الماضي point.
    ///
    /// `nearest` is said by nothing; `ahead` by a future verb before it.
    enum Direction { case previous, current, upcoming, nearest, ahead }

    var year: Int?
    var month: Int?
    var day: Int?
    var weekday: Int?
    var isHijri = false
    var direction = Direction.nearest
    /// السنة الماضية is -1, السنة المقبلة 1.
    var yearShift: Int?
    var monthFirst: CivilDate?
    var first: Int
    var next: Int

    /// Whether the text itself says the year, or how to reach it.
    var hasYear: Bool { year != nil || yearShift != nil }
}
