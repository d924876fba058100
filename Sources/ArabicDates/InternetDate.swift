/// Dates as machines write them: ISO 8601 and RFC 3339 (JSON-LD, `<meta>`, Atom), RFC 2822 and
/// RFC 822 (RSS `pubDate`, HTTP headers).
public enum InternetDate {
    /// Reads all of `text`, apart from white space around it.
    ///
    /// `nil` when it is anything else, or names no day: `2014` and `2014-03` are refused rather than
    /// given a first of January. `:60` (a leap second) becomes `:59`, `24:00` the next midnight.
    public static func parse(_ text: Span<UInt8>) -> Instant? {
        var bytes: [UInt8] = []
        // The longest legal form is under 64 bytes; hostile input is not copied.
        guard text.count <= 128 else { return nil }
        for index in text.indices { bytes.append(text[index]) }
        return parse(bytes)
    }

    /// Reads all of `text`, as above.
    public static func parse(_ text: String) -> Instant? {
        text.utf8.count <= 128 ? parse(Array(text.utf8)) : nil
    }

    private static func parse(_ bytes: [UInt8]) -> Instant? {
        var iso = InternetDateReader(bytes)
        if let instant = iso.readISO8601() { return instant }
        var mail = InternetDateReader(bytes)
        return mail.readRFC2822()
    }
}

/// Reads one machine date from left to right.
private struct InternetDateReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func skipSpaces() {
        while index < bytes.count, bytes[index] == 0x20 || (9...13).contains(bytes[index]) {
            index += 1
        }
    }

    /// A number of `digits` digits.
    private mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        var (value, count) = (0, 0)
        while count < digits.upperBound, (0x30...0x39).contains(next) {
            value = value * 10 + Int(next - 0x30)
            index += 1
            count += 1
        }
        return digits.contains(count) ? value : nil
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    mutating func readISO8601() -> Instant? {
        skipSpaces()
        guard let year = number(4...4) else { return nil }
        let isExtended = skip(UInt8(ascii: "-"))
        // Some sites leave out the zeros.
        let digits = isExtended ? 1...2 : 2...2
        guard let month = number(digits), !isExtended || skip(UInt8(ascii: "-")),
            let day = number(digits), let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        guard skip(UInt8(ascii: "T")) || skip(UInt8(ascii: "t")) || isTimeAfterSpace else {
            skipSpaces()
            return index == bytes.count
                ? Instant(date: date, secondOfDay: nil, utcOffsetSeconds: nil) : nil
        }
        skipSpaces()
        guard let second = time() else { return nil }
        skipSpaces()
        let offset = zone()
        skipSpaces()
        return index == bytes.count ? instant(date, second, offset) : nil
    }

    private var isTimeAfterSpace: Bool {
        next == 0x20 && index + 1 < bytes.count && isDigit(bytes[index + 1])
    }

    mutating func readRFC2822() -> Instant? {
        skipSpaces()
        if !isDigit(next) {
            _ = letters()
            _ = skip(UInt8(ascii: ","))
            skipSpaces()
        }
        guard let day = number(1...2) else { return nil }
        skipSeparator()
        guard let month = Self.months[letters().prefix(3).lowercased()] else { return nil }
        skipSeparator()
        let yearStart = index
        guard var year = number(2...4) else { return nil }
        // RFC 2822, 4.3: two digits below 50 are 20xx, other two and three digits are 19xx.
        if index - yearStart < 4 { year += index - yearStart == 2 && year < 50 ? 2000 : 1900 }
        guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
        skipSpaces()
        if index == bytes.count {
            return Instant(date: date, secondOfDay: nil, utcOffsetSeconds: nil)
        }
        guard let second = time() else { return nil }
        skipSpaces()
        let offset = zone()
        skipSpaces()
        if next == UInt8(ascii: "(") { index = bytes.count }
        return index == bytes.count ? instant(date, second, offset) : nil
    }

    private mutating func skipSeparator() {
        skipSpaces()
        _ = skip(UInt8(ascii: "-"))
        skipSpaces()
    }

    private mutating func letters() -> String {
        let start = index
        while (0x41...0x5A).contains(next) || (0x61...0x7A).contains(next) { index += 1 }
        _ = skip(UInt8(ascii: "."))
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// `hh:mm`, `hh:mm:ss`, `hh:mm:ss.fraction` or the same without colons, as a second of the day
    /// up to 86,400.
    private mutating func time() -> Int? {
        guard let hour = number(1...2) else { return nil }
        let isExtended = skip(UInt8(ascii: ":"))
        guard let minute = number(2...2) else { return nil }
        var second = 0
        if isExtended ? skip(UInt8(ascii: ":")) : isDigit(next) {
            guard let value = number(2...2) else { return nil }
            second = min(value, value == 60 ? 59 : value)
        }
        if skip(UInt8(ascii: ".")) || skip(UInt8(ascii: ",")) {
            guard isDigit(next) else { return nil }
            while isDigit(next) { index += 1 }
        }
        let isMidnightAtEnd = hour == 24 && minute == 0 && second == 0
        guard hour < 24 || isMidnightAtEnd, minute < 60, second < 60 else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// `Z`, `+01:00`, `+0100`, `+01`, `GMT`, `EST`; `nil` when there is none. What is left unread
    /// makes the whole date fail.
    private mutating func zone() -> Int? {
        let sign = next
        if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            index += 1
            let hours = number(2...2)
            _ = skip(UInt8(ascii: ":"))
            let minutes = isDigit(next) ? number(2...2) : 0
            guard let hours, let minutes, hours < 24, minutes < 60 else {
                index = bytes.count + 1
                return nil
            }
            return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -60 : 60)
        }
        let start = index
        if let offset = Self.zones[letters().uppercased()] { return offset }
        index = start
        return nil
    }

    private func instant(_ date: CivilDate, _ second: Int, _ offset: Int?) -> Instant? {
        guard second < 86_400 else {
            guard let tomorrow = date.adding(days: 1) else { return nil }
            return Instant(date: tomorrow, secondOfDay: 0, utcOffsetSeconds: offset)
        }
        return Instant(date: date, secondOfDay: second, utcOffsetSeconds: offset)
    }

    private static let months: [String: Int] = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
        "oct": 10, "nov": 11, "dec": 12,
    ]

    /// The names of RFC 2822, 4.3; the military letters mean nothing there, except Z.
    private static let zones: [String: Int] = [
        "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "EST": -18_000, "EDT": -14_400, "CST": -21_600,
        "CDT": -18_000, "MST": -25_200, "MDT": -21_600, "PST": -28_800, "PDT": -25_200,
    ]
}
