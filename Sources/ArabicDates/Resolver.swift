/// Turns dates without their year, and relative words, into days, from an anchor.
struct Resolver {
    let anchor: CivilDate?

    /// The calendar unit of `raw`, resolved and as written.
    func point(_ raw: RawDate) -> Point? {
        if raw.isHijri { return hijriPoint(raw) }
        let bare = unit(raw, year: raw.year)
        guard let bare else { return nil }
        if raw.year != nil { return made(bare, bare, raw) }
        guard let year = year(of: raw), let resolved = unit(raw, year: year) else {
            return made(bare, bare, raw)
        }
        return made(resolved, bare, raw)
    }

    private func made(_ unit: CalendarUnit, _ bare: CalendarUnit, _ raw: RawDate) -> Point {
        var point = Point(unit, bare: bare, first: raw.first, next: raw.next)
        point.monthFirst = raw.monthFirst
        return point
    }

    private func unit(_ raw: RawDate, year: Int?) -> CalendarUnit? {
        guard let month = raw.month else { return .year(year) }
        guard let day = raw.day else { return .month(year: year, month: month) }
        // 29 February is possible in some year, 31 February never.
        guard CivilDate(year: year ?? 2000, month: month, day: day) != nil else { return nil }
        return .day(year: year, month: month, day: day)
    }

    /// The year of a month or day that has none.
    private func year(of raw: RawDate) -> Int? {
        guard let anchor else { return nil }
        if let shift = raw.yearShift { return anchor.year + shift }
        guard let month = raw.month else { return nil }
        if let day = raw.day { return year(month: month, day: day, raw, anchor) }
        switch raw.direction {
        case .previous: return month < anchor.month ? anchor.year : anchor.year - 1
        case .upcoming: return month > anchor.month ? anchor.year : anchor.year + 1
        case .ahead: return month >= anchor.month ? anchor.year : anchor.year + 1
        case .current, .nearest:
            let distance = month - anchor.month
            return distance > 6 ? anchor.year - 1 : distance < -6 ? anchor.year + 1 : anchor.year
        }
    }

    private func year(month: Int, day: Int, _ raw: RawDate, _ anchor: CivilDate) -> Int? {
        let reach = raw.weekday == nil || raw.direction != .nearest ? 1 : 3
        let all = (anchor.year - reach...anchor.year + reach).compactMap {
            CivilDate(year: $0, month: month, day: day)
        }
        // A weekday beside the day chooses the year, if it agrees with any.
        let agreeing = all.filter { raw.weekday == nil || $0.weekday == raw.weekday }
        let candidates = agreeing.isEmpty ? all : agreeing
        func distance(_ date: CivilDate) -> Int { abs(date.dayNumber - anchor.dayNumber) }
        switch raw.direction {
        case .previous: return candidates.filter { $0 < anchor }.max()?.year
        case .upcoming: return candidates.filter { $0 > anchor }.min()?.year
        // A text may appear a few days after what it announces.
        case .ahead: return candidates.filter { $0.dayNumber >= anchor.dayNumber - 10 }.min()?.year
        case .current, .nearest: return candidates.min { distance($0) < distance($1) }?.year
        }
    }

    /// A Hijri day or month as Gregorian days.
    private func hijriPoint(_ raw: RawDate) -> Point? {
        guard let month = raw.month else {
            guard let year = raw.year,
                let first = IslamicCalendar.civilDate(year: year, month: 1, day: 1),
                let last = IslamicCalendar.civilDate(year: year + 1, month: 1, day: 1)?
                    .adding(days: -1)
            else { return nil }
            return made(.span(first, last), .span(first, last), raw)
        }
        if let year = raw.year {
            guard let unit = hijriUnit(year, month, raw.day) ?? hijriInGregorian(year, month, raw)
            else { return nil }
            return made(unit, unit, raw)
        }
        guard let anchor else { return nil }
        // Thirty-three Islamic years are thirty-two of the sun.
        let near = (anchor.year - 622) * 33 / 32
        let all = (near - 2...near + 3).compactMap { hijriUnit($0, month, raw.day) }
        let chosen: CalendarUnit?
        switch raw.direction {
        case .previous:
            chosen = all.last { ($0.interval?.to ?? anchor) < anchor }
        case .upcoming:
            chosen = all.first { ($0.interval?.from ?? anchor) > anchor }
        case .ahead:
            chosen = all.first { ($0.interval?.to ?? anchor) >= anchor }
        case .current, .nearest:
            chosen = all.min { distance($0, anchor) < distance($1, anchor) }
        }
        return chosen.map { made($0, .someDay, raw) }
    }

