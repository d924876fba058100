extension Grammar {
    /// What joins the two ends of a range.
    private enum Joint { case and, to }

    private func joint(at index: Int) -> (joint: Joint, next: Int)? {
        switch kind(index) {
        // إلى غاية
        case .to, .until: return (.to, skipping(.until, index + 1))
        case .and:
            if kind(index + 1) == .until || kind(index + 1) == .to {
                return (.to, skipping(.until, index + 2))
            }
            return (.and, index + 1)
        case .mark where isMark(index, "-"): return (.to, index + 1)
        default:
            return has(.joined, index) ? (.and, index) : nil
        }
    }

    /// Whether anything before the next word that says nothing of time may join two ends.
    ///
    /// Looks at 16 tokens, more than a range's first end has; behind them it may be.
    private func mayBeJoined(behind index: Int) -> Bool {
        switch kind(index) {
        // Days stand side by side after these.
        case .between, .bothDays, .pluralUnit: return true
        default: break
        }
        for next in index + 1...index + 16 {
            switch kind(next) {
            case .other, .stop, .end: return false
            case .to, .until, .and, .mark, .between: return true
            default: if has(.joined, next) { return true }
            }
        }
        return true
    }

    /// A range, or several days of one month, at `index`.
    func range(at index: Int) -> [Reading]? {
        guard mayBeJoined(behind: index) else { return nil }
        switch kind(index) {
        case .bothDays:
            return days(at: index + 1, first: index) ?? weekdays(at: index + 1, first: index)
                ?? points(at: index + 1, first: index, by: .and)
        case .pluralUnit where value(index) == Int(TimeUnit.day.rawValue):
            return days(at: index + 1, first: index) ?? weekdays(at: index + 1, first: index)
        case .pluralUnit where value(index) == Int(TimeUnit.year.rawValue):
            return points(at: index + 1, first: index, by: .and)
        case .between:
            return days(at: index + 1, first: index + 1, isSpan: true)
                ?? points(at: index + 1, first: index + 1, by: .and)
        case .from:
            let next = isUnit(index + 1, .day) && !has(.definite, index + 1) ? index + 2 : index + 1
            return days(at: next, first: next) ?? points(at: index + 1, first: index + 1, by: .to)
        case .number, .ordinal, .first, .monthStart:
            return days(at: index, first: index) ?? points(at: index, first: index, by: .to)
        case .weekday, .month, .weakMonth, .unit, .pairedMonth, .dayShift, .cardinal:
            return monthThenDays(at: index) ?? points(at: index, first: index, by: .to)
        default:
            return nil
        }
    }

    /// `6 و7 مارس الجاري`, `من 5 إلى 9 مارس`, `19-20 نوفمبر`, `5 و6 و7 مارس`.
    ///
    /// - Parameter isBetween: whether بين makes two days joined by و the ends of a span.
    private func days(at index: Int, first: Int, isSpan isBetween: Bool = false) -> [Reading]? {
        var starts: [(day: Int, token: Int)] = []
        var isSpan = isBetween
        var next = index
        while starts.count < 8 {
            let start = isUnit(next, .day) && starts.count > 0 ? next + 1 : next
            guard let day = dayNumber(at: start) else { return nil }
            // A day with و behind it is not the last: the month comes with that.
            if starts.count > 0, kind(day.next) != .and, let raw = rawDate(at: next),
                raw.day != nil, raw.month != nil,
                !raw.isHijri || raw.year != nil
            {
                return joined(starts, raw, isSpan: isSpan, first: first)
            }
            starts.append((day.value, start))
            if isMark(day.next, ","), dayNumber(at: day.next + 1) != nil {
                next = day.next + 1
                continue
            }
            guard let joint = joint(at: day.next), joint.joint == .and || starts.count == 1 else {
                return nil
            }
            if joint.joint == .to { isSpan = true }
            next = joint.next
            if kind(next) == .from { return nil }
        }
        return nil
    }

    private func joined(
        _ starts: [(day: Int, token: Int)], _ end: RawDate, isSpan: Bool, first: Int
    ) -> [Reading]? {
        guard let last = end.day else { return nil }
        var points: [Point] = []
        for start in starts {
            var raw = end
            raw.day = start.day
            raw.weekday = nil
            raw.monthFirst = nil
            raw.first = start.token
            raw.next = start.token + 1
            guard let point = resolver.point(raw) else { return nil }
            points.append(point)
        }
        guard let lastPoint = resolver.point(end) else { return nil }
        let days = starts.map(\.day) + [last]
        let isRun = zip(days, days.dropFirst()).allSatisfy { $1 == $0 + 1 }
        if isSpan || isRun {
            guard days[0] < last else { return nil }
            return Reading(from: points[0], to: lastPoint, first: first).map { [$0] }
        }
        return points.map { Reading($0) } + [Reading(lastPoint)]
    }

    /// `يوليوز 13-15`, `شهر نوفمبر بين 19 و 20`.
    private func monthThenDays(at index: Int) -> [Reading]? {
        let start = isUnit(index, .month) ? index + 1 : index
        guard let name = monthName(at: start) else { return nil }
        let isBetween = kind(name.next) == .between
        let first = isBetween ? name.next + 1 : name.next
        guard kind(first) == .number, let from = dayNumber(at: first),
            let joint = joint(at: from.next), kind(joint.next) == .number,
            isBetween || joint.joint == .to, let to = dayNumber(at: joint.next),
            !isMark(to.next, ":%-/.")
        else { return nil }
        var raw = RawDate(month: name.month, day: from.value, first: index, next: to.next)
        readYear(&raw)
        guard let left = resolver.point(raw) else { return nil }
        raw.day = to.value
        guard let right = resolver.point(raw), from.value < to.value else { return nil }
        return Reading(from: left, to: right, first: index).map { [$0] }
    }

    /// `من 28 فبراير إلى 3 مارس 2014`, `بين يناير ومارس 2014`, `2010-2014`, `الجمعة حتى الأحد`.
    private func points(at index: Int, first: Int, by allowed: Joint) -> [Reading]? {
        if let years = seasonYears(at: index, first: first) { return [years] }
        let leftRaw = rawDate(at: index)
        let leftNext: Int
        if let leftRaw {
            leftNext = leftRaw.next
        } else if let point = point(at: index) {
            leftNext = point.next
        } else {
            return nil
        }
        guard let joint = joint(at: leftNext),
            joint.joint == .to || allowed == .and
        else { return nil }
        guard let right = point(at: joint.next), isEnd(right, of: joint.next) else { return nil }
        var left: Point?
        if var raw = leftRaw {
            if !raw.hasYear, direction(at: raw.next - 1) == nil,
                let rightRaw = rawDate(at: joint.next)
            {
                // The year of the second end holds for both.
                raw.year = rightRaw.year
                raw.yearShift = rightRaw.yearShift
                if !rightRaw.hasYear, let anchor, let end = right.interval?.to {
                    raw.yearShift = end.year - anchor.year
                }
                if let from = raw.month, let to = rightRaw.month, from > to {
                    raw.year = raw.year.map { $0 - 1 }
                    raw.yearShift = raw.yearShift.map { $0 - 1 }
                }
            }
            left = resolver.point(raw)
        } else {
            left = point(at: index)
        }
        guard var left else { return nil }
        alignWeekday(&left, before: right)
        guard kindsAgree(left, right) else { return nil }
        if joint.joint == .and, kind(index - 1) != .between, let start = left.date,
            let end = right.date, end.dayNumber != start.dayNumber + 1
        {
            return [Reading(left), Reading(right)]
        }
        return Reading(from: left, to: right, first: first).map { [$0] }
    }

    private func isEnd(_ point: Point, of index: Int) -> Bool {
        point.first == index && point.mod == nil
    }

    /// Only like joins like: a day with a day, a year with a year.
    private func kindsAgree(_ left: Point, _ right: Point) -> Bool {
        left.isDay == right.isDay && (left.isDay || left.unit.granularity == right.unit.granularity)
    }

    /// A weekday before another is the last such day before it.
    private func alignWeekday(_ left: inout Point, before right: Point) {
        guard case .weekday(let day) = left.bare, let end = right.date, anchor != nil,
            left.date.map({ $0 > end || end.dayNumber - $0.dayNumber > 6 }) ?? true
        else { return }
        if let date = end.adding(days: -((end.weekday - day + 7) % 7)) {
            left.unit = CalendarUnit(date)
        }
    }

    /// `2013/2014`, `2013-2014`: a season of sport or school, or a stretch of years.
    private func seasonYears(at index: Int, first: Int) -> Reading? {
        let start = isUnit(index, .year) ? index + 1 : index
        guard kind(start) == .number, tokens[start].size == 4, isMark(start + 1, "-/"),
            kind(start + 2) == .number, tokens[start + 2].size == 4,
            (1800...2199).contains(value(start)), (1800...2199).contains(value(start + 2)),
            value(start) < value(start + 2) || value(start) == value(start + 2) + 1,
            kind(start - 1) != .mark || has(.spaced, start),
            !(isMark(start + 3, "-/.") && kind(start + 4) == .number)
        else { return nil }
        // 2018/2017 is typed in the order of reading from the right.
        let (from, to) = (
            min(value(start), value(start + 2)), max(value(start), value(start + 2))
        )
        let left = Point(.year(from), first: start, next: start + 1)
        let right = Point(.year(to), first: start + 2, next: start + 3)
        return Reading(from: left, to: right, first: isUnit(first, .year) ? first : index)
    }

    /// `يومي الجمعة والسبت المقبلين`, `يومي السبت والأحد 8 و9 مارس`.
    private func weekdays(at index: Int, first: Int) -> [Reading]? {
        guard kind(index) == .weekday, has(.definite, index) else { return nil }
        var next = index + 1
        var last = index
        while kind(next) == .weekday || (kind(next) == .and && kind(next + 1) == .weekday)
            || (isMark(next, ",") && kind(next + 1) == .weekday), next < index + 14
        {
            if kind(next) != .weekday { next += 1 }
            last = next
            next += 1
        }
        guard last > index else { return nil }
        let dates = skippingMark(",", next)
        if let days = days(at: dates, first: first), days.count == 1 { return days }
        let direction = direction(at: next)
        if direction != nil { next += 1 }
        var unit = CalendarUnit.weekday(value(last))
        let gap = (value(last) - value(index) + 7) % 7
        var start = CalendarUnit.weekday(value(index))
        if direction == .upcoming, let date = resolver.weekday(value(index), .upcoming) {
            start = CalendarUnit(date)
            unit = date.adding(days: gap).map(CalendarUnit.init) ?? unit
        } else if let date = resolver.weekday(value(last), direction ?? .nearest) {
            unit = CalendarUnit(date)
            start = date.adding(days: -gap).map(CalendarUnit.init) ?? start
        }
        let left = Point(start, bare: .weekday(value(index)), first: index, next: index + 1)
        let right = Point(unit, bare: .weekday(value(last)), first: last, next: next)
        return Reading(from: left, to: right, first: first).map { [$0] }
    }
}
