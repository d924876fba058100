import Foundation
import Testing

@testable import ArabicDates

/// Measures on the corpora of other parsers, with what is left out and why.
struct PeerCorpusTests {
    fileprivate let parser = DateParser()

    /// What one case came to.
    fileprivate enum Outcome { case excluded, hit, miss(String) }

    fileprivate func report(_ name: String, _ outcomes: [Outcome], atLeast share: Double) {
        var (hits, misses) = (0, [String]())
        var excluded = 0
        for outcome in outcomes {
            switch outcome {
            case .excluded: excluded += 1
            case .hit: hits += 1
            case .miss(let text): misses.append(text)
            }
        }
        let total = hits + misses.count
        print("\(name): \(hits) of \(total) exact, \(excluded) excluded; misses:")
        for miss in misses { print("  \(miss)") }
        #expect(Double(hits) >= share * Double(total))
        #expect(total > 0)
    }

    private func day(_ text: String?) -> CivilDate? {
        text.flatMap { InternetDate.parse(String($0.prefix(10)))?.date }
    }

    // MARK: Recognizers-Text

    @Test func `dates of Recognizers-Text are read`() throws {
        let rows = try Fixture.objects("recognizers-half.jsonl")
        report("recognizers", rows.map(recognizers), atLeast: 0.9)
    }

    private static let recognizersKinds: Set<String> = [
        "DateExtractor", "DateParser", "DatePeriodExtractor", "DatePeriodParser",
        "DurationExtractor", "DurationParser", "SetExtractor", "SetParser", "DateTimeModel",
        "MergedExtractor", "MergedParser",
    ]

    private static let calendarTypes: Set<String> = ["date", "daterange", "duration", "set"]

    private func recognizers(_ row: [String: Any]) -> Outcome {
        guard let id = row["id"] as? String, let kind = row["kind"] as? String,
            let text = row["text"] as? String, let results = row["results"] as? [[String: Any]]
        else { return .miss("unreadable row") }
        guard Self.recognizersKinds.contains(kind), PeerExclusions.recognizers[id] == nil else {
            return .excluded
        }
        if row["reference"] is NSNull && kind.hasSuffix("Parser") { return .excluded }
        let anchor = day(row["reference"] as? String) ?? CivilDate(year: 2016, month: 11, day: 7)
        let found = parser.expressions(in: text, anchor: anchor)
        let listed = found.map { "[\(text.scalars($0.start, $0.end))] \($0.value)" }
        guard !results.isEmpty else {
            return found.isEmpty ? .hit : .miss("\(id) | \(text) | nothing | \(listed)")
        }
        for result in results {
            let wanted = Wanted(result)
            guard wanted.types.isSubset(of: Self.calendarTypes) || wanted.types.isEmpty else {
                return .excluded
            }
            let isFound =
                wanted.isValued
                ? found.contains { wanted.accepts($0) }
                : found.contains { covers($0, text, wanted.text) }
            if !isFound { return .miss("\(id) | \(text) | \(wanted) | \(listed)") }
        }
        return .hit
    }

    /// Whether the span is the peer's, apart from words that ours leaves out or keeps.
    private func covers(_ found: TimeExpression, _ text: String, _ wanted: String) -> Bool {
        func core(_ text: String) -> [String] {
            let words = text.split { " ،,.".contains($0) }.map {
                String($0).replacing("\u{064B}", with: "")
            }
            let outside: Set<String> = [
                "في", "من", "إلى", "بين", "ما", "يوم", "حتى", "منذ", "شهر", "للـ", "هذا", "لمدة",
                "لعدة", "طوال",
                "قبل", "بعد", "ابتداء",
            ]
            return words.filter { !outside.contains($0) }
        }
        return core(text.scalars(found.start, found.end)) == core(wanted)
    }

    /// What a case of Recognizers-Text wants.
    private struct Wanted: CustomStringConvertible {
        var text = ""
        var types: Set<String> = []
        var timex: Set<String> = []
        var days: Set<String> = []
        var spans: Set<[String]> = []

        var isValued: Bool { !timex.isEmpty }
        var description: String { "\(text) \(timex.sorted()) \(days.sorted()) \(spans)" }

        init(_ result: [String: Any]) {
            text = result["Text"] as? String ?? ""
            add(type: result["Type"] as? String ?? result["TypeName"] as? String)
            if let value = result["Value"] as? [String: Any] {
                add(timex: value["Timex"] as? String)
                for key in ["FutureResolution", "PastResolution"] {
                    guard let resolution = value[key] as? [String: String] else { continue }
                    if let date = resolution["date"] { days.insert(date) }
                    if let start = resolution["startDate"], let end = resolution["endDate"] {
                        spans.insert([start, end])
                    }
                }
            }
            guard let resolution = result["Resolution"] as? [String: Any],
                let values = resolution["values"] as? [[String: Any]]
            else { return }
            for value in values {
                add(type: value["type"] as? String)
                add(timex: value["timex"] as? String)
                if let date = value["value"] as? String, date.count == 10 { days.insert(date) }
                if let start = value["start"] as? String, let end = value["end"] as? String {
                    spans.insert([start, end])
                }
            }
        }

