/// A stretch of the calendar that has a name of its own, as far as it is known.
enum CalendarUnit: Hashable {
    case day(year: Int?, month: Int?, day: Int)
    case month(year: Int?, month: Int)
    /// A year, unknown when nil.
    case year(Int?)
    case quarter(year: Int?, number: Int)
    case half(year: Int?, number: Int)
    /// 0 is spring, 3 winter.
    case season(year: Int?, number: Int)
    /// The week from a Monday; unknown when nil.
    case week(CivilDate?)
    /// Saturday and Sunday of the week from a Monday.
    case weekend(CivilDate?)
    /// A day known by its name only, 1 to 7.
    case weekday(Int)
    /// Some day.
    case someDay
    /// Ten years from a year that ends in 0; unknown when nil.
    case decade(Int?)
    /// A hundred years from a year that ends in 00; unknown when nil.
    case century(Int?)
    /// Any stretch of whole days.
    case span(CivilDate, CivilDate)

    init(_ date: CivilDate) {
        self = .day(year: date.year, month: date.month, day: date.day)
    }

    /// The value as TIMEX3 writes it.
    var text: String {
        switch self {
        case .day(let year, let month, let day): isoDate(year, month, day, parts: 3)
        case .month(let year, let month): isoDate(year, month, parts: 2)
        case .year(let year): Self.year(year)
        case .quarter(let year, let number): "\(Self.year(year))-Q\(number)"
        case .half(let year, let number): "\(Self.year(year))-H\(number)"
        case .season(let year, let number):
            "\(Self.year(year))-\(["SP", "SU", "FA", "WI"][number & 3])"
        case .week(let monday): Self.week(monday)
        case .weekend(let monday): Self.week(monday) + "-WE"
        case .weekday(let day): "XXXX-WXX-\(day)"
        case .someDay: "XXXX-XX-XX"
        case .decade(let year): year.map { "\(padded($0 / 10, to: 3))X" } ?? "XXXX"
        case .century(let year): year.map { "\(padded($0 / 100, to: 2))XX" } ?? "XXXX"
        case .span(let first, let last): first == last ? "\(first)" : "\(first)/\(last)"
        }
    }

    /// The first and last day, when both are known.
    var interval: (from: CivilDate, to: CivilDate)? {
        switch self {
        case .day(let year?, let month?, let day):
            Self.interval(CivilDate(year: year, month: month, day: day), days: 1)
        case .month(let year?, let month): Self.months(year, month, 1)
        case .year(let year?): Self.months(year, 1, 12)
        case .quarter(let year?, let number): Self.months(year, number * 3 - 2, 3)
        case .half(let year?, let number): Self.months(year, number * 6 - 5, 6)
        case .week(let monday): Self.interval(monday, days: 7)
        case .weekend(let monday): Self.interval(monday?.adding(days: 5), days: 2)
        case .decade(let year?): Self.months(year, 1, 120)
        case .century(let year?): Self.months(year, 1, 1200)
        case .span(let first, let last): (first, last)
        // The first day of a season differs by country and by whom one asks.
        default: nil
        }
    }

    var granularity: TimeGranularity {
        switch self {
        case .day, .weekday, .someDay, .span: .day
        case .month: .month
        case .year: .year
        case .quarter: .quarter
        case .half: .half
        case .season: .season
        case .week, .weekend: .week
        case .decade: .decade
        case .century: .century
        }
    }

    private static func interval(_ first: CivilDate?, days: Int)
        -> (from: CivilDate, to: CivilDate)?
    {
        guard let first, let last = days == 1 ? first : first.adding(days: days - 1) else {
            return nil
        }
        return (first, last)
    }

    private static func months(_ year: Int, _ month: Int, _ count: Int)
        -> (from: CivilDate, to: CivilDate)?
    {
        guard let first = CivilDate(year: year, month: month, day: 1),
            let month = first.adding(months: count - 1),
            let last = CivilDate(
                year: month.year, month: month.month,
                day: CivilDate.days(inMonth: month.month, of: month.year))
        else { return nil }
        return (first, last)
    }

    private static func year(_ year: Int?) -> String {
        isoDate(year, parts: 1)
    }

    /// ISO 8601: a week belongs to the year of its Thursday.
    private static func week(_ monday: CivilDate?) -> String {
        guard let monday, let thursday = monday.adding(days: 3),
            let newYear = CivilDate(year: thursday.year, month: 1, day: 1)
        else { return "XXXX-WXX" }
        let number = (thursday.dayNumber - newYear.dayNumber) / 7 + 1
        return "\(padded(thursday.year, to: 4))-W\(padded(number, to: 2))"
    }
}

extension CivilDate {
    /// The Monday of the week this day is in.
    var monday: CivilDate? { adding(days: 1 - weekday) }
}
