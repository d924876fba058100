extension Grammar {
    /// A time of day.
    struct Clock: Hashable {
        var hour: Int
        var minute = 0
        var second: Int?
        var offsetSeconds: Int?
        /// Whether the text says which half of the day it is, or counts to 24.
        var isCertain = false
        /// Whether minutes are written.
        var hasMinutes = false
        var next: Int
    }

    /// A time of day behind a date, with what joins the two: `- 10:35`, `، على الساعة 20:26 ت م`.
    func clockAfterDate(at index: Int) -> Clock? {
        var next = skippingMark(",-|/(", index)
        next = skippingMark("-|", next)
        if [.inside, .upon, .about, .latinLink].contains(kind(next)) { next += 1 }
        // 2014-03-08T10:35
        if kind(next) == .letter, value(next) == 9, !has(.spaced, next) { next += 1 }
        return clock(at: next)
    }

    /// A time of day before a date (`10:35 - 12 مارس 2014`).
    func clockBeforeDate(endingAt index: Int) -> (clock: Clock, first: Int)? {
        for first in stride(from: index - 1, through: max(0, index - 10), by: -1) {
            guard kind(first) != .stop else { return nil }
            guard let clock = clock(at: first) else { continue }
            let joint = skippingMark(",-|/", clock.next)
            let start = isUnit(first - 1, .hour) ? first - 1 : first
            let day = isUnit(joint, .day) ? joint + 1 : joint
            if joint == index || day == index { return (clock, start) }
        }
        return nil
    }

    /// `10:35`, `الساعة 20:26 ت م`, `الساعة العاشرة صباحا`, `20h30`, `الثالثة والنصف زوالا`.
    func clock(at index: Int) -> Clock? {
        let isNamed = isUnit(index, .hour) && has(.definite, index)
        var next = isNamed ? index + 1 : index
        if isNamed, kind(next) == .about { next += 1 }
        guard var clock = digital(at: next, isNamed: isNamed) ?? spoken(at: next, isNamed: isNamed)
        else { return nil }
        applyHalf(&clock)
        guard clock.hour < 24,
            isNamed || clock.isCertain || (clock.hasMinutes && kind(index) == .number)
        else { return nil }
        readZone(&clock)
        return clock
    }

    private func digital(at index: Int, isNamed: Bool) -> Clock? {
        guard kind(index) == .number, tokens[index].size <= 2, value(index) <= 24 else {
            return nil
        }
        var clock = Clock(hour: value(index), next: index + 1)
        let isColon = isMark(index + 1, ":") || (isMark(index + 1, ".") && isNamed)
        let isLetter =
            kind(index + 1) == .letter && (value(index + 1) == 7 || value(index + 1) == 5)
        if isColon || isLetter, kind(index + 2) == .number, tokens[index + 2].size == 2,
            value(index + 2) < 60, !has(.spaced, index + 2) || isColon
        {
            clock.minute = value(index + 2)
            clock.hasMinutes = true
            clock.next = index + 3
            clock.isCertain = clock.hour > 12 || clock.hour == 0
            if isMark(index + 3, ":"), kind(index + 4) == .number, value(index + 4) < 60 {
                clock.second = value(index + 4)
                clock.next = index + 5
            }
            if kind(clock.next) == .letter, value(clock.next) == 6 { clock.next += 1 }
        } else if isLetter {
            clock.next = index + 2
            clock.hasMinutes = true
        } else if isMark(index + 1, "/%:") {
            return nil
        } else if isNamed {
            addMinutes(&clock)
        }
        return clock
    }

    /// An hour in words; the ordinals are feminine (`الثالثة`), and only `الساعة` or a part of the
    /// day makes one a time.
    private func spoken(at index: Int, isNamed: Bool) -> Clock? {
        var hour: Count?
        if kind(index) == .cardinal, value(index) == 1, has(.definite, index) {
            hour = Count(value: 1, next: index + 1)
        } else if kind(index) == .cardinal {
            hour = isNamed && kind(index + 1) == .cardinal ? nil : cardinal(at: index)
            if isNamed, kind(index) == .cardinal, value(index) < 13 {
                hour =
                    kind(index + 1) == .teen
                    ? cardinal(at: index) : Count(value: value(index), next: index + 1)
            }
        } else if kind(index) == .weekday {
            return nil
        } else {
            hour = hourOrdinal(at: index)
        }
        guard let hour, (1...12).contains(hour.value) else { return nil }
        if kind(index) == .cardinal, !isNamed, !has(.definite, index) { return nil }
        var clock = Clock(hour: hour.value, next: hour.next)
        addMinutes(&clock)
        return clock
    }

    /// The ordinal of an hour: not joined to tens, which are its minutes (`الثالثة وعشرين دقيقة`).
    private func hourOrdinal(at index: Int) -> Count? {
        let isFeminine =
            (kind(index) == .ordinal || kind(index) == .first) && tokens[index].size == 1
        let isSecond = kind(index) == .unit && value(index) == 0
        guard has(.definite, index), isFeminine || isSecond else { return nil }
        if kind(index + 1) == .cardinal, has(.joined, index + 1) {
            return Count(value: value(index) == 0 ? 2 : value(index), next: index + 1)
        }
        return ordinal(at: index)
    }

    /// `والنصف`, `و 18 دقيقة`, `إلا ربعا`.
    private func addMinutes(_ clock: inout Clock) {
        var index = clock.next
        let isLess = kind(index) == .except
        guard isLess || kind(index) == .and || has(.joined, index) else { return }
        if isLess || kind(index) == .and { index += 1 }
        var minutes: Int?
        if kind(index) == .fraction {
            minutes = 60 / value(index)
            index += 1
        } else if kind(index) == .number || kind(index) == .cardinal {
            let count =
                kind(index) == .number
                ? Count(value: value(index), next: index + 1) : cardinal(at: index)
            guard let count, count.value < 60 else { return }
            let isMinutes =
                (kind(count.next) == .unit || kind(count.next) == .pluralUnit)
                && value(count.next) == 1
            guard isMinutes || (kind(index) == .cardinal && count.value >= 5) else { return }
            minutes = count.value
            index = isMinutes ? count.next + 1 : count.next
        }
        guard let minutes else { return }
        clock.minute = isLess ? 60 - minutes : minutes
        if isLess { clock.hour = clock.hour == 1 ? 12 : clock.hour - 1 }
        clock.hasMinutes = true
        clock.next = index
    }

    /// Reads صباحا, مساء, `ص`, `م`, `بعد الظهر`, PM and moves the hour.
    private func applyHalf(_ clock: inout Clock) {
        var index = clock.next
        if kind(index) == .inside || kind(index) == .this { index += 1 }
        if kind(index) == .this { index += 1 }
        // الواحدة من صباح السبت
        if kind(index) == .from, kind(index + 1) == .dayPart { index += 1 }
        let isBefore = kind(index) == .before
        if isBefore || kind(index) == .after { index += 1 }
        var part: DayPart?
        switch kind(index) {
        case .dayPart: part = DayPart(rawValue: Int32(value(index)))
        case .letter where index == clock.next && value(index) == 1: part = .evening
        case .letter where index == clock.next && value(index) == 2: part = .morning
        case .latinHalf: part = value(index) == 1 ? .morning : .evening
        default: return
        }
        // ت م and م of a year are no half of the day.
        guard let part, clock.hour <= 12 || kind(index) != .letter else { return }
        clock.next = index + 1
        clock.isCertain = true
        guard clock.hour <= 12 else { return }
        switch part {
        case .dawn, .morning: if clock.hour == 12 { clock.hour = 0 }
        case .noon:
            // الثانية عشرة ظهرا is noon, الثالثة زوالا three in the afternoon, 11 قبل الظهر stays.
            if clock.hour < 10, !isBefore { clock.hour += 12 }
        case .afternoon, .evening: if clock.hour < 12 { clock.hour += 12 }
        case .night:
            if clock.hour == 12 { clock.hour = 0 } else if clock.hour > 5 { clock.hour += 12 }
        }
    }

    /// `ت غ`, `GMT`, `بتوقيت غرينتش`, `+01:00`.
    ///
    /// `ت م` after a time is read and passed over: agencies use it for Mecca's time and for the mean
    /// time of Greenwich, so it gives no offset.
    private func readZone(_ clock: inout Clock) {
        var index = skippingMark("(", clock.next)
        let isOpen = index > clock.next
        if kind(index) == .zoneWord { index += 1 }
        if kind(index) == .zone {
            clock.offsetSeconds = value(index) * 60
            index += 1
            if let shift = numericOffset(at: index) {
                clock.offsetSeconds = value(index - 1) * 60 + shift.value
                index = shift.next
            }
        } else if !has(.spaced, index), let shift = numericOffset(at: index) {
            clock.offsetSeconds = shift.value
            index = shift.next
        } else if kind(index) == .letter, value(index) == 3 {
            let letter = skippingMark(".", index + 1)
            guard kind(letter) == .letter, value(letter) == 1 || value(letter) == 4 else { return }
            if value(letter) == 4 { clock.offsetSeconds = 0 }
            index = letter + 1
        } else {
            return
        }
        if isOpen { index = skippingMark(")", index) }
        clock.next = index
    }

    /// `+01:00`, `+1` behind a time or a zone, in seconds.
    private func numericOffset(at index: Int) -> Count? {
        guard isMark(index, "+-"), kind(index + 1) == .number, !has(.spaced, index + 1),
            tokens[index + 1].size <= 2 || tokens[index + 1].size == 4
        else { return nil }
        var hours = value(index + 1)
        var minutes = 0
        var next = index + 2
        if tokens[index + 1].size == 4 {
            (hours, minutes) = (hours / 100, hours % 100)
        } else if isMark(next, ":"), kind(next + 1) == .number, tokens[next + 1].size == 2 {
            minutes = value(next + 1)
            next += 2
        }
        // 18:42-07 مارس goes on with a day.
        let isFull = next > index + 2 || tokens[index + 1].size == 4
        guard hours <= 14, minutes < 60, isMark(index, "+") || isFull else { return nil }
        let seconds = (hours * 60 + minutes) * 60
        return Count(value: isMark(index, "-") ? -seconds : seconds, next: next)
    }
}