        private mutating func add(type: String?) {
            guard let type, !type.isEmpty else { return }
            types.insert(type.replacing("datetimeV2.", with: ""))
        }

        private mutating func add(timex: String?) {
            guard let timex else { return }
            let same = [
                "P0.5Y": "P6M", "PT0.5H": "PT30M", "PT1.5H": "PT1H30M", "PT2.5H": "PT2H30M",
            ]
            self.timex.insert(same[timex] ?? timex)
            // Ours writes the minutes of a full hour.
            if let hour = timex.split(separator: "T").last, hour.count == 2, timex.contains("T"),
                !timex.hasPrefix("P")
            {
                self.timex.insert(timex + ":00")
            }
        }

        func accepts(_ found: TimeExpression) -> Bool {
            if timex.contains(found.value) || timex.contains(found.standalone ?? "-") {
                return true
            }
            if days.contains(found.value) { return true }
            // Months and years ago are as exact as their unit, not to the day.
            if found.type == .date, found.granularity == .month || found.granularity == .year,
                found.standalone?.hasPrefix("P") == true,
                days.contains(where: { $0.hasPrefix(found.value) })
            {
                return true
            }
            guard let from = found.from, let to = found.to, let after = to.adding(days: 1) else {
                return false
            }
            // Ends are exclusive for months and weeks there, inclusive for spans of days.
            return spans.contains(["\(from)", "\(after)"]) || spans.contains(["\(from)", "\(to)"])
        }
    }
}

extension PeerCorpusTests {
    // MARK: duckling

    @Test func `dates of duckling are read`() throws {
        let rows = try Fixture.objects("duckling.jsonl")
        report("duckling", rows.map(duckling), atLeast: 0.9)
    }

    private func duckling(_ row: [String: Any]) -> Outcome {
        guard let text = row["text"] as? String, let value = row["value"] as? String,
            let function = row["function"] as? String
        else { return .miss("unreadable row") }
        guard function != "datetimeHoliday", function != "datetimeIntervalHoliday",
            PeerExclusions.duckling[text] == nil
        else { return .excluded }
        // Times of day are not dates.
        let grain = value.split(separator: " ").last.map(String.init) ?? ""
        guard ["Day", "Week", "Month", "Year"].contains(grain) else { return .excluded }
        let numbers = value.split { !"0123456789".contains($0) }.compactMap { Int($0) }
        guard let from = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
            return .miss("unreadable value")
        }
        var to: CivilDate?
        if function == "datetimeInterval" {
            to = CivilDate(year: numbers[6], month: numbers[7], day: numbers[8])?.adding(days: -1)
        } else {
            switch grain {
            case "Week": to = from.adding(days: 6)
            case "Month": to = from.adding(months: 1)?.adding(days: -1)
            case "Year": to = from.adding(months: 12)?.adding(days: -1)
            default: to = from
            }
        }
        let found = parser.expressions(in: text, anchor: CivilDate(year: 2013, month: 2, day: 12))
        if found.contains(where: { $0.from == from && $0.to == to }) { return .hit }
        let listed = found.map { "[\(text.scalars($0.start, $0.end))] \($0.value)" }
        return .miss("\(text) | \(from)/\(to?.description ?? "-") | \(listed)")
    }

    // MARK: dateparser

    @Test func `dates of dateparser are read`() throws {
        let lines = try Fixture.objects("dateparser.jsonl").compactMap { $0["line"] as? String }
        report("dateparser", lines.map(dateparser), atLeast: 0.9)
    }

    /// Reads the Python of a test line: its text, and `ago` or a `datetime`, where both are there.
    private func dateparser(_ line: String) -> Outcome {
        let strings = line.split(separator: "\"", omittingEmptySubsequences: false)
        guard strings.count >= 3 else { return .excluded }
        let text = String(strings[1])
        let tail = strings.dropFirst(2).joined(separator: "\"")
        let anchor = CivilDate(year: 2014, month: 9, day: 1)
        var expected: String?
        if let ago = line.range(of: "ago={") {
            expected = agoValue(String(line[ago.upperBound...]), anchor)
        } else if let found = tail.range(
            of: #"datetime\((datetime\()?\d+, \d+, \d+"#, options: .regularExpression)
        {
            let numbers = tail[found].split { !"0123456789".contains($0) }.compactMap { Int($0) }
            expected = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])?.description
        }
        // Persian, unresolved and wall-clock lines say nothing of a date.
        guard let expected, !line.contains("2026") else { return .excluded }
        let found = parser.expressions(in: text, anchor: anchor)
        if found.contains(where: {
            $0.value.hasPrefix(expected) || $0.from?.description == expected
        }) {
            return .hit
        }
        return .miss("\(text) | \(expected) | \(found.map(\.value))")
    }

    private func agoValue(_ text: String, _ anchor: CivilDate?) -> String? {
        let parts = text.split { " \"{}:,)".contains($0) }
        guard parts.count >= 2, let count = Int(parts[1]), let anchor else { return nil }
        switch parts[0] {
        case "days": return anchor.adding(days: -count)?.description
        case "weeks": return anchor.adding(days: -7 * count)?.description
        case "months":
            return anchor.adding(months: -count).map { String($0.description.prefix(7)) }
        case "years": return String(anchor.year - count)
        default: return nil
        }
    }
}
