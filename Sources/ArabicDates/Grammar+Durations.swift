extension Grammar {
    /// A number of units.
    private struct Amount {
        /// Times two, for halves.
        var halves: Int
        var unit: TimeUnit
        /// A decimal fraction as written, `3.5`.
        var decimal: String?
        var next: Int
    }

    /// `25 عاما`, `يومين`, `ثلاثة أشهر ونصف`, `قبل يومين`, `لمدة سنة`.
    func duration(at index: Int) -> Reading? {
        switch kind(index) {
        case .lasting, .during, .since, .before, .after, .extent, .last:
            return led(at: index)
        case .number, .cardinal, .teen, .dualUnit, .fraction, .unit, .weekday, .pluralUnit:
            break
        default:
            return nil
        }
        if let span = plural(at: index) { return span }
        guard let amounts = amounts(at: index, isAlone: false) else { return nil }
        return length(amounts, first: index)
    }

    /// Whether it is a length at all: nobody writes of `0 سنة`, but tables and typing errors do.
    private func isSomething(_ amounts: [Amount]) -> Bool {
        amounts.contains { $0.halves > 0 || $0.decimal != nil }
    }

    private func length(_ amounts: [Amount], first: Int) -> Reading? {
        guard isSomething(amounts), let last = amounts.last, let value = text(amounts),
            let granularity = granularity(last.unit)
        else { return nil }
        var reading = Reading(.duration, value, granularity, first: first, next: last.next)
        if amounts.count == 1, last.unit == .day, last.halves % 2 == 0 {
            reading.days = last.halves / 2
        }
        return reading
    }

    /// A length behind the word that says what it is for.
    private func led(at index: Int) -> Reading? {
        switch kind(index) {
        case .lasting, .extent, .during:
            if let span = plural(at: index + 1) { return span }
            let isOver = kind(index) == .extent
            guard
                let amounts = amounts(
                    at: index + 1, isAlone: kind(index) == .lasting || isOver)
            else { return nil }
            return length(amounts, first: index + 1)
        case .last:
            guard let amounts = amounts(at: index + 1, isAlone: false) else { return nil }
            return counted(amounts, .previous, first: index, next: amounts[amounts.count - 1].next)
        case .since, .before, .after:
            guard let amounts = amounts(at: index + 1, isAlone: true), let last = amounts.last
            else { return nil }
            let isPast = kind(index) != .after
            // يوما بعد يوم
            guard isPast || kind(index - 1) != .unit || value(index - 1) != value(index + 1) else {
                return nil
            }
            let isOfSomething = kind(last.next) == .from
            let isNow = isOfSomething && kind(last.next + 1) == .now
            // بعد سنة is told of the past as often as of the future.
            let isTold = kind(index) == .after && !isNow && last.unit.rawValue >= 9
            if (isOfSomething && !isNow) || isTold { return length(amounts, first: index + 1) }
            guard var reading = shifted(amounts, isPast: isPast, first: index) else {
                return length(amounts, first: index + 1)
            }
            if isNow { reading.next = last.next + 2 }
            return reading
        default:
            return nil
        }
    }

    /// The day, month or year that lies the amounts before or after the anchor.
    private func shifted(_ amounts: [Amount], isPast: Bool, first: Int) -> Reading? {
        guard let anchor, let last = amounts.last else { return nil }
        var date: CivilDate? = anchor
        var smallest = TimeUnit.century
        for amount in amounts {
            guard amount.halves % 2 == 0, amount.decimal == nil, amount.unit.rawValue > 2 else {
                return nil
            }
            let count = amount.halves / 2 * (isPast ? -1 : 1)
            smallest = amount.unit.rawValue < smallest.rawValue ? amount.unit : smallest
            switch amount.unit {
            case .day: date = date?.adding(days: count)
            case .week: date = date?.adding(days: count * 7)
            case .month: date = date?.adding(months: count)
            case .year: date = date?.adding(months: count * 12)
            case .decade: date = date?.adding(months: count * 120)
            default: return nil
            }
        }
        guard let date else { return nil }
        let unit: CalendarUnit
        switch smallest {
        case .day, .week: unit = CalendarUnit(date)
        case .month: unit = .month(year: date.year, month: date.month)
        case .decade: unit = .decade(date.year / 10 * 10)
        default: unit = .year(date.year)
        }
        var reading = Reading(
            Point(unit, bare: resolver.unknown(smallest), first: first, next: last.next))
        reading.standalone = text(amounts)
        return reading
    }

    /// `الأشهر الثلاثة الماضية`, `اليومين المقبلين`, `3 أيام القادمة`.
    private func plural(at index: Int) -> Reading? {
        var amounts: [Amount]?
        if kind(index) == .pluralUnit, has(.definite, index),
            let unit = TimeUnit(rawValue: Int32(value(index)))
        {
            if kind(index + 1) == .number {
                amounts = [
                    Amount(halves: value(index + 1) * 2, unit: unit, next: index + 2)
                ]
            } else if let count = cardinal(at: index + 1) {
                amounts = [Amount(halves: count.value * 2, unit: unit, next: count.next)]
            }
        } else if kind(index) != .pluralUnit, kind(index) != .unit {
            amounts = self.amounts(at: index, isAlone: false)
        }
        guard let amounts, let last = amounts.last else { return nil }
        let direction: RawDate.Direction
        switch kind(last.next) {
        case .previous, .latest: direction = .previous
        case .upcoming: direction = .upcoming
        default: return nil
        }
        guard has(.definite, last.next) else { return nil }
        return counted(amounts, direction, first: index, next: last.next + 1)
    }

    /// A stretch that ends or begins at the anchor.
    private func counted(
        _ amounts: [Amount], _ direction: RawDate.Direction, first: Int, next: Int
    ) -> Reading? {
        guard var reading = length(amounts, first: first) else { return nil }
        reading.next = next
        guard let anchor, amounts.count == 1, amounts[0].halves % 2 == 0,
            amounts[0].decimal == nil, amounts[0].unit.rawValue > 2
        else { return reading }
        let count = amounts[0].halves / 2
        let isPast = direction == .previous
        let sign = isPast ? -1 : 1
        var end: CivilDate?
        switch amounts[0].unit {
        case .day: end = anchor.adding(days: count * sign)
        case .week: end = anchor.adding(days: count * 7 * sign)
        case .month: end = anchor.adding(months: count * sign)
        case .year: end = anchor.adding(months: count * 12 * sign)
        default: return reading
        }
        reading.from = isPast ? end : anchor.adding(days: 1)
        reading.to = isPast ? anchor.adding(days: -1) : end
        reading.isAnchored = true
        return reading
    }

    /// One or more amounts joined by و: `سنة وشهرين و21 يوما`.
    ///
    /// - Parameter isAlone: whether a lone unit is one of it, as after لمدة.
    private func amounts(at index: Int, isAlone: Bool) -> [Amount]? {
        guard let head = amount(at: index, isAlone: isAlone) else { return nil }
        var all = [head]
        while all.count < 6, let last = all.last {
            var next = last.next
            let isJoined = kind(next) == .and || has(.joined, next) || isMark(next, ",")
            guard isJoined else { break }
            if kind(next) == .and || isMark(next, ",") { next += 1 }
            guard
                var more = amount(
                    at: next, isAlone: has(.joined, next) || kind(last.next) == .and),
                !all.contains(where: { $0.unit == more.unit })
            else { break }
            // A word that goes on with a date is no amount: ويوم الجمعة.
            guard kind(more.next) != .weekday else { break }
            more.next = max(more.next, next + 1)
            all.append(more)
        }
        return all
    }

    private func amount(at index: Int, isAlone: Bool) -> Amount? {
        switch kind(index) {
        case .dualUnit:
            // العامان are two directors "general" more often than two years.
            guard let unit = TimeUnit(rawValue: Int32(value(index))),
                !has(.definite, index) || direction(at: index + 1) != nil
            else { return nil }
            return halved(Amount(halves: 4, unit: unit, next: index + 1))
        case .fraction:
            return fraction(at: index)
        case .unit:
            return lone(at: index, isAlone: isAlone)
        case .number:
            return digits(at: index)
        default:
            guard let count = cardinal(at: index), let unit = countable(at: count.next) else {
                return nil
            }
            return halved(Amount(halves: count.value * 2, unit: unit, next: count.next + 1))
        }
    }

    /// نصف سنة.
    private func fraction(at index: Int) -> Amount? {
        guard kind(index + 1) == .unit, !has(.definite, index + 1),
            let unit = TimeUnit(rawValue: Int32(value(index + 1)))
        else { return nil }
        if value(index) == 2 { return Amount(halves: 1, unit: unit, next: index + 2) }
        // A quarter or third of an hour is minutes.
        guard unit == .hour else { return nil }
        return Amount(halves: 120 / value(index), unit: .minute, next: index + 2)
    }

    /// One unit: يوم واحد, سنة كاملة, or alone where the words before make it a length.
    private func lone(at index: Int, isAlone: Bool) -> Amount? {
        guard let unit = TimeUnit(rawValue: Int32(value(index))) else { return nil }
        let isOne = kind(index + 1) == .cardinal && value(index + 1) == 1
        let isWhole = kind(index + 1) == .whole
        let half = halved(Amount(halves: 2, unit: unit, next: index + 1))
        if half.halves > 2, !has(.definite, index) { return half }
        if isOne || isWhole {
            guard !has(.definite, index) else { return nil }
            return halved(Amount(halves: 2, unit: unit, next: index + 2))
        }
        guard isAlone, kind(index + 1) != .number, kind(index + 1) != .weekday,
            kind(index + 1) != .dayShift, direction(at: index + 1) == nil,
            anyMonth(at: index + 1) == nil, !isSpelledYear(index),
            // قبل عقد الجلسة is before holding it, مرة ثانية a second time.
            (unit.rawValue > 0 && unit.rawValue < 10) || kind(index - 1) == .lasting,
            !(has(.definite, index) && kind(index - 1) != .lasting)
        else { return nil }
        return halved(Amount(halves: 2, unit: unit, next: index + 1))
    }

    private func isSpelledYear(_ index: Int) -> Bool {
        isUnit(index, .year) && rawYear(at: index) != nil
    }

    /// `25 عاما`, `3.5 سنوات`.
    private func digits(at index: Int) -> Amount? {
        if isMark(index + 1, "."), kind(index + 2) == .number, !has(.spaced, index + 2),
            tokens[index + 2].size <= 3, let unit = countable(at: index + 3)
        {
            let decimal = "\(value(index)).\(value(index + 2))"
            return Amount(halves: value(index) * 2, unit: unit, decimal: decimal, next: index + 4)
        }
        let isYear = tokens[index].size == 4 && (1900...2099).contains(value(index))
        let isTail = isMark(index - 1, ".,/:-'") && kind(index - 2) == .number
        guard tokens[index].size <= 6, !isYear, !isTail || has(.spaced, index),
            let unit = countable(at: index + 1)
        else { return nil }
        return halved(Amount(halves: value(index) * 2, unit: unit, next: index + 2))
    }

    /// A unit that a number can count.
    private func countable(at index: Int) -> TimeUnit? {
        guard kind(index) == .unit || kind(index) == .pluralUnit, !has(.joined, index),
            !has(.within, index), !has(.attributed, index),
            !(has(.definite, index) && kind(index) == .unit)
        else { return nil }
        // مئة عام 2014 names a year; 3 شهر مارس a day.
        if kind(index) == .unit, kind(index + 1) == .number || anyMonth(at: index + 1) != nil {
            return nil
        }
        return TimeUnit(rawValue: Int32(value(index)))
    }

    /// Adds `ونصف`.
    private func halved(_ amount: Amount) -> Amount {
        var amount = amount
        let index = kind(amount.next) == .and ? amount.next + 1 : amount.next
        if kind(index) == .fraction, value(index) == 2,
            has(.joined, index) || kind(amount.next) == .and, kind(index + 1) != .unit
        {
            amount.halves += 1
            amount.next = index + 1
        }
        return amount
    }

    private func granularity(_ unit: TimeUnit) -> TimeGranularity? {
        switch unit {
        case .second: .second
        case .minute: .minute
        case .hour: .hour
        case .day: .day
        case .week: .week
        case .month: .month
        case .year: .year
        case .decade: .decade
        case .century: .century
        case .quarter, .half, .season: nil
        }
    }

    /// The amounts as ISO 8601 writes a duration, largest unit first.
    private func text(_ amounts: [Amount]) -> String? {
        var date = ""
        var time = ""
        for amount in amounts.sorted(by: { $0.unit.rawValue > $1.unit.rawValue }) {
            let whole = amount.halves / 2
            let isHalf = amount.halves % 2 == 1
            let number = amount.decimal ?? (whole > 0 || !isHalf ? "\(whole)" : "")
            func part(_ letter: String, _ half: String) -> String {
                (number.isEmpty ? "" : number + letter) + (isHalf ? half : "")
            }
            switch amount.unit {
            case .century: date += "\(amount.halves * 50)Y"
            case .decade: date += "\(amount.halves * 5)Y"
            case .year: date += part("Y", "6M")
            case .month: date += part("M", "15D")
            case .week: date += isHalf ? "\(whole).5W" : part("W", "")
            case .day: date += part("D", "") + (isHalf ? "T12H" : "")
            case .hour: time += part("H", "30M")
            case .minute: time += part("M", "30S")
            case .second: time += isHalf ? "\(whole).5S" : part("S", "")
            case .quarter, .half, .season: return nil
            }
        }
        return "P" + date + (time.isEmpty ? "" : "T" + time)
    }
}
