import JSONReading
import Testing
import WarraqCore
import WarraqTesting

/// Which of two copies is the original, and what the other is told.
struct OriginalTests {
    private let run = PipelineRun()
    private let text = ComposedArticle.text(1)

    @Test(arguments: [true, false])
    func `a later arrival with an earlier publication goes out full, and the first is told`(
        isExact: Bool
    ) async throws {
        let late = run.put(1, text, publishedAt: "2014-03-08T12:00:00Z")
        let early = run.put(
            2, isExact ? text + "\n" : edited(text), publishedAt: "2014-03-07T12:00:00Z")
        #expect(await run.outcomes(2) == [.new, .new])
        let messages = await run.feed.first(3)
        #expect(
            messages.map(\.topic.description) == [
                "article/new/ar/-", "article/new/ar/-", "article/complete/ar/-",
            ])
        let kind = isExact ? "exactCopyOf" : "nearDuplicateOf"
        let second = try Record(messages[1].record)
        #expect(second.relations == [[late.description, kind, early.description]])
        #expect(second.hasBody)
        let completed = try Record(messages[2].record)
        #expect(completed.uri == late.description && completed.version == "2")
        #expect(completed.relations == [[early.description, kind, early.description]])
        #expect(completed.hasBody)
        #expect(completed.root["associations"]?.elements.map { $0["rel"]?.string } == [kind])
        #expect(run.metrics.outcomes[.new].value == 2)
    }

    @Test func `a later arrival with a later publication is a duplicate of the first`() async throws
    {
        let first = run.put(1, text, publishedAt: "2014-03-07T12:00:00Z")
        run.put(2, text + "\n", publishedAt: "2014-03-08T12:00:00Z")
        run.put(3, edited(text), publishedAt: "2014-03-08T12:00:00Z")
        #expect(await run.outcomes(3) == [.new, .duplicate, .duplicate])
        let messages = await run.feed.first(3)
        #expect(messages.count == 3)
        for message in messages.dropFirst() {
            #expect(try Record(message.record).relations.map { $0[2] } == [first.description])
        }
    }

    @Test(arguments: [nil, "2014-03-07T12:00:00Z"])
    func `where publication says nothing arrival decides`(publishedAt: String?) async {
        run.put(1, text, publishedAt: "2014-03-07T12:00:00Z")
        run.put(2, text + "\n", publishedAt: publishedAt)
        #expect(await run.outcomes(2) == [.new, .duplicate])
    }

    @Test func `an agency's text comes before its customer's, which arrived first`() async throws {
        let customer = run.put(1, text, url: "https://example.org/1")
        let agency = run.put(2, text, url: "https://www.spa.gov.sa/n1")
        let again = run.put(3, text, url: "https://example.com/3")
        #expect(await run.outcomes(3) == [.new, .new, .duplicate])
        let messages = await run.feed.first(4)
        #expect(
            messages.map(\.topic.description) == [
                "article/new/ar/example.org", "article/new/ar/spa.gov.sa",
                "article/complete/ar/example.org", "article/duplicate/ar/example.com",
            ])
        #expect(try Record(messages[2].record).uri == customer.description)
        let copy = try Record(messages[3].record)
        #expect(copy.uri == again.description && !copy.hasBody)
        #expect(
            copy.relations == [[agency.description, "exactCopyOf", agency.description]])
        #expect(run.journal.stored.last?.record.keeps == agency)
    }

    @Test func `an agency that prints another's text is its customer`() async {
        let credited = "باريس 3 مارس (أ ف ب) - " + text
        run.put(1, credited, url: "https://www.aps.dz/1", source: "وكالة الأنباء الجزائرية")
        run.put(2, credited + "\n", url: "https://www.afp.com/1")
        #expect(await run.outcomes(2) == [.new, .new])
    }

    @Test func `a copy of a text that is on its way is told apart in the same batch`() async throws
    {
        // All of it in flight at once: the amended record was never read from the journal.
        for number in 0..<20 {
            let text = ComposedArticle.text(100 + number)
            run.put(2 * number, text, publishedAt: "2014-03-08T12:00:00Z")
            run.put(2 * number + 1, text + " ", publishedAt: "2014-03-07T12:00:00Z")
        }
        let messages = await run.feed.first(60)
        #expect(messages.filter { $0.topic.description.hasPrefix("article/complete") }.count == 20)
        var seen: Set<String> = []
        for message in messages {
            let record = try Record(message.record)
            seen.insert(record.uri)
            for relation in record.relations { #expect(seen.isSuperset(of: relation.suffix(1))) }
            for relation in record.relations { #expect(seen.contains(relation[0])) }
        }
    }

    @Test func `a record is completed three times at most`() async throws {
        for day in (1...6).reversed() {
            run.put(day, text + String(repeating: " ", count: day), publishedAt: "2014-03-0\(day)")
        }
        #expect(await run.outcomes(6) == Array(repeating: .new, count: 6))
        let versions = run.journal.stored.flatMap(\.amendments).filter {
            $0.uri == run.journal.stored[0].record.uri
        }
        #expect(versions.map(\.version) == [2, 3, 4])
    }

    @Test func `a failed commit undoes an amendment`() async throws {
        let first = run.put(1, text, publishedAt: "2014-03-08T12:00:00Z")
        _ = await run.replies.first(1)
        run.journal.failNext([.full("no room")])
        run.put(2, text + "\n", publishedAt: "2014-03-07T12:00:00Z")
        #expect(await run.outcomes(2) == [.new, nil])
        let other = run.put(3, text + "\n\n", publishedAt: "2014-03-06T12:00:00Z")
        #expect(await run.outcomes(3) == [.new, nil, .new])
        let messages = await run.feed.first(3)
        let completed = try Record(messages[2].record)
        #expect(completed.uri == first.description && completed.version == "2")
        #expect(completed.relations == [[other.description, "exactCopyOf", other.description]])
        #expect(try run.journal.version(of: first) == 2)
    }

    @Test func `a repeat of an input that amended changes nothing`() async {
        run.put(1, text, publishedAt: "2014-03-08T12:00:00Z")
        run.put(2, text + "\n", publishedAt: "2014-03-07T12:00:00Z")
        run.put(2, text + "\n", publishedAt: "2014-03-07T12:00:00Z")
        run.put(3, text + "\n", publishedAt: "2014-03-07T12:00:00Z")
        #expect(await run.outcomes(4) == [.new, .new, .new, .duplicate])
        #expect(run.feed.all.count == 3)
        #expect(run.metrics.repeated.value == 1)
    }

    @Test func `a copy neither refreshes its original's window nor becomes an original`() async {
        // A window of ten hours, a copy every four: the third is no copy of anything that is left.
        let run = PipelineRun(windowMilliseconds: 36_000_000)
        let hour: Int64 = 3_600_000
        let outcomes: [Outcome?] = [.new, .duplicate, .duplicate, .new, .duplicate]
        for (number, _) in outcomes.enumerated() {
            run.put(
                number, text + String(repeating: "\n", count: number),
                at: 1_800_000_000_000 + Int64(number) * 4 * hour)
        }
        #expect(await run.outcomes(5) == outcomes)
    }

    @Test(arguments: [(age: Int64(0), isCopy: true), (age: 1, isCopy: false)])
    func `a text is known for the window to the millisecond`(age: Int64, isCopy: Bool) async {
        let window: Int64 = 36_000_000
        let run = PipelineRun(windowMilliseconds: window)
        run.put(1, text, at: 1_800_000_000_000)
        run.put(2, text + "\n", at: 1_800_000_000_000 + window + age)
        #expect(await run.outcomes(2) == [.new, isCopy ? .duplicate : .new])
    }
}

/// The parts of a record that these tests ask for.
struct Record {
    let root: JSONValue
    let uri: String
    let version: String
    /// To, type and original of each relation.
    let relations: [[String]]

    init(_ json: [UInt8]) throws {
        root = try JSONDocument(json).root
        uri = try #require(root["uri"]?.string)
        version = try #require(root["version"]?.string)
        relations =
            root["enrichment"]?["relations"]?.elements.map { relation in
                ["to", "type", "original"].map { relation[$0]?.string ?? "" }
            } ?? []
    }

    var hasBody: Bool { root["bodies"] != nil }
}