    private func distance(_ unit: CalendarUnit, _ anchor: CivilDate) -> Int {
        guard let interval = unit.interval else { return .max }
        if anchor < interval.from { return interval.from.dayNumber - anchor.dayNumber }
        return anchor > interval.to ? anchor.dayNumber - interval.to.dayNumber : 0
    }

    private func hijriUnit(_ year: Int, _ month: Int, _ day: Int?) -> CalendarUnit? {
        guard let first = IslamicCalendar.civilDate(year: year, month: month, day: day ?? 1) else {
            return nil
        }
        guard day == nil else { return CalendarUnit(first) }
        let length = IslamicCalendar.days(inMonth: month, of: year)
        return first.adding(days: length - 1).map { .span(first, $0) }
    }

    /// رمضان 2014: the Islamic month that begins in that Gregorian year.
    private func hijriInGregorian(_ year: Int, _ month: Int, _ raw: RawDate) -> CalendarUnit? {
        guard year > 1880 else { return nil }
        let guess = (year - 622) * 365 / 354
        return (guess - 1...guess + 2).lazy.compactMap { hijriUnit($0, month, raw.day) }
            .first { $0.interval?.from.year == year }
    }
}

extension Resolver {
    /// The day of the week that words like الأحد المقبل mean.
    ///
    /// Without a direction it is the nearest such day not after the anchor: news tells what
    /// happened.
    func weekday(_ day: Int, _ direction: RawDate.Direction) -> CivilDate? {
        guard let anchor else { return nil }
        let back = (anchor.weekday - day + 7) % 7
        switch direction {
        case .nearest: return anchor.adding(days: -back)
        case .previous: return anchor.adding(days: back == 0 ? -7 : -back)
        case .upcoming: return anchor.adding(days: 7 - back)
        case .current: return anchor.adding(days: day - anchor.weekday)
        case .ahead: return anchor.adding(days: back == 0 ? 0 : 7 - back)
        }
    }

    /// A unit counted from the anchor: the week before is -1.
    func shifted(_ unit: TimeUnit, by count: Int) -> CalendarUnit? {
        guard let anchor else { return nil }
        switch unit {
        case .second, .minute, .hour, .season: return nil
        case .day: return anchor.adding(days: count).map(CalendarUnit.init)
        case .week: return anchor.monday?.adding(days: count * 7).map { .week($0) }
        case .month:
            return anchor.adding(months: count).map { .month(year: $0.year, month: $0.month) }
        case .quarter:
            return anchor.adding(months: count * 3).map {
                .quarter(year: $0.year, number: ($0.month + 2) / 3)
            }
        case .half:
            return anchor.adding(months: count * 6).map {
                .half(year: $0.year, number: ($0.month + 5) / 6)
            }
        case .year: return .year(anchor.year + count)
        case .decade: return .decade((anchor.year / 10 + count) * 10)
        case .century: return .century((anchor.year / 100 + count) * 100)
        }
    }

    /// What a unit of unknown place is called.
    func unknown(_ unit: TimeUnit) -> CalendarUnit {
        switch unit {
        case .week: .week(nil)
        case .day, .second, .minute, .hour: .someDay
        default: .year(nil)
        }
    }
}
