extension Grammar {
    /// Every time expression of the text, in order, none inside another.
    func expressions() -> [TimeExpression] {
        var found: [TimeExpression] = []
        var event: Event?
        var index = 0
        while index < tokens.count {
            let rules = rules(at: index)
            guard !rules.isEmpty else {
                let kind = tokens[index].kind
                if kind == .closing || kind == .opening {
                    event = Event(isClosing: kind == .closing, token: index)
                }
                index += 1
                continue
            }
            var readings = readings(at: index, by: rules)
            if readings.isEmpty, kind(index + 1) == .ofIt, let last = found.last,
                let reading = ofSameMonth(index, as: last)
            {
                readings = [reading]
            }
            for var reading in readings {
                place(&reading, by: &event)
                found.append(expression(reading))
            }
            index = max(index + 1, readings.last?.next ?? 0)
        }
        return found
    }

    /// `12 منه`: a day of the month that the expression before is in.
    private func ofSameMonth(_ index: Int, as last: TimeExpression) -> Reading? {
        guard kind(index) == .number, let month = last.to,
            last.granularity == .day || last.granularity == .month,
            let day = CivilDate(year: month.year, month: month.month, day: value(index))
        else { return nil }
        let bare = CalendarUnit.day(
            year: last.anchored ? nil : month.year, month: month.month, day: value(index))
        return Reading(Point(CalendarUnit(day), bare: bare, first: index, next: index + 1))
    }

    /// Something that opened or closed on a day.
    private struct Event {
        let isClosing: Bool
        let token: Int
        var day: CivilDate?
        var isAnchored = false
    }

    /// Gives a length its days, when the text told shortly before that the thing closed or opened on
    /// a day: `اختتمت اليوم الجمعة … على مدى يومين` is Thursday and Friday.
    private func place(_ reading: inout Reading, by event: inout Event?) {
        guard let known = event, reading.first - known.token < 60 else { return }
        if known.day == nil, reading.type != .duration {
            guard reading.first - known.token <= 3, let day = reading.from, day == reading.to else {
                event = nil
                return
            }
            event?.day = day
            event?.isAnchored = reading.isAnchored
        } else if let day = known.day, let days = reading.days, (2...60).contains(days),
            kind(reading.first - 1) == .extent
        {
            let other = day.adding(days: known.isClosing ? 1 - days : days - 1)
            reading.from = known.isClosing ? other : day
            reading.to = known.isClosing ? day : other
            reading.isAnchored = known.isAnchored
        }
    }

    private func expression(_ reading: Reading) -> TimeExpression {
        TimeExpression(
            start: Int(tokens[reading.first].start), end: Int(tokens[reading.next - 1].end),
            type: reading.type, value: reading.value, from: reading.from, to: reading.to,
            mod: reading.mod, granularity: reading.granularity, anchored: reading.isAnchored,
            standalone: reading.standalone == reading.value ? nil : reading.standalone,
            monthFirst: reading.monthFirst)
    }

    /// The rules to try at `index`: none where a token that says something of time only beside another
    /// of its kind stands beside none.
    @inline(__always)
    private func rules(at index: Int) -> GrammarRules {
        let token = tokens[index]
        let rules = GrammarRules(startingWith: token.kind)
        guard !rules.isEmpty, isAlone(index) else { return rules }
        return switch token.kind {
        case .month, .weakMonth, .hijriMonth, .weakHijriMonth, .weekday, .dualUnit, .dayShift,
            .decade, .setAdverb:
            rules
        case .number where token.size == 4: rules
        // اليوم and الليلة
        case .unit, .dayPart: token.traits.contains(.definite) ? rules : []
        default: []
        }
    }

    /// What starts at `index`: nothing, one expression, or the days of a list.
    private func readings(at index: Int, by rules: GrammarRules) -> [Reading] {
        if rules.contains(.set), let set = set(at: index) { return [set] }
        if rules.contains(.partOfDay), let timed = partOfDay(at: index) { return [timed] }
        if rules.contains(.range), let range = range(at: index) { return range }
        if rules.contains(.point), let timed = timed(at: index) { return [timed] }
        if rules.contains(.duration), let duration = duration(at: index) { return [duration] }
        if rules.contains(.clock), let clock = loneClock(at: index) { return [clock] }
        return []
    }

