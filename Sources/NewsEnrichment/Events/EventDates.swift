internal import ArabicDates

/// When an event takes place, put together from the times that stand with its mentions.
struct EventDates {
    private(set) var from: CivilDate?
    private(set) var to: CivilDate?
    private(set) var value: String?
    private(set) var mod: TimeModifier?
    private var rank = 0
    private var days: Int?

    /// Whether anything is known.
    var isKnown: Bool { rank > 0 }
    /// Whether it is known by day or month.
    var isNarrow: Bool { rank >= 3 }

    /// Takes a time that stands with a mention.
    ///
    /// The narrowest counts, and of equals the first. A day with a verb of closing is the last one, with
    /// a verb of opening the first.
    ///
    /// - Parameters:
    ///   - number: Its number among `times`.
    ///   - verb: What the mention's verb says of the event.
    mutating func add(_ number: Int, of times: [TimeMention], verb: EventVerb.Kind?) {
        // By field: a copy of a time counts two strings.
        let type = times[number].expression.type
        let rank = Self.rank(of: times[number].expression.granularity)
        guard type == .duration || type != .set && rank > self.rank else { return }
        let (first, last) = (times[number].expression.from, times[number].expression.to)
        let value = times[number].expression.value
        if type == .duration {
            guard days == nil else { return }
            days = Self.days(of: value)
            if let first, let last, days.map({ $0 < 60 }) ?? false, self.rank < 4 {
                (from, to, self.rank) = (first, last, 4)
            }
            return
        }
        guard value.utf8.first != UInt8(ascii: "T") else { return }
        self.rank = rank
        (from, to, self.value, mod) = (nil, nil, nil, nil)
        guard rank == 4, let first, let last else {
            // XXXX-XX-XX says that there is a day, and no more.
            guard value.utf8.contains(where: { 0x30...0x39 ~= $0 }) else { return }
            self.value = value
            mod = times[number].expression.mod
            return
        }
        switch verb {
        case .close where first == last: to = last
        case .open where first == last: from = first
        default: (from, to) = (first, last)
        }
    }

    /// Fills in the end that a number of days gives.
    mutating func finish() {
        guard let days, days > 1, days < 60, rank == 4 else { return }
        if let last = to, from == nil || from == last {
            from = CivilDate(dayNumber: last.dayNumber - days + 1)
        } else if let first = from, to == nil {
            to = CivilDate(dayNumber: first.dayNumber + days - 1)
        }
    }

    /// Whether it is over, or still to come, on a day; `nil` if the dates do not say.
    func status(on day: CivilDate) -> NewsEvent.Status? {
        if let last = to ?? from, last < day { return .concluded }
        if let first = from ?? to, first > day { return .scheduled }
        return nil
    }

    private static func rank(of granularity: TimeGranularity) -> Int {
        switch granularity {
        case .second, .minute, .hour, .dayPart, .day: 4
        case .week, .month: 3
        case .quarter, .half, .season: 2
        case .year: 1
        default: 0
        }
    }

    /// `P2D` is 2.
    private static func days(of value: String) -> Int? {
        guard value.utf8.first == UInt8(ascii: "P"), value.utf8.last == UInt8(ascii: "D") else {
            return nil
        }
        return Int(Substring(value.utf8.dropFirst().dropLast()))
    }
}
