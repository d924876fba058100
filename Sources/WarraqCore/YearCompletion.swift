internal import ArabicDates

/// The year that a text without a date does not say, from a text with one that it shares passages with.
///
/// Two ways, and they must not contradict each other. A time in a copied passage is the one that stands
/// there in the other text, if the months and days that both know are the same. And a text that speaks of
/// the running month was published in it: in the year that brings it within a month of the other's
/// publication; then all its times are read again as if the page had said so.
struct YearCompletion {
    let published: ClosedRange<CivilDate>?
    /// By their number in the record.
    let times: [Int: Completion.Dates]

    private static let parser = DateParser()

    init?(of record: RecordFacts, from giver: RecordFacts, passages: [Relation.Passage]) {
        guard record.published == nil, record.language == "ar" else { return nil }
        let open = record.times.indices.filter { record.times[$0].value.isOpen }
        guard !open.isEmpty else { return nil }
        var times: [Int: Completion.Dates] = [:]
        for number in open {
            let time = record.times[number]
            times[number] = Self.counterpart(of: time, in: giver, passages: passages)
        }
        var published: ClosedRange<CivilDate>?
        if let days = Self.publication(of: record, near: giver.published), let body = record.body {
            let read = Self.read(body, within: days)
            for number in open {
                guard let dates = read[record.times[number].place],
                    dates.value.fits(record.times[number].value)
                else { continue }
                if let aligned = times[number], aligned.value != dates.value { return nil }
                times[number] = dates
            }
            published = days
        }
        self.published = published
        self.times = times
        if times.isEmpty { return nil }
    }

    private static func publication(
        of record: RecordFacts, near day: CivilDate?
    ) -> ClosedRange<CivilDate>? {
        let bounds = PublicationBounds(
            times: record.times.map { ($0.text, $0.value) },
            announced: record.events.filter(\.isScheduled).compactMap(\.value))
        guard let day, let days = bounds?.days(near: day) else { return nil }
        return days.first...days.last
    }

    /// The one time of the other text, its year known, that stands for `time` in a copied passage.
    private static func counterpart(
        of time: RecordFacts.Time, in giver: RecordFacts, passages: [Relation.Passage]
    ) -> Completion.Dates? {
        let places = passages.filter { passage in
            !passage.isFormulaic && passage.here.contains(time.place.lowerBound)
                && passage.here.upperBound >= time.place.upperBound
        }.map(\.there)
        let fitting = giver.times.filter { other in
            places.contains { $0.contains(other.place.lowerBound) } && other.mod == time.mod
                && other.value.fits(time.value)
        }
        let dates = Set(
            fitting.map { Completion.Dates(value: $0.value, from: $0.from, to: $0.to) })
        return dates.count == 1 ? dates.first : nil
    }

    /// The times of a body by their places, where the first and the last day of publication agree.
    private static func read(
        _ body: String, within days: ClosedRange<CivilDate>
    ) -> [Range<Int>: Completion.Dates] {
        var read: [Range<Int>: Completion.Dates] = [:]
        for expression in parser.expressions(in: body, anchor: days.lowerBound) {
            read[expression.start..<expression.end] = Completion.Dates(expression)
        }
        var agreed: [Range<Int>: Completion.Dates] = [:]
        for expression in parser.expressions(in: body, anchor: days.upperBound) {
            let place = expression.start..<expression.end
            let dates = Completion.Dates(expression)
            if let dates, read[place] == dates { agreed[place] = dates }
        }
        return agreed
    }
}

extension Completion.Dates {
    fileprivate init?(_ expression: TimeExpression) {
        guard let value = expression.recordValue else { return nil }
        self.init(
            value: value, from: expression.from?.description, to: expression.to?.description)
    }
}

extension String {
    /// Whether a value lacks something.
    fileprivate var isOpen: Bool { utf8.contains(UInt8(ascii: "X")) }

    /// Whether this value lacks nothing and is as `pattern` where that is known; a pattern that knows no
    /// month fits nothing.
    fileprivate func fits(_ pattern: String) -> Bool {
        guard !isOpen, utf8.count == pattern.utf8.count,
            pattern.utf8.contains(where: { (0x30...0x39).contains($0) })
        else { return false }
        return zip(utf8, pattern.utf8).allSatisfy { $1 == UInt8(ascii: "X") || $0 == $1 }
    }
}
