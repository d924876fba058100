extension Grammar {
    /// `كل يوم`, `كل ثلاثة أشهر`, `كل جمعة`, `سنويا`, `أيام الاثنين`.
    func set(at index: Int) -> Reading? {
        switch kind(index) {
        case .setAdverb:
            guard let unit = TimeUnit(rawValue: Int32(value(index))) else { return nil }
            return period(unit, first: index, next: index + 1)
        case .each:
            return each(at: index)
        case .number, .monthStart, .ordinal, .first:
            return yearly(at: index)
        case .pluralUnit:
            guard value(index) == Int(TimeUnit.day.rawValue), kind(index + 1) == .weekday,
                has(.definite, index + 1), rawDate(at: index + 1) == nil,
                !has(.joined, index + 2), kind(index + 2) != .and, direction(at: index + 2) == nil
            else { return nil }
            return Reading(
                .set, "XXXX-WXX-\(value(index + 1))", .day, first: index, next: index + 2)
        default:
            return nil
        }
    }

    private func period(_ unit: TimeUnit, first: Int, next: Int) -> Reading? {
        switch unit {
        case .minute: Reading(.set, "PT1M", .minute, first: first, next: next)
        case .hour: Reading(.set, "PT1H", .hour, first: first, next: next)
        case .day: Reading(.set, "P1D", .day, first: first, next: next)
        case .week: Reading(.set, "P1W", .week, first: first, next: next)
        case .month: Reading(.set, "P1M", .month, first: first, next: next)
        case .year: Reading(.set, "P1Y", .year, first: first, next: next)
        default: nil
        }
    }

    private func each(at index: Int) -> Reading? {
        let next = index + 1
        switch kind(next) {
        case .weekday:
            return weekly(value(next), first: index, next: next + 1)
        case .unit where value(next) == Int(TimeUnit.day.rawValue) && kind(next + 1) == .weekday:
            return weekly(value(next + 1), first: index, next: next + 2)
        case .unit where !has(.definite, next):
            guard let unit = TimeUnit(rawValue: Int32(value(next))) else { return nil }
            return period(unit, first: index, next: next + 1)
        case .dayPart where tokens[next].size == 0 || value(next) == 4:
            guard let part = DayPart(rawValue: Int32(value(next))) else { return nil }
            if let clock = clockAfterDate(at: next + 1), clock.isCertain {
                return Reading(.set, clock.text, .hour, first: index, next: clock.next)
            }
            return Reading(.set, "T" + part.code, .dayPart, first: index, next: next + 1)
        default:
            guard var reading = duration(at: next), reading.type == .duration,
                reading.first == next, !reading.isAnchored
            else { return nil }
            reading.type = .set
            reading.first = index
            return reading
        }
    }

    /// `8 مارس من كل سنة`.
    private func yearly(at index: Int) -> Reading? {
        guard let day = dayInMonth(at: index), !day.isHijri, kind(day.next) == .from,
            kind(day.next + 1) == .each, isUnit(day.next + 2, .year)
        else { return nil }
        let unit = CalendarUnit.day(year: nil, month: day.month, day: day.day)
        return Reading(.set, unit.text, .day, first: index, next: day.next + 3)
    }

    private func weekly(_ day: Int, first: Int, next: Int) -> Reading? {
        var value = "XXXX-WXX-\(day)"
        var end = next
        if let clock = clockAfterDate(at: next), clock.isCertain {
            value += clock.text
            end = clock.next
        }
        return Reading(.set, value, .day, first: first, next: end)
    }
}
