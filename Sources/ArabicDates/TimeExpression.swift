/// What kind of time an expression gives, as TIMEX3 names it.
public enum TimeType: String, Hashable, Sendable {
    /// A day, month, year or other stretch of the calendar.
    case date = "DATE"
    /// A time of day, with or without its day.
    case time = "TIME"
    /// A length of time.
    case duration = "DURATION"
    /// A time that comes again.
    case set = "SET"
}

/// Which part of a stretch is meant.
public enum TimeModifier: String, Hashable, Sendable {
    /// أوائل, مطلع, بداية: of a month, its first ten days.
    case start = "START"
    /// منتصف, أواسط: of a month, the 11th to the 20th.
    case mid = "MID"
    /// أواخر, نهاية: of a month, from the 21st.
    case end = "END"
}

/// How exact an expression is: the smallest unit its words give.
public enum TimeGranularity: String, Hashable, Sendable {
    case second, minute, hour, dayPart, day, week, month, quarter, half, season, year, decade
    case century
}

/// One way of writing a time, found in a text.
public struct TimeExpression: Hashable, Sendable {
    /// Where the expression starts, in Unicode scalars.
    ///
    /// Prepositions and attached و ف ب ك ل stay outside; شهر, سنة, يومي, اليوم, أواخر are inside. Only
    /// `قبل يومين`, `منذ سنة` keep their first word, which gives the direction.
    public let start: Int
    /// Where it ends, half open.
    public let end: Int
    /// What kind of time it is.
    public let type: TimeType
    /// The value, in the manner of TIMEX3.
    ///
    /// `2014-03-08`, `2013-11`, `2014`, `2014-W10`, `2014-W10-WE`, `2014-Q1`, `2014-H1`, `2014-SP`,
    /// `197X`, `18XX`, `2014-03-07TMO`, `2014-03-07T10:35`, `T10:35`, `P2D`, `PT60M`; of a set, its
    /// period or `XXXX-WXX-5`. A range is `from/to`. `X` stands for what neither the text nor the
    /// anchor gives.
    public let value: String
    /// The first day meant, when it is known.
    public let from: CivilDate?
    /// The last day meant, inclusive.
    public let to: CivilDate?
    /// Which part of `value` is meant.
    public let mod: TimeModifier?
    /// How exact the words are.
    public let granularity: TimeGranularity
    /// Whether `value` rests on the anchor.
    public let anchored: Bool
    /// The value by this text alone, when it differs: `XXXX-03-06/XXXX-03-07`.
    public let standalone: String?
    /// The day if numbers were month first; `nil` unless both readings exist.
    public let monthFirst: CivilDate?
}
