/// A day of the proleptic Gregorian calendar.
///
/// Only days that exist can be made. A date has no time zone: it is the day a text names.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, 1 to 31.
    public let day: Int

    /// Makes a date, or `nil` when there is no such day (31 February) or the year is not 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Makes the date that lies `dayNumber` days after 1 January 1970.
    ///
    /// `nil` outside the years 1 to 9999.
    public init?(dayNumber: Int) {
        guard (-800_000...3_000_000).contains(dayNumber) else { return nil }
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, so
        // that the leap day is the last of its year.
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.init(year: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Days since 1 January 1970, negative before.
    public var dayNumber: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day of the week as ISO 8601 counts it: 1 is Monday, 7 is Sunday.
    public var weekday: Int {
        let remainder = (dayNumber + 3) % 7
        return (remainder < 0 ? remainder + 7 : remainder) + 1
    }

    /// The date `count` days later, or earlier when negative; `nil` outside the years 1 to 9999.
    public func adding(days count: Int) -> CivilDate? {
        guard abs(count) < 4_000_000 else { return nil }
        return CivilDate(dayNumber: dayNumber + count)
    }

    /// The date `count` months later; a day the month lacks becomes its last (31 January and one
    /// month is 28 February).
    public func adding(months count: Int) -> CivilDate? {
        guard abs(count) < 120_000 else { return nil }
        let months = year * 12 + month - 1 + count
        guard months >= 12 else { return nil }
        let (newYear, newMonth) = (months / 12, months % 12 + 1)
        let newDay = min(day, CivilDate.days(inMonth: newMonth, of: newYear))
        return CivilDate(year: newYear, month: newMonth, day: newDay)
    }

    /// How many days a month has.
    ///
    /// - Parameters:
    ///   - month: 1 to 12; any other month has no days.
    ///   - year: decides the length of February.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: 31
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 0
        }
    }

    /// Whether `left` is the earlier day.
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CivilDate: CustomStringConvertible {
    /// The date as ISO 8601 writes it: `2014-03-08`.
    public var description: String {
        isoDate(year, month, day, parts: 3)
    }
}

/// `number` in ASCII digits, with zeros in front up to `width`.
func padded(_ number: Int, to width: Int) -> String {
    var digits = String(number)
    while digits.utf8.count < width { digits = "0" + digits }
    return digits
}

/// The first `parts` of a year, month and day as ISO 8601 writes them, `X` for every digit of one that
/// is not known: `2014-03-08`, `XXXX-03`.
func isoDate(_ year: Int?, _ month: Int? = nil, _ day: Int? = nil, parts: Int) -> String {
    // Written at once: sums of short strings cost four times as much. A date has ten bytes.
    String(unsafeUninitializedCapacity: 10) { bytes in
        func write(_ number: Int?, at place: Int, digits: Int) {
            var rest = number ?? 0
            for digit in (place..<place + digits).reversed() {
                let ascii = number == nil ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(rest % 10)
                bytes.initializeElement(at: digit, to: ascii)
                rest /= 10
            }
        }
        let known = year.flatMap { (0...9999).contains($0) ? $0 : nil }
        write(known, at: 0, digits: 4)
        for part in 1..<parts {
            bytes.initializeElement(at: part * 3 + 1, to: UInt8(ascii: "-"))
            write(part == 1 ? month : day, at: part * 3 + 2, digits: 2)
        }
        return parts * 3 + 1
    }
}
