/// What a rule found at a place of the text: a time expression in tokens.
struct Reading {
    var type: TimeType
    var value: String
    var standalone: String?
    var from: CivilDate?
    var to: CivilDate?
    var mod: TimeModifier?
    var granularity: TimeGranularity
    var isAnchored: Bool
    var monthFirst: CivilDate?
    /// Of a length, how many days it has.
    var days: Int?
    var first: Int
    var next: Int

    /// A place on the calendar, perhaps at a time of day.
    init(_ point: Point, clock: Grammar.Clock? = nil, part: String? = nil) {
        var suffix = ""
        type = .date
        granularity = point.unit.granularity
        if let clock {
            suffix = clock.text
            type = .time
            granularity =
                clock.second != nil ? .second : clock.hasMinutes ? .minute : .hour
        } else if let part {
            suffix = "T" + part
            type = .time
            granularity = .dayPart
        }
        value = point.unit.text
        isAnchored = point.isAnchored
        standalone = isAnchored ? point.bare.text : nil
        if !suffix.isEmpty {
            value += suffix
            standalone?.append(suffix)
        }
        let interval = point.interval
        (from, to) = (interval?.from, interval?.to)
        mod = point.mod
        monthFirst = point.monthFirst
        first = point.first
        next = clock?.next ?? point.next
    }

    /// From one place to another, both inclusive.
    init?(from start: Point, to end: Point, first: Int) {
        if let left = start.interval, let right = end.interval, left.from > right.to { return nil }
        type = .date
        granularity = end.unit.granularity
        value = "\(start.unit.text)/\(end.unit.text)"
        isAnchored = start.isAnchored || end.isAnchored
        standalone = isAnchored ? "\(start.bare.text)/\(end.bare.text)" : nil
        from = start.interval?.from
        to = end.interval?.to
        mod = nil
        monthFirst = nil
        self.first = first
        next = end.next
    }

    /// Something without a place on the calendar.
    init(
        _ type: TimeType, _ value: String, _ granularity: TimeGranularity, first: Int, next: Int
    ) {
        self.type = type
        self.value = value
        self.granularity = granularity
        self.first = first
        self.next = next
        isAnchored = false
    }
}

extension Grammar.Clock {
    /// `T10:35`.
    var text: String {
        var text = "T" + padded(hour, to: 2) + ":" + padded(minute, to: 2)
        if let second { text += ":" + padded(second, to: 2) }
        return text
    }
}
