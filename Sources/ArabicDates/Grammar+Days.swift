extension Grammar {
    /// A day of a named month, without its year.
    struct DayInMonth {
        let day: Int
        let month: Int
        let isHijri: Bool
        let next: Int
    }

    /// A number and the token after it.
    struct Count {
        let value: Int
        let next: Int
    }

    /// `8 مارس`, `الثامن من شهر مارس`, `فاتح ماي`, `7-مارس`, `29 من ذي الحجة`.
    func dayInMonth(at index: Int) -> DayInMonth? {
        guard let day = dayNumber(at: index) else { return nil }
        var next = day.next
        if kind(next) == .latinLink { next += 1 }
        next = skippingMark("-/.", next)
        if kind(next) == .from || (kind(next) == .inside && kind(next + 1) == .unit) { next += 1 }
        if isUnit(next, .month) { next += 1 }
        guard let month = anyMonth(at: next), day.value <= (month.isHijri ? 30 : 31),
            !isScore(month: next, day: day, behind: month.name.next)
        else { return nil }
        return DayInMonth(
            day: day.value, month: month.name.month, isHijri: month.isHijri, next: month.name.next)
    }

    /// Whether صفر is a nought: `2 / صفر`, `3 صفر`, unless من, شهر or a year makes it the month.
    private func isScore(month: Int, day: Count, behind: Int) -> Bool {
        guard kind(month) == .weakHijriMonth, value(month) == 2, year(at: behind) == nil else {
            return false
        }
        return month == day.next || kind(month - 1) == .mark
    }

    /// `March 8`, `مارس 8`: only worth something with a year or in a range.
    func monthThenDay(at index: Int) -> DayInMonth? {
        guard let name = monthName(at: index), kind(name.next) == .number,
            tokens[name.next].size <= 2, (1...31).contains(value(name.next)),
            !isMark(name.next + 1, ":%")
        else { return nil }
        let next = skipping(.latinLink, name.next + 1)
        return DayInMonth(day: value(name.next), month: name.month, isHijri: false, next: next)
    }

    /// A month of either calendar.
    func anyMonth(at index: Int) -> (name: Name, isHijri: Bool)? {
        if let name = monthName(at: index) { return (name, false) }
        if let name = hijriMonthName(at: index) { return (name, true) }
        return nil
    }

    /// A day of a month, 1 to 31: digits, an ordinal, or فاتح.
    func dayNumber(at index: Int) -> Count? {
        switch kind(index) {
        case .number:
            guard tokens[index].size <= 2, (1...31).contains(value(index)) else { return nil }
            return Count(value: value(index), next: index + 1)
        case .monthStart:
            return Count(value: 1, next: index + 1)
        case .first, .ordinal, .cardinal, .unit:
            guard let ordinal = ordinal(at: index), (1...31).contains(ordinal.value) else {
                return nil
            }
            return ordinal
        default:
            return nil
        }
    }

    /// An ordinal in words: `الثالث`, `الحادي عشر`, `الخامس والعشرين`, `العشرين`.
    func ordinal(at index: Int) -> Count? {
        var base = 0
        switch kind(index) {
        case .first: base = 1
        case .ordinal: base = value(index) == 11 ? 1 : value(index)
        case .unit where value(index) == 0: base = 2  // الثانية, spelled like the second of time
        case .cardinal where has(.definite, index):
            return (20...90).contains(value(index))
                ? Count(value: value(index), next: index + 1) : nil
        default: return nil
        }
        if kind(index + 1) == .teen { return Count(value: base + 10, next: index + 2) }
        if kind(index + 1) == .cardinal, has(.joined, index + 1), value(index + 1) % 10 == 0,
            (20...90).contains(value(index + 1))
        {
            return Count(value: base + value(index + 1), next: index + 2)
        }
        // الحادي alone is no number.
        if kind(index) == .ordinal, value(index) == 11 { return nil }
        return Count(value: base, next: index + 1)
    }

    /// A year after a month: `2014`, `من سنة 2014`, `, 2014`, `لعام 2014`, `ألفين وأربعة عشر`.
    func year(at index: Int) -> Count? {
        var next = skippingMark(",-/.", index)
        if kind(next) == .from || kind(next) == .inside { next += 1 }
        let isNamed = isUnit(next, .year)
        if isNamed { next += 1 }
        if kind(next) == .number {
            let size = tokens[next].size
            guard size == 4 || (isNamed && size == 3), value(next) >= 100,
                value(next) < 3000, !isShareOrClock(behind: next + 1)
            else { return nil }
            return Count(value: value(next), next: next + 1)
        }
        guard let spelled = cardinal(at: next), (1000..<3000).contains(spelled.value) else {
            return nil
        }
        return spelled
    }

    /// A cardinal in words: `ثلاثة`, `ثلاثة عشر`, `خمس وعشرين`, `ألفين وثمانية عشر`.
    func cardinal(at index: Int) -> Count? {
        var next = index
        var total = 0
        // The last part's size: parts fall from thousands to ones, except ones before tens.
        var smallest = 10_000
        while next < index + 8 {
            if next > index {
                if kind(next) == .and {
                    next += 1
                } else if !has(.joined, next) {
                    break
                }
            }
            guard let part = cardinalPart(at: next, in: smallest) else { break }
            total += part.value
            smallest = part.value
            next = part.next
        }
        guard total > 0 else { return nil }
        return Count(value: total, next: kind(next - 1) == .and ? next - 1 : next)
    }

    private func cardinalPart(at index: Int, in limit: Int) -> Count? {
        if kind(index) == .weekday, value(index) == 7, kind(index + 1) == .teen {
            return Count(value: 11, next: index + 2)
        }
        if kind(index) == .teen, limit > 10 { return Count(value: 10, next: index + 1) }
        guard kind(index) == .cardinal else { return nil }
        let value = value(index)
        if value < 10, kind(index + 1) == .teen, limit > 20 {
            return Count(value: value + 10, next: index + 2)
        }
        if value < 10, kind(index + 1) == .cardinal, self.value(index + 1) == 1000 {
            return Count(value: value * 1000, next: index + 2)
        }
        // خمس وعشرين: ones come before tens.
        let isTensAfterOnes = limit < 10 && (20...90).contains(value)
        guard value < limit || isTensAfterOnes else { return nil }
        if limit < 10, !isTensAfterOnes { return nil }
        return Count(value: value, next: index + 1)
    }
}
