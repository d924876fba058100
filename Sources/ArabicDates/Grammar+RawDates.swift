extension Grammar {
    /// A month or a day of one, a year, or a complete date, with the words that give its year.
    ///
    /// `index` may be at يوم, شهر, سنة, a weekday or the number itself.
    func rawDate(at index: Int) -> RawDate? {
        switch kind(index) {
        case .month, .weakMonth, .hijriMonth, .weakHijriMonth: break
        case .number where tokens[index].size == 4: break
        case .number, .weekday, .ordinal, .first, .cardinal, .monthStart, .pairedMonth,
            .pairedHijriMonth, .unit:
            guard !isAlone(index) else { return nil }
        default: return nil
        }
        if let day = fullDay(at: index) { return raw(day) }
        var start = index
        var weekday: Int?
        if isUnit(start, .day) { start += 1 }
        if let prefix = weekdayPrefix(at: start) {
            weekday = prefix.day
            start = prefix.next
            if isUnit(start, .day) { start += 1 }
        }
        if let day = dayInMonth(at: start) {
            var raw = RawDate(
                month: day.month, day: day.day, weekday: weekday, isHijri: day.isHijri,
                first: index, next: day.next)
            readYear(&raw)
            return raw
        }
        if let raw = dayOfRelativeMonth(at: start, first: index) { return raw }
        if start > index, var raw = numericDay(at: start) {
            raw.weekday = weekday
            raw.first = index
            return raw
        }
        guard start == index else { return nil }
        return rawMonth(at: index) ?? rawYear(at: index) ?? numericMonth(at: index)
    }

    private func raw(_ day: FullDay) -> RawDate {
        RawDate(
            year: day.date.year, month: day.date.month, day: day.date.day,
            monthFirst: day.monthFirst, first: day.first, next: day.next)
    }

    /// `نونبر المنصرم`, `شهر نونبر من السنة الماضية`, `أبريل 2013`.
    func rawMonth(at index: Int) -> RawDate? {
        let isNamed = isUnit(index, .month)
        guard let month = anyMonth(at: isNamed ? index + 1 : index) else { return nil }
        var raw = RawDate(
            month: month.name.month, isHijri: month.isHijri, first: index, next: month.name.next)
        readYear(&raw)
        // Names that are ordinary words too need company.
        let weak = kind(index)
        let isWeak = weak == .weakMonth || weak == .weakHijriMonth
        // باب is a door, not "in August".
        let isShort = tokens[index].end - tokens[index].start <= 2
        let isAttached = has(.within, index) || has(.attributed, index) || has(.linked, index)
        let isLead =
            [.inside, .since, .until, .from, .to, .during, .stage, .this].contains(kind(index - 1))
            || has(.within, index)
        guard
            isNamed || !isWeak || raw.hasYear || direction(at: raw.next - 1) != nil
                || (isLead && !(isShort && isAttached))
        else { return nil }
        return raw
    }

    /// Reads a year or a direction behind a month or day.
    func readYear(_ raw: inout RawDate) {
        if let year = year(at: raw.next) {
            raw.year = year.value
            raw.next = year.next
            if kind(raw.next) == .commonEra || kind(raw.next) == .hijriEra { raw.next += 1 }
            return
        }
        var next = skipping(.from, raw.next)
        if kind(next) == .inside, kind(next + 1) == .unit { next += 1 }
        if let shift = relativeYear(at: next) {
            raw.yearShift = shift.value
            raw.next = shift.next
            return
        }
        if let direction = direction(at: raw.next) {
            raw.direction = direction
            raw.next += 1
        } else {
            raw.direction = undirected(at: raw.first)
        }
    }

    /// Where a day or month without a direction lies: ahead when the sentence so far told of the
    /// future, else the nearest.
    func undirected(at index: Int) -> RawDate.Direction {
        for before in stride(from: index - 1, through: max(0, index - 12), by: -1) {
            switch kind(before) {
            case .future: return .ahead
            case .stop: return .nearest
            case .mark where isMark(before, ".;:"): return .nearest
            default: continue
            }
        }
        return .nearest
    }

    /// الماضي, المقبل, الجاري.
    func direction(at index: Int) -> RawDate.Direction? {
        guard has(.definite, index) else { return nil }
        switch kind(index) {
        case .previous: return .previous
        case .upcoming: return .upcoming
        case .current: return .current
        default: return nil
        }
    }

    /// `السنة الماضية` (-1), `هذا العام` (0), `العام المقبل` (1).
    func relativeYear(at index: Int) -> Count? {
        if kind(index) == .this, isUnit(index + 1, .year), has(.definite, index + 1) {
            return Count(value: 0, next: index + 2)
        }
        guard isUnit(index, .year), has(.definite, index), let direction = direction(at: index + 1)
        else { return nil }
        return Count(
            value: direction == .previous ? -1 : direction == .upcoming ? 1 : 0, next: index + 2)
    }

    /// `15 من الشهر الجاري`, `6 الجاري`, `الثامن من هذا الشهر`.
    private func dayOfRelativeMonth(at index: Int, first: Int) -> RawDate? {
        guard let anchor, let day = dayNumber(at: index) else { return nil }
        var next = day.next
        if direction(at: next) == .current, kind(index) == .number {
            next += 1
            return inMonth(anchor, day: day.value, first: first, next: next)
        }
        if kind(next) == .from || kind(next) == .inside { next += 1 }
        guard let shift = relativeMonth(at: next), let month = anchor.adding(months: shift.value)
        else { return nil }
        return inMonth(month, day: day.value, first: first, next: shift.next)
    }

    private func inMonth(_ month: CivilDate, day: Int, first: Int, next: Int) -> RawDate? {
        guard let date = CivilDate(year: month.year, month: month.month, day: day),
            let anchor
        else { return nil }
        return RawDate(
            month: date.month, day: day, yearShift: date.year - anchor.year, first: first,
            next: next)
    }

    private func relativeMonth(at index: Int) -> Count? {
        if kind(index) == .this, isUnit(index + 1, .month) {
            return Count(value: 0, next: index + 2)
        }
        guard isUnit(index, .month), has(.definite, index), let direction = direction(at: index + 1)
        else { return nil }
        return Count(
            value: direction == .previous ? -1 : direction == .upcoming ? 1 : 0, next: index + 2)
    }

    /// `سنة 2014`, `عام ألفين وعشرين`, or four digits that can only be a year.
    func rawYear(at index: Int) -> RawDate? {
        if isUnit(index, .year) {
            if kind(index + 1) == .number, (3...4).contains(tokens[index + 1].size),
                value(index + 1) >= 100, value(index + 1) < 3000,
                !isShareOrClock(behind: index + 2)
            {
                let isHijri = kind(index + 2) == .hijriEra || isHijriYear(value(index + 1))
                return RawDate(
                    year: value(index + 1), isHijri: isHijri, first: index,
                    next: kind(index + 2) == .hijriEra ? index + 3 : eraEnd(index + 2))
            }
            guard kind(index + 1) == .cardinal, let spelled = cardinal(at: index + 1),
                (100..<3000).contains(spelled.value)
            else { return nil }
            return RawDate(year: spelled.value, first: index, next: spelled.next)
        }
        return bareYear(at: index)
    }

    /// Whether an unmarked year is of the Islamic calendar: near the anchor's own. Others may be
    /// history (سنة 1415, the fall of Ceuta).
    private func isHijriYear(_ year: Int) -> Bool {
        guard let anchor, IslamicCalendar.years.contains(year) else { return false }
        return abs((anchor.year - 622) * 33 / 32 - year) <= 8
    }

    private func eraEnd(_ index: Int) -> Int {
        if kind(index) == .commonEra { return index + 1 }
        return kind(index) == .letter && value(index) == 1 && !has(.spaced, index)
            ? index + 1 : index
    }

    /// 1900 to 2099 without a word of its own: after a preposition, or where nothing is counted.
    func bareYear(at index: Int) -> RawDate? {
        guard kind(index) == .number, tokens[index].size == 4, (1900...2099).contains(value(index))
        else { return nil }
        let isJoinedToNumber =
            kind(index - 1) == .mark && kind(index - 2) == .number && !has(.spaced, index)
            && !has(.spaced, index - 1)
        let isFollowed =
            isMark(index + 1, ".,:/-'%") && !has(.spaced, index + 1)
            && kind(index + 2) == .number && !has(.spaced, index + 2)
        guard !isJoinedToNumber, !isFollowed, !isShareOrClock(behind: index + 1),
            !isMark(index - 1, "+#$") || has(.spaced, index)
        else { return nil }
        switch kind(index + 1) {
        case .unit, .pluralUnit, .number, .cardinal: return nil
        default: break
        }
        let isLed =
            [.inside, .since, .until, .during, .stage, .between].contains(kind(index - 1))
            // بين 2012 و2014
            || (kind(index - 1) == .and || kind(index - 1) == .to) && kind(index - 2) == .number
                && tokens[index - 2].size == 4
        if kind(index + 1) == .other, !has(.definite, index + 1) {
            // في 2013 بلغ, but 2000 سيارة, 1950 درهما.
            // Nothing is counted after منذ or خلال but units.
            let isSure = [.since, .until, .during].contains(kind(index - 1))
            guard isSure || (isLed && !has(.counted, index + 1) && value(index) % 100 != 0) else {
                return nil
            }
        } else if !isLed, value(index) % 100 == 0 {
            return nil
        }
        return RawDate(year: value(index), first: index, next: index + 1)
    }

    /// `21/09`, which only يوم or a weekday before it makes a day and not a fraction.
    private func numericDay(at index: Int) -> RawDate? {
        guard kind(index) == .number, isMark(index + 1, "/-"), kind(index + 2) == .number,
            !has(.spaced, index + 1), !has(.spaced, index + 2), tokens[index].size <= 2,
            tokens[index + 2].size <= 2, (1...31).contains(value(index)),
            (1...12).contains(value(index + 2)),
            !(isMark(index + 3, "/-.:%") && kind(index + 4) == .number), !isMark(index + 3, "%")
        else { return nil }
        return RawDate(
            month: value(index + 2), day: value(index), first: index, next: index + 3)
    }

    /// `3/2014`, `2014-03`.
    private func numericMonth(at index: Int) -> RawDate? {
        guard kind(index) == .number, isMark(index + 1, "/-."), kind(index + 2) == .number,
            !has(.spaced, index + 1), !has(.spaced, index + 2), kind(index - 1) != .mark,
            !(isMark(index + 3, "/-.") && kind(index + 4) == .number)
        else { return nil }
        let (first, second) = (tokens[index], tokens[index + 2])
        let isDot = isMark(index + 1, ".")
        let year = first.size == 4 ? first.value : second.value
        let month = first.size == 4 ? second.value : first.value
        guard first.size + second.size <= 6, first.size + second.size >= 5,
            first.size == 4 || (second.size == 4 && !isDot), (1900...2099).contains(year),
            (1...12).contains(month)
        else { return nil }
        return RawDate(year: Int(year), month: Int(month), first: index, next: index + 3)
    }
}
