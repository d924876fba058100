extension Grammar {
    /// A part of a month, year or week: `أواخر شهر نونبر`, `مطلع السنة المقبلة`, `نهاية الأسبوع`.
    func stage(at index: Int) -> Point? {
        let isLastDay = kind(index) == .monthEnd
        // بداية من سنة 2017 says from when, not which part.
        guard kind(index + 1) != .from || (!isLastDay && value(index) > 0) else { return nil }
        var next = skipping(.from, index + 1)
        if isUnit(next, .week), has(.definite, next) {
            return weekStage(index, week: next)
        }
        if kind(next) == .this, isUnit(next + 1, .week) { return weekStage(index, week: next) }
        if isUnit(next, .day), !has(.definite, next) { next += 1 }
        // A stage of a stage would read on without end.
        guard kind(next) != .stage, kind(next) != .monthEnd,
            var point = point(at: next) ?? definiteUnit(at: next)
        else { return nil }
        switch point.unit {
        case .month, .year, .decade, .century, .quarter, .half, .week: break
        default: return nil
        }
        guard point.mod == nil else { return nil }
        point.first = index
        if isLastDay, case .month(let year?, let month) = point.unit,
            let last = CivilDate(
                year: year, month: month, day: CivilDate.days(inMonth: month, of: year))
        {
            let isBare = point.unit == point.bare
            return Point(
                CalendarUnit(last), bare: isBare ? CalendarUnit(last) : point.bare, first: index,
                next: point.next)
        }
        point.mod = isLastDay ? .end : [.start, .mid, .end][value(index) % 3]
        return point
    }

    /// `نهاية الشهر`, `بداية السنة`: the one we are in.
    func definiteUnit(at index: Int) -> Point? {
        guard kind(index) == .unit, has(.definite, index),
            let unit = TimeUnit(rawValue: Int32(value(index))), unit == .month || unit == .year
        else { return nil }
        // العام الدراسي and السنة الهجرية begin on days of their own.
        let isNamed =
            [.other, .dayQualifier, .hijriEra].contains(kind(index + 1))
            && (has(.definite, index + 1) || kind(index + 1) == .hijriEra)
        guard !isNamed else { return nil }
        return Point(
            resolver.shifted(unit, by: 0) ?? resolver.unknown(unit), bare: resolver.unknown(unit),
            first: index, next: index + 1)
    }

    func weekStage(_ index: Int, week: Int) -> Point? {
        let relative = relativeWeek(at: week)
        let isNamed = kind(week) == .this
        let shift = relative?.value ?? 0
        let next = relative?.next ?? (isNamed ? week + 2 : week + 1)
        let monday = resolver.shifted(.week, by: shift)?.interval?.from
        // أواخر الأسبوع is late in the week, نهاية الأسبوع the weekend.
        if tokens[index].size == 1 {
            return Point(.weekend(monday), bare: .weekend(nil), first: index, next: next)
        }
        guard relative != nil || isNamed else { return nil }
        var point = Point(.week(monday), bare: .week(nil), first: index, next: next)
        point.mod = [.start, .mid, .end][value(index) % 3]
        return point
    }

    /// `أول جمعة من شهر مارس`, `آخر أحد من أكتوبر 2013`, `آخر يوم من السنة`.
    func nth(at index: Int) -> Point? {
        guard kind(index) == .last || kind(index) == .first || kind(index) == .ordinal,
            !has(.definite, index)
        else { return nil }
        let place = kind(index) == .last ? 0 : value(index)
        var next = index + 1
        if isUnit(next, .week) { return week(place, behind: next + 1, first: index) }
        let isDay = isUnit(next, .day)
        if isDay { next += 1 }
        guard kind(next) == .weekday else {
            return isDay ? nthDay(place, behind: next, first: index) : nil
        }
        return nth(place, weekday: value(next), behind: next + 1, first: index)
    }

    /// `الأحد الأخير من شهر أكتوبر`, `الجمعة الأولى من مارس`.
    func nthOfWeekday(at index: Int) -> Point? {
        if kind(index + 1) == .latest {
            return nth(0, weekday: value(index), behind: index + 2, first: index)
        }
        guard has(.definite, index + 1), let ordinal = ordinal(at: index + 1), ordinal.value <= 5
        else { return nil }
        return nth(ordinal.value, weekday: value(index), behind: ordinal.next, first: index)
    }

    /// A month after من or في.
    func month(behind index: Int) -> Point? {
        let isLinked = kind(index) == .from || kind(index) == .inside
        let next = isLinked ? index + 1 : index
        guard isLinked || has(.within, index),
            let point = rawMonth(at: next).flatMap({ resolver.point($0) })
                ?? relativeMonthPoint(at: next),
            case .month = point.unit
        else { return nil }
        return point
    }

    func relativeMonthPoint(at index: Int) -> Point? {
        if kind(index) == .this { return this(at: index) }
        return isUnit(index, .month) && has(.definite, index)
            ? relativeUnit(.month, at: index) : nil
    }

    func nth(_ place: Int, weekday: Int, behind index: Int, first: Int) -> Point? {
        guard let month = month(behind: index), let days = month.unit.interval else { return nil }
        var date: CivilDate?
        if place == 0 {
            date = days.to.adding(days: -((days.to.weekday - weekday + 7) % 7))
        } else {
            date = days.from.adding(
                days: (weekday - days.from.weekday + 7) % 7 + (place - 1) * 7)
        }
        guard let date, date <= days.to else { return nil }
        return derived([date, date], month, first: first)
    }

    func nthDay(_ place: Int, behind index: Int, first: Int) -> Point? {
        guard let month = month(behind: index), let days = month.unit.interval,
            let date = place == 0 ? days.to : days.from.adding(days: place - 1)
        else { return nil }
        return derived([date, date], month, first: first)
    }

    /// `الأسبوع الأول من مارس`: seven days, the last ending with the month.
    func weekOfMonth(_ index: Int, first: Int) -> Point? {
        if kind(index) == .latest { return week(0, behind: index + 1, first: first) }
        guard has(.definite, index), let ordinal = ordinal(at: index), ordinal.value <= 4 else {
            return nil
        }
        return week(ordinal.value, behind: ordinal.next, first: first)
    }

    func week(_ place: Int, behind index: Int, first: Int) -> Point? {
        guard let month = month(behind: index), let days = month.unit.interval,
            let start = place == 0
                ? days.to.adding(days: -6) : days.from.adding(days: (place - 1) * 7),
            let end = start.adding(days: 6)
        else { return nil }
        return derived([start, end], month, first: first)
    }

    func derived(_ days: [CivilDate], _ month: Point, first: Int) -> Point {
        let unit: CalendarUnit =
            days[0] == days[1] ? CalendarUnit(days[0]) : .span(days[0], days[1])
        return Point(
            unit, bare: month.isAnchored ? .someDay : unit, first: first, next: month.next)
    }
}