    /// A point, with a part of the day or a time behind it.
    private func timed(at index: Int) -> Reading? {
        guard let point = point(at: index) else { return nil }
        guard point.isDay else { return Reading(point) }
        var next = point.next
        if let clock = clockAfterDate(at: next), clock.isCertain || clock.hasMinutes {
            return Reading(point, clock: clock)
        }
        if kind(next) == .inside { next += 1 }
        if kind(next) == .dayPart, kind(next + 1) != .weekday,
            tokens[next].size == 1 || (next > point.next && has(.definite, next)),
            let part = DayPart(rawValue: Int32(value(next)))
        {
            var reading = Reading(point, part: part.code)
            reading.next = next + 1
            return reading
        }
        return Reading(point)
    }

    /// `صباح اليوم`, `مساء أمس الخميس`, `ليلة الجمعة`, `بعد ظهر الاثنين`, `الليلة`.
    private func partOfDay(at index: Int) -> Reading? {
        if kind(index) == .this, kind(index + 1) == .dayPart, has(.definite, index + 1),
            let part = DayPart(rawValue: Int32(value(index + 1)))
        {
            return today(part, shift: 0, first: index, next: index + 2)
        }
        let isAfter = kind(index) == .after || kind(index) == .before
        let word = isAfter ? index + 1 : index
        guard kind(word) == .dayPart, var part = DayPart(rawValue: Int32(value(word))) else {
            return nil
        }
        if isAfter, part != .noon { return nil }
        if isAfter { part = kind(index) == .after ? .afternoon : .morning }
        if has(.definite, word) {
            // الليلة is tonight, الليلة الماضية the one before.
            guard part == .night, !isAfter, tokens[word].end - tokens[word].start >= 6 else {
                return nil
            }
            let direction = direction(at: word + 1)
            guard direction != .upcoming else { return nil }
            return today(
                .night, shift: direction == .previous ? -1 : 0, first: word,
                next: direction == nil ? word + 1 : word + 2)
        }
        guard let point = point(at: word + 1), point.isDay, point.mod == nil else { return nil }
        var timedPoint = point
        timedPoint.first = index
        if part == .night, case .weekday(let day) = point.bare {
            // ليلة السبت الأحد, the night between them.
            let second = skippingMark("-/", point.next)
            if kind(second) == .weekday, value(second) == day % 7 + 1 {
                timedPoint.next = second + 1
                return Reading(timedPoint, part: part.code)
            }
        }
        if let clock = clockAfterDate(at: point.next), clock.isCertain {
            return Reading(timedPoint, clock: clock)
        }
        return Reading(timedPoint, part: part.code)
    }

    private func today(_ part: DayPart, shift: Int, first: Int, next: Int) -> Reading {
        let unit = resolver.shifted(.day, by: shift) ?? .someDay
        return Reading(
            Point(unit, bare: .someDay, first: first, next: next), part: part.code)
    }

    /// A time of day without its day: only with الساعة or a part of the day, so that a score or a
    /// verse is none; with the day behind it, that day's.
    private func loneClock(at index: Int) -> Reading? {
        guard let clock = clock(at: index), isUnit(index, .hour) || clock.isCertain else {
            return nil
        }
        let isNamed = isUnit(index, .hour)
        guard isNamed || clock.isHalfNamed(in: self) else { return nil }
        var next = clock.next
        if kind(next) == .from || kind(next) == .inside { next += 1 }
        next = skippingMark(",", next)
        if let point = point(at: next), point.isDay, point.mod == nil {
            var timedPoint = point
            timedPoint.first = index
            var timedClock = clock
            timedClock.next = point.next
            return Reading(timedPoint, clock: timedClock)
        }
        let granularity: TimeGranularity = clock.hasMinutes ? .minute : .hour
        return Reading(.time, clock.text, granularity, first: index, next: clock.next)
    }
}

extension Grammar.Clock {
    /// Whether the last word read is a half of the day or a zone.
    fileprivate func isHalfNamed(in grammar: Grammar) -> Bool {
        switch grammar.kind(next - 1) {
        case .dayPart, .zone, .latinHalf, .letter: true
        default: false
        }
    }
}
