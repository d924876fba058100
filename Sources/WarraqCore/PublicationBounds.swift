internal import ArabicDates
internal import ArabicText
internal import NewsEnrichment

/// Between which days a text was published that does not say so: in the month that it calls the running
/// one, and not after what it announces.
struct PublicationBounds: Hashable {
    /// The month.
    let month: Int
    /// The first day of what is announced for that month; `nil` for nothing.
    let announcedDay: Int?

    /// The bounds that the times of a text give; `nil` if none is of the running month, or two are of
    /// different ones.
    ///
    /// - Parameters:
    ///   - times: Words and value of each.
    ///   - announced: The values of events that are still to come.
    init?(times: [(text: String, value: String)], announced: [String]) {
        var month: Int?
        var day: Int?
        for time in times where Self.isOfRunningMonth(time.text) {
            guard let last = MonthDay(time.value.split(separator: "/").last ?? "") else { continue }
            guard month == nil || month == last.month else { return nil }
            month = last.month
            guard announced.contains(time.value),
                let first = MonthDay(time.value.split(separator: "/").first ?? ""),
                first.month == last.month, let firstDay = first.day
            else { continue }
            day = min(day ?? firstDay, firstDay)
        }
        guard let month else { return nil }
        self.month = month
        announcedDay = day
    }

    /// The bounds as they are without a year.
    var standalone: String {
        let last = announcedDay ?? CivilDate.days(inMonth: month, of: 2000)
        return "XXXX-\(Self.digits(month))-01/XXXX-\(Self.digits(month))-\(Self.digits(last))"
    }

    /// The bounds in a year.
    func days(of year: Int) -> (first: CivilDate, last: CivilDate)? {
        guard let first = CivilDate(year: year, month: month, day: 1),
            let last = CivilDate(
                year: year, month: month,
                day: announcedDay ?? CivilDate.days(inMonth: month, of: year))
        else { return nil }
        return (first, last)
    }

    /// The bounds in the year that brings them within a month of `day`.
    func days(near day: CivilDate) -> (first: CivilDate, last: CivilDate)? {
        for year in day.year - 1...day.year + 1 {
            guard let days = days(of: year) else { continue }
            let distance = max(
                days.first.dayNumber - day.dayNumber, day.dayNumber - days.last.dayNumber)
            if distance <= 31 { return days }
        }
        return nil
    }

    /// Whether the words call a month the running one, not its year, week or season.
    private static func isOfRunningMonth(_ text: String) -> Bool {
        let words = KeyForm.of(text).split(separator: " ")
        return words.indices.contains { index in
            running.contains(words[index]) && index > 0 && !others.contains(words[index - 1])
        }
    }

    private static let running: Set<Substring> = ["الجاري", "الحالي"]
    private static let others: Set<Substring> = [
        "العام", "عام", "القرن", "الاسبوع", "الموسم", "الفصل", "العقد", "الربع", "النصف", "اليوم",
    ]

    private static func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension PublicationBounds {
    /// The bounds that an article's own findings give.
    init?(_ findings: Findings) {
        self.init(
            times: findings.times.map { ($0.text, $0.expression.recordValue ?? "") },
            announced: findings.events.compactMap { event in
                event.status == .scheduled ? event.value : nil
            })
    }
}

/// Month and day of a value whose year is not known, `XXXX-03-06`.
private struct MonthDay {
    let month: Int
    let day: Int?

    init?(_ value: Substring) {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts[0] == "XXXX", let month = Int(parts[1]),
            (1...12).contains(month)
        else { return nil }
        self.month = month
        day = parts.count == 3 ? Int(parts[2]) : nil
    }
}
