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
    private func day(_ shift: Int, first: Int, next: Int) -> Point {
        Point(
            resolver.shifted(.day, by: shift) ?? .someDay, bare: .someDay, first: first, next: next)
    }

    /// `أمس`, `أول أمس`, `أمس الخميس`, `غدا الأحد`, `أمس الأول`.
    private func shiftedDay(at index: Int) -> Point? {
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
    private func parenthesised(_ index: Int) -> Count? {
        guard isMark(index, "("), kind(index + 1) == .weekday, has(.definite, index + 1),
            isMark(index + 2, ")")
        else { return nil }
        return Count(value: value(index + 1), next: index + 3)
    }

    /// A weekday beside أمس or غدا overrides the date: pages are dated late.
    private func named(_ weekday: Int, isPast: Bool, first: Int, next: Int) -> Point {
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

    private func withDate(_ date: CivilDate?, bare: CalendarUnit, first: Int, next: Int) -> Point {
        Point(date.map(CalendarUnit.init) ?? bare, bare: bare, first: first, next: next)
    }

    /// A weekday: with its date, with a direction, with its week, or alone.
    private func weekday(at index: Int) -> Point? {
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

    private func isLatinWeekday(_ index: Int) -> Bool {
        // French and English days are only read with a date.
        rawDate(at: index) != nil
    }

    /// الاثنين is also "the two": between them, or both together.
    private func isUseOfTwo(_ index: Int) -> Bool {
        guard value(index) == 1, !isUnit(index - 1, .day) else { return false }
        return kind(index - 1) == .between || kind(index - 1) == .bothDays
    }

    private func latest(at index: Int) -> RawDate.Direction? {
        kind(index) == .latest && has(.definite, index) && kind(index + 1) != .from
            ? .previous : nil
    }

    /// `الأسبوع الماضي`, `هذا الأسبوع` as a number of weeks from the anchor.
    private func relativeWeek(at index: Int) -> Count? {
        if kind(index) == .this, isUnit(index + 1, .week) {
            return Count(value: 0, next: index + 2)
        }
        guard isUnit(index, .week), has(.definite, index), let direction = direction(at: index + 1)
        else { return nil }
        return Count(
            value: direction == .previous ? -1 : direction == .upcoming ? 1 : 0, next: index + 2)
    }

    /// `الجمعة 22`: the nearest 22nd that is a Friday, within six weeks.
    private func dayOfMonthNamed(_ weekday: Int, at index: Int) -> (date: CivilDate, next: Int)? {
        guard let anchor, let day = dayNumber(at: index),
            // الأحد الثاني is the second Sunday.
            kind(index) == .number || (has(.definite, index) && day.value > 5),
            kind(day.next) != .unit, kind(day.next) != .pluralUnit, !isMark(day.next, ":%/"),
            !(kind(day.next) == .other && has(.counted, day.next))
        else { return nil }
        for distance in 0...42 {
            for date in [anchor.adding(days: -distance), anchor.adding(days: distance)] {
                if let date, date.weekday == weekday, date.day == day.value {
                    return (date, day.next)
                }
            }
        }
        return nil
    }

    /// `هذا الأسبوع`, `هذه السنة`, `هذا الصيف`, `هذا الجمعة`.
    private func this(at index: Int) -> Point? {
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

    private func weekdayBehind(_ index: Int) -> Count? {
        let next = isUnit(index, .day) ? index + 1 : index
        guard kind(next) == .weekday, has(.definite, next) else { return nil }
        return Count(value: value(next), next: next + 1)
    }

    private func inWeek(_ shift: Int, day: Int, first: Int, next: Int) -> Point {
        let monday = resolver.shifted(.week, by: shift)?.interval?.from
        return withDate(
            monday?.adding(days: day - 1), bare: .weekday(day), first: first, next: next)
    }
}

extension Grammar {
    /// اليوم, and units with a direction or a name.
    private func unit(at index: Int) -> Point? {
        guard let unit = TimeUnit(rawValue: Int32(value(index))) else { return nil }
        switch unit {
        case .day:
            return has(.definite, index) ? today(at: index) : namedDay(at: index)
        case .week, .month, .year, .decade, .century:
            guard has(.definite, index) else { return nil }
            return relativeUnit(unit, at: index)
        default:
            return nil
        }
    }

    /// `اليوم`, `اليوم الجمعة`, `اليوم 8 مارس`; not اليوم العالمي, اليوم الأول, طوال اليوم.
    private func today(at index: Int) -> Point? {
        if kind(index + 1) == .weekday, has(.definite, index + 1) {
            if let raw = rawDate(at: index + 1), raw.day != nil {
                var point = resolver.point(raw)
                point?.first = index
                return point
            }
            return withDate(
                resolver.weekday(value(index + 1), .nearest), bare: .weekday(value(index + 1)),
                first: index, next: index + 2)
        }
        if let raw = rawDate(at: index), raw.day != nil { return resolver.point(raw) }
        guard kind(index - 1) != .otherDay else { return nil }
        if let named = parenthesised(index + 1) {
            return withDate(
                resolver.weekday(named.value, .nearest), bare: .weekday(named.value), first: index,
                next: named.next)
        }
        let isQualified =
            [.dayQualifier, .ordinal, .first, .latest, .number].contains(kind(index + 1))
            && (has(.definite, index + 1) || kind(index + 1) == .number
                || kind(index + 1) == .dayQualifier)
        guard !isQualified else { return nil }
        if let direction = direction(at: index + 1) {
            return day(
                direction == .previous ? -1 : direction == .upcoming ? 1 : 0, first: index,
                next: index + 2)
        }
        return day(0, first: index, next: index + 1)
    }

    /// `يوم أمس`, `يوم غد الأحد`, `يوم الجمعة الماضي`.
    private func namedDay(at index: Int) -> Point? {
        let shift = kind(index + 1) == .first ? skipping(.from, index + 2) : index + 1
        if kind(shift) == .dayShift {
            var point = shiftedDay(at: index + 1)
            point?.first = index
            return point
        }
        if kind(index + 1) == .weekday {
            var point = weekday(at: index + 1)
            point?.first = index
            return point
        }
        return nil
    }

    private func relativeUnit(_ unit: TimeUnit, at index: Int) -> Point? {
        if unit == .century, let number = centuryNumber(at: index + 1) {
            return Point(.century((number.value - 1) * 100), first: index, next: number.next)
        }
        if unit == .week, let week = weekOfMonth(index + 1, first: index) { return week }
        guard let direction = direction(at: index + 1), unit != .decade || direction != .current
        else { return nil }
        let shift = direction == .previous ? -1 : direction == .upcoming ? 1 : 0
        // السنة الماضية 2013: the number says it.
        if unit == .year, kind(index + 2) == .number, (1900...2099).contains(value(index + 2)),
            !isShareOrClock(behind: index + 3)
        {
            return Point(.year(value(index + 2)), first: index, next: index + 3)
        }
        if unit == .week, let day = weekdayBehind(index + 2) {
            return inWeek(shift, day: day.value, first: index, next: day.next)
        }
        return Point(
            resolver.shifted(unit, by: shift) ?? resolver.unknown(unit),
            bare: resolver.unknown(unit), first: index, next: index + 2)
    }

    /// `القرن التاسع عشر`, `القرن العشرين`, `القرن 21`.
    private func centuryNumber(at index: Int) -> Count? {
        if kind(index) == .number, (1...21).contains(value(index)) {
            return Count(value: value(index), next: index + 1)
        }
        guard has(.definite, index), let ordinal = ordinal(at: index), ordinal.value <= 21 else {
            return nil
        }
        return ordinal
    }

    /// `صيف 2014`, `الصيف المقبل`, `خريف السنة الماضية`.
    private func season(at index: Int) -> Point? {
        let number = kind(index) == .season ? value(index) : 0
        let bare = CalendarUnit.season(year: nil, number: number)
        if has(.definite, index) {
            guard let anchor, let direction = direction(at: index + 1) else { return nil }
            // Meteorological seasons, for their order only.
            let start = [3, 6, 9, 12][number & 3]
            var year = anchor.year
            if direction == .previous, anchor.month < (start + 3 > 12 ? 12 : start + 3) {
                year -= 1
            }
            if direction == .upcoming, anchor.month >= start { year += 1 }
            return Point(
                .season(year: year, number: number), bare: bare, first: index, next: index + 2)
        }
        var next = skipping(.from, index + 1)
        if let shift = relativeYear(at: next) {
            let year = anchor.map { $0.year + shift.value }
            return Point(
                .season(year: year, number: number), bare: bare, first: index, next: shift.next)
        }
        if isUnit(next, .year) { next += 1 }
        guard kind(next) == .number, tokens[next].size == 4, (1000...2999).contains(value(next))
        else { return nil }
        return Point(.season(year: value(next), number: number), first: index, next: next + 1)
    }

    /// `السبعينات`, `ثمانينيات القرن الماضي`.
    private func decade(at index: Int) -> Point? {
        let ten = value(index)
        let next = skipping(.from, index + 1)
        if isUnit(next, .century), has(.definite, next),
            let century = relativeUnit(.century, at: next)
        {
            var resolved: Int?
            if case .century(let start?) = century.unit { resolved = start }
            var bare: Int?
            if case .century(let start?) = century.bare { bare = start }
            return Point(
                .decade(resolved.map { $0 + ten }), bare: .decade(bare.map { $0 + ten }),
                first: index, next: century.next)
        }
        // العشرينات may be of this century; الأربعينات من عمره is an age.
        guard ten >= 40, has(.definite, index), kind(index + 1) != .from else { return nil }
        return Point(.decade(1900 + ten), first: index, next: index + 1)
    }

    /// `الربع الأول من سنة 2014`, `النصف الثاني من السنة الجارية`.
    private func part(at index: Int) -> Point? {
        guard has(.definite, index), value(index) == 2 || value(index) == 4,
            let ordinal = ordinal(at: index + 1), ordinal.value <= value(index)
        else { return nil }
        var next = ordinal.next
        if kind(next) == .from || kind(next) == .inside { next += 1 }
        var year: Int?
        var isSaid = false
        if let shift = relativeYear(at: next) {
            year = anchor.map { $0.year + shift.value }
            next = shift.next
        } else if let raw = rawYear(at: next) {
            year = raw.year
            isSaid = true
            next = raw.next
        } else if kind(next) == .number, (1900...2099).contains(value(next)) {
            year = value(next)
            isSaid = true
            next += 1
        } else {
            return nil
        }
        func unit(_ year: Int?) -> CalendarUnit {
            value(index) == 4
                ? .quarter(year: year, number: ordinal.value)
                : .half(year: year, number: ordinal.value)
        }
        return Point(unit(year), bare: unit(isSaid ? year : nil), first: index, next: next)
    }
}

extension Grammar {
    /// A part of a month, year or week: `أواخر شهر نونبر`, `مطلع السنة المقبلة`, `نهاية الأسبوع`.
    private func stage(at index: Int) -> Point? {
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
    private func definiteUnit(at index: Int) -> Point? {
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

    private func weekStage(_ index: Int, week: Int) -> Point? {
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
    private func nth(at index: Int) -> Point? {
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
    private func nthOfWeekday(at index: Int) -> Point? {
        if kind(index + 1) == .latest {
            return nth(0, weekday: value(index), behind: index + 2, first: index)
        }
        guard has(.definite, index + 1), let ordinal = ordinal(at: index + 1), ordinal.value <= 5
        else { return nil }
        return nth(ordinal.value, weekday: value(index), behind: ordinal.next, first: index)
    }

    /// A month after من or في.
    private func month(behind index: Int) -> Point? {
        let isLinked = kind(index) == .from || kind(index) == .inside
        let next = isLinked ? index + 1 : index
        guard isLinked || has(.within, index),
            let point = rawMonth(at: next).flatMap({ resolver.point($0) })
                ?? relativeMonthPoint(at: next),
            case .month = point.unit
        else { return nil }
        return point
    }

    private func relativeMonthPoint(at index: Int) -> Point? {
        if kind(index) == .this { return this(at: index) }
        return isUnit(index, .month) && has(.definite, index)
            ? relativeUnit(.month, at: index) : nil
    }

    private func nth(_ place: Int, weekday: Int, behind index: Int, first: Int) -> Point? {
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

    private func nthDay(_ place: Int, behind index: Int, first: Int) -> Point? {
        guard let month = month(behind: index), let days = month.unit.interval,
            let date = place == 0 ? days.to : days.from.adding(days: place - 1)
        else { return nil }
        return derived([date, date], month, first: first)
    }

    /// `الأسبوع الأول من مارس`: seven days, the last ending with the month.
    private func weekOfMonth(_ index: Int, first: Int) -> Point? {
        if kind(index) == .latest { return week(0, behind: index + 1, first: first) }
        guard has(.definite, index), let ordinal = ordinal(at: index), ordinal.value <= 4 else {
            return nil
        }
        return week(ordinal.value, behind: ordinal.next, first: first)
    }

    private func week(_ place: Int, behind index: Int, first: Int) -> Point? {
        guard let month = month(behind: index), let days = month.unit.interval,
            let start = place == 0
                ? days.to.adding(days: -6) : days.from.adding(days: (place - 1) * 7),
            let end = start.adding(days: 6)
        else { return nil }
        return derived([start, end], month, first: first)
    }

    private func derived(_ days: [CivilDate], _ month: Point, first: Int) -> Point {
        let unit: CalendarUnit =
            days[0] == days[1] ? CalendarUnit(days[0]) : .span(days[0], days[1])
        return Point(
            unit, bare: month.isAnchored ? .someDay : unit, first: first, next: month.next)
    }
}
