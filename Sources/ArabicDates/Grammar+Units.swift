extension Grammar {
    /// اليوم, and units with a direction or a name.
    func unit(at index: Int) -> Point? {
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
    func today(at index: Int) -> Point? {
        // اليوم الجمعة, اليوم، الجمعة
        let named = skippingMark(",", index + 1)
        if kind(named) == .weekday, has(.definite, named) {
            if let raw = rawDate(at: named), raw.day != nil {
                var point = resolver.point(raw)
                point?.first = index
                return point
            }
            return withDate(
                resolver.weekday(value(named), .nearest), bare: .weekday(value(named)),
                first: index, next: named + 1)
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
    func namedDay(at index: Int) -> Point? {
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

    func relativeUnit(_ unit: TimeUnit, at index: Int) -> Point? {
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
    func centuryNumber(at index: Int) -> Count? {
        if kind(index) == .number, (1...21).contains(value(index)) {
            return Count(value: value(index), next: index + 1)
        }
        guard has(.definite, index), let ordinal = ordinal(at: index), ordinal.value <= 21 else {
            return nil
        }
        return ordinal
    }

    /// `صيف 2014`, `الصيف المقبل`, `خريف السنة الماضية`.
    func season(at index: Int) -> Point? {
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
    func decade(at index: Int) -> Point? {
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
    func part(at index: Int) -> Point? {
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
