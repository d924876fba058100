extension Grammar {
    /// A day with month and year, and where it ends.
    struct FullDay {
        var date: CivilDate
        var weekday: Int?
        var monthFirst: CivilDate?
        var isHijri = false
        var first: Int
        var next: Int
    }

    /// The first complete date of the text.
    func firstCompleteDate() -> DatedSpan? {
        for index in tokens.indices {
            guard let day = fullDay(at: index), (1800...2200).contains(day.date.year) else {
                continue
            }
            return datedSpan(day)
        }
        return nil
    }

    /// Adds the time of day before or after a date.
    private func datedSpan(_ day: FullDay) -> DatedSpan {
        var (first, last) = (day.first, day.next - 1)
        var clock = clockAfterDate(at: day.next)
        if let clock {
            last = clock.next - 1
        } else if let before = clockBeforeDate(endingAt: day.first) {
            clock = before.clock
            first = before.first
        }
        return DatedSpan(
            date: day.date, hour: clock?.hour, minute: clock?.minute, second: clock?.second,
            utcOffsetSeconds: clock?.offsetSeconds, monthFirst: day.monthFirst,
            start: Int(tokens[first].start), end: Int(tokens[last].end))
    }

    /// A complete date at `index`: weekday or none, then a date of either calendar, then the same
    /// day in the other calendar.
    func fullDay(at index: Int) -> FullDay? {
        switch kind(index) {
        case .number, .weekday, .ordinal, .first, .cardinal, .monthStart, .month, .weakMonth,
            .pairedMonth:
            break
        case .unit:
            guard value(index) == Int(TimeUnit.day.rawValue), kind(index + 1) != .weekday else {
                return nil
            }
        default:
            return nil
        }
        guard let weekday = weekdayPrefix(at: index) else {
            return fullDate(at: index, weekday: nil).map { sameDay($0) }
        }
        guard var day = fullDate(at: weekday.next, weekday: weekday.day) else { return nil }
        day.first = index
        return sameDay(day)
    }

    /// A weekday and the marks between it and a date.
    func weekdayPrefix(at index: Int) -> (day: Int, next: Int)? {
        guard kind(index) == .weekday else { return nil }
        var next = skippingMark(",-/:|.", index + 1)
        next = skipping(.same, next)
        if kind(next) == .inside { next += 1 }
        return (value(index), next)
    }

    private func fullDate(at index: Int, weekday: Int?) -> FullDay? {
        let start = isUnit(index, .day) ? index + 1 : index
        if let day = numericDate(at: start, weekday: weekday) { return day }
        guard let day = dayInMonth(at: start) ?? monthThenDay(at: start),
            let year = year(at: day.next)
        else { return nil }
        let date: CivilDate?
        if day.isHijri {
            // A Gregorian year after an Islamic month is that year's month, which may not exist.
            date = IslamicCalendar.civilDate(
                year: year.value, month: day.month, day: day.day)
        } else {
            date = CivilDate(year: year.value, month: day.month, day: day.day)
        }
        guard let date else { return nil }
        return FullDay(
            date: date, weekday: weekday, isHijri: day.isHijri, first: start,
            next: skippingEra(year.next))
    }

    /// Reads `الموافق` and a date after it, or a second date of the other calendar beside the first.
    private func sameDay(_ day: FullDay) -> FullDay {
        var next = skippingMark("(,-/|=", day.next)
        next = skipping(.same, next)
        if isUnit(next, .day) { next += 1 }
        guard
            let twin = fullDate(at: weekdayPrefix(at: next)?.next ?? next, weekday: day.weekday),
            twin.isHijri != day.isHijri,
            abs(twin.date.dayNumber - day.date.dayNumber) <= 3
        else { return day }
        var merged = day
        merged.next = isMark(day.next, "(") ? skippingMark(")", twin.next) : twin.next
        if day.isHijri {
            merged.date = twin.date
            merged.monthFirst = twin.monthFirst
        }
        merged.isHijri = false
        return merged
    }

    /// `م`, `ميلادية`, `هـ` after a year.
    private func skippingEra(_ index: Int) -> Int {
        switch kind(index) {
        case .hijriEra, .commonEra: return index + 1
        case .letter where value(index) == 1 && !isClockPart(index): return index + 1
        default: return index
        }
    }

    /// Whether م belongs to a time of day before it.
    private func isClockPart(_ index: Int) -> Bool {
        kind(index - 1) == .number && isMark(index - 2, ":")
    }

    /// A date in digits: day, month, year or year, month, day, between equal marks.
    func numericDate(at index: Int, weekday: Int?) -> FullDay? {
        guard kind(index) == .number, isMark(index + 1, "-/.\\"), kind(index + 2) == .number,
            kind(index + 3) == .mark, value(index + 3) == value(index + 1),
            kind(index + 4) == .number, !isInsideLongerNumber(index, to: index + 4)
        else { return nil }
        let isDot = isMark(index + 1, ".")
        if isDot, (index + 1...index + 4).contains(where: { has(.spaced, $0) }) { return nil }
        let (first, second, third) = (value(index), value(index + 2), value(index + 4))
        let sizes = (tokens[index].size, tokens[index + 2].size, tokens[index + 4].size)
        var day: FullDay?
        if sizes.0 <= 2, sizes.1 <= 2, sizes.2 == 4 {
            day = dayFirst(first, second, third, next: index + 5, weekday: weekday)
        } else if sizes.0 == 4, sizes.1 <= 2, sizes.2 <= 2 {
            day = numbered(year: first, month: second, day: third, next: index + 5)
        }
        day?.first = index
        day?.weekday = weekday
        return day
    }

    /// Whether digits go on before or after, as in telephone numbers and versions.
    private func isInsideLongerNumber(_ first: Int, to last: Int) -> Bool {
        let before =
            kind(first - 1) == .mark && isMark(first - 1, "-/.:") && kind(first - 2) == .number
            && !has(.spaced, first) && !has(.spaced, first - 1)
        let after =
            isMark(last + 1, "-/.") && kind(last + 2) == .number && !has(.spaced, last + 1)
            && !has(.spaced, last + 2) && !isMark(last + 3, ":")
        return before || after
    }

    private func dayFirst(_ first: Int, _ second: Int, _ year: Int, next: Int, weekday: Int?)
        -> FullDay?
    {
        let regular = numbered(year: year, month: second, day: first, next: next)
        let american = numbered(year: year, month: first, day: second, next: next)
        guard var day = regular else { return american }
        guard let american, american.date != day.date else { return day }
        if let weekday, day.date.weekday != weekday, american.date.weekday == weekday {
            return american
        }
        if weekday == nil || day.date.weekday != weekday { day.monthFirst = american.date }
        return day
    }

    private func numbered(year: Int, month: Int, day: Int, next: Int) -> FullDay? {
        let hasHijriMark = kind(next) == .hijriEra
        // No news is dated in the Gregorian fifteenth century.
        if IslamicCalendar.years.contains(year), hasHijriMark || (1400...1460).contains(year) {
            return IslamicCalendar.civilDate(year: year, month: month, day: day).map {
                FullDay(date: $0, isHijri: true, first: next, next: skippingEra(next))
            }
        }
        guard year >= 1000 else { return nil }
        return CivilDate(year: year, month: month, day: day).map {
            FullDay(date: $0, first: next, next: skippingEra(next))
        }
    }
}
