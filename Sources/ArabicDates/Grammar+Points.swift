extension Grammar {
    var resolver: Resolver { Resolver(anchor: anchor) }

    /// One place on the calendar at `index`, without ranges or times of day.
    func point(at index: Int) -> Point? {
        switch kind(index) {
        case .other, .stop, .mark, .end:
            return nil
        case .stage, .monthEnd:
            return stage(at: index)
        case .holiday:
            guard kind(index + 1) == .stage, var point = stage(at: index + 1),
                case .weekend = point.unit
            else { return nil }
            point.first = index
            return point
        case .dayShift:
            return shiftedDay(at: index)
        case .after:
            // بعد غد
            guard kind(index + 1) == .dayShift, value(index + 1) == 1 else { return nil }
            if kind(index + 2) == .weekday, has(.definite, index + 2) {
                return named(value(index + 2), isPast: false, first: index, next: index + 3)
            }
            return day(2, first: index, next: index + 2)
        case .before:
            // قبل أمس
            guard kind(index + 1) == .dayShift, value(index + 1) == -1 else { return nil }
            return day(-2, first: index, next: index + 2)
        case .this:
            return this(at: index)
        case .season:
            return season(at: index)
        case .pairedHijriMonth where value(index) == 1 && hijriMonthName(at: index) == nil:
            return season(at: index)
        case .decade:
            return decade(at: index)
        case .fraction:
            return part(at: index)
        case .first, .last, .ordinal:
            if let point = nth(at: index) { return point }
            let shift = skipping(.from, index + 1)
            if kind(index) == .first, kind(shift) == .dayShift, value(shift) == -1 {
                return shiftedDay(at: index)
            }
        case .weekday:
            return weekday(at: index)
        case .unit:
            if let point = unit(at: index) { return point }
        default:
            break
        }
        return rawDate(at: index).flatMap { resolver.point($0) }
    }

    /// A day counted from the anchor.
    func day(_ shift: Int, first: Int, next: Int) -> Point {
        Point(
            resolver.shifted(.day, by: shift) ?? .someDay, bare: .someDay, first: first, next: next)
    }

    /// `أمس`, `أول أمس`, `أمس الخميس`, `غدا الأحد`, `أمس الأول`.
    func shiftedDay(at index: Int) -> Point? {
        let isBefore = kind(index) == .first
        // أول أمس, أول من أمس
        var next = isBefore ? skipping(.from, index + 1) : index
        let isPast = value(next) == -1
        next += 1
        if isPast, !isBefore, kind(next) == .first, has(.definite, next) {
            return day(-2, first: index, next: next + 1)
        }
        if isUnit(next, .day), kind(next + 1) == .weekday { next += 1 }
        if let named = parenthesised(next) {
            return self.named(named.value, isPast: isPast, first: index, next: named.next)
        }
        guard kind(next) == .weekday, has(.definite, next), kind(next + 1) != .to else {
            return day(isBefore ? -2 : isPast ? -1 : 1, first: index, next: next)
        }
        return named(value(next), isPast: isPast, first: index, next: next + 1)
    }

    /// A weekday in parentheses: `اليوم (الأحد)`.
    func parenthesised(_ index: Int) -> Count? {
        guard isMark(index, "("), kind(index + 1) == .weekday, has(.definite, index + 1),
            isMark(index + 2, ")")
        else { return nil }
        return Count(value: value(index + 1), next: index + 3)
    }

    /// A weekday beside أمس or غدا overrides the date: pages are dated late.
    func named(_ weekday: Int, isPast: Bool, first: Int, next: Int) -> Point {
        var date: CivilDate?
        if let anchor {
            if isPast {
                date = resolver.weekday(weekday, .previous)
            } else {
                date = anchor.weekday == weekday ? anchor : resolver.weekday(weekday, .upcoming)
            }
        }
        return withDate(date, bare: .weekday(weekday), first: first, next: next)
    }

    func withDate(_ date: CivilDate?, bare: CalendarUnit, first: Int, next: Int) -> Point {
        Point(date.map(CalendarUnit.init) ?? bare, bare: bare, first: first, next: next)
    }

    /// A weekday: with its date, with a direction, with its week, or alone.
    func weekday(at index: Int) -> Point? {
        let isNamed = isUnit(index - 1, .day) || kind(index - 1) == .bothDays
        guard
            has(.definite, index) || isNamed || isLatinWeekday(index)
                || relativeWeek(at: index + 1) != nil
        else { return nil }
        let day = value(index)
        let nth = nthOfWeekday(at: index)
        if let raw = rawDate(at: index) {
            let point = resolver.point(raw)
            // الثلاثاء الثالث من شتنبر: the third Tuesday, unless the 3rd is one.
            if let nth, nth.next == raw.next, point?.date?.weekday != day { return nth }
            return point
        }
        if let nth { return nth }
        if !has(.definite, index), let week = relativeWeek(at: index + 1) {
            return inWeek(week.value, day: day, first: index, next: week.next)
        }
        guard has(.definite, index), kind(index - 1) != .otherDay, !isUseOfTwo(index) else {
            return nil
        }
        if let direction = direction(at: index + 1) ?? latest(at: index + 1) {
            return withDate(
                resolver.weekday(day, direction), bare: .weekday(day), first: index,
                next: index + 2)
        }
        if let week = relativeWeek(at: skipping(.from, index + 1)) {
            let date = resolver.shifted(.week, by: week.value)?.interval?.from
            return withDate(
                date?.adding(days: day - 1), bare: .weekday(day), first: index, next: week.next)
        }
        if let date = dayOfMonthNamed(day, at: skipping(.inside, index + 1)) {
            return withDate(date.date, bare: .weekday(day), first: index, next: date.next)
        }
        return withDate(
            resolver.weekday(day, undirected(at: index)), bare: .weekday(day), first: index,
            next: index + 1)
    }

    func isLatinWeekday(_ index: Int) -> Bool {
        // French and English days are only read with a date.
        rawDate(at: index) != nil
    }

    /// الاثنين is also "the two": between them, or both together.
    func isUseOfTwo(_ index: Int) -> Bool {
        guard value(index) == 1, !isUnit(index - 1, .day) else { return false }
        return kind(index - 1) == .between || kind(index - 1) == .bothDays
    }

    func latest(at index: Int) -> RawDate.Direction? {
        kind(index) == .latest && has(.definite, index) && kind(index + 1) != .from
            ? .previous : nil
    }

    /// `الأسبوع الماضي`, `هذا الأسبوع` as a number of weeks from the anchor.
    func relativeWeek(at index: Int) -> Count? {
        if kind(index) == .this, isUnit(index + 1, .week) {
            return Count(value: 0, next: index + 2)
        }
        guard isUnit(index, .week), has(.definite, index), let direction = direction(at: index + 1)
        else { return nil }
        return Count(
            value: direction == .previous ? -1 : direction == .upcoming ? 1 : 0, next: index + 2)
    }

    /// `الجمعة 22`: the nearest 22nd that is a Friday, within six weeks.
    func dayOfMonthNamed(_ weekday: Int, at index: Int) -> (date: CivilDate, next: Int)? {
        guard let anchor, let day = dayNumber(at: index),
            // الأحد الثاني is the second Sunday.
            kind(index) == .number || (has(.definite, index) && day.value > 5),
            kind(day.next) != .unit, kind(day.next) != .pluralUnit, !isMark(day.next, ":%/"),
            !(kind(day.next) == .other && has(.counted, day.next))
        else { return nil }
        let back = (anchor.weekday - weekday + 7) % 7
        for week in 0...6 {
            for days in [-back - 7 * week, 7 - back + 7 * week] {
                if let date = anchor.adding(days: days), date.day == day.value {
                    return (date, day.next)
                }
            }
        }
        return nil
    }

    /// `هذا الأسبوع`, `هذه السنة`, `هذا الصيف`, `هذا الجمعة`.
    func this(at index: Int) -> Point? {
        let next = index + 1
        switch kind(next) {
        case .unit:
            // هذا العقد is "this contract".
            guard let unit = TimeUnit(rawValue: Int32(value(next))), unit.rawValue > 2,
                unit != .decade
            else { return nil }
            if unit == .day, kind(next + 1) == .weekday {
                return withDate(
                    resolver.weekday(value(next + 1), .current), bare: .weekday(value(next + 1)),
                    first: index, next: next + 2)
            }
            // هذا اليوم السادس is the sixth, not today.
            guard has(.definite, next), unit != .day || kind(next + 1) != .ordinal else {
                return nil
            }
            if unit == .week, let day = weekdayBehind(next + 1) {
                return inWeek(0, day: day.value, first: index, next: day.next)
            }
            return Point(
                resolver.shifted(unit, by: 0) ?? resolver.unknown(unit),
                bare: resolver.unknown(unit), first: index, next: next + 1)
        case .weekday where has(.definite, next):
            return withDate(
                resolver.weekday(value(next), .current), bare: .weekday(value(next)), first: index,
                next: next + 1)
        case .season where has(.definite, next):
            return Point(
                .season(year: anchor?.year, number: value(next)),
                bare: .season(year: nil, number: value(next)), first: index, next: next + 1)
        case .month, .weakMonth, .pairedMonth:
            guard let raw = rawMonth(at: next), !raw.hasYear, direction(at: raw.next - 1) == nil
            else {
                return nil
            }
            var current = raw
            current.yearShift = 0
            current.first = index
            return resolver.point(current)
        default:
            return nil
        }
    }

    func weekdayBehind(_ index: Int) -> Count? {
        let next = isUnit(index, .day) ? index + 1 : index
        guard kind(next) == .weekday, has(.definite, next) else { return nil }
        return Count(value: value(next), next: next + 1)
    }

    func inWeek(_ shift: Int, day: Int, first: Int, next: Int) -> Point {
        let monday = resolver.shifted(.week, by: shift)?.interval?.from
        return withDate(
            monday?.adding(days: day - 1), bare: .weekday(day), first: first, next: next)
    }
}
