import JSONReading
import Testing

@testable import WarraqCore

/// What one record gives another that shares its words, from their JSON alone.
struct CompletionTests {
    private static let source = ArticleURI(body: [7], url: nil)
    private static let basis = "relation:\(source)"

    // Month and event names stand in the body where the times say.
    private static let body = "ينظم الملتقى يومي 6 و7 ماي الجاري بعد لقاء أبريل المنصرم في المدينة"
    private static let announced =
        time(13, 33, "يومي 6 و7 ماي الجاري", "XXXX-05-06/XXXX-05-07")
    private static let past = time(43, 56, "أبريل المنصرم", "XXXX-04")

    @Test func `a running month gives the year of all its times`() throws {
        let record = Self.record(
            times: [Self.announced, Self.past],
            events: [#"{"id":"event:a","value":"XXXX-05-06/XXXX-05-07","status":"scheduled"}"#])
        let filled = try #require(Self.filled(record, from: Self.record(published: "2015-05-10")))
        let published = try #require(filled["published"])
        #expect(published["notBefore"]?.string == "2015-05-01")
        #expect(published["notAfter"]?.string == "2015-05-06")
        #expect(published["basis"]?.string == Self.basis)
        let times = filled["times"].map { Array($0.elements) } ?? []
        #expect(times.map { $0["value"]?.string } == ["2015-05-06/2015-05-07", "2015-04"])
        #expect(times.map { $0["standalone"]?.string } == ["XXXX-05-06/XXXX-05-07", "XXXX-04"])
        #expect(times.map { $0["from"]?.string } == ["2015-05-06", "2015-04-01"])
        #expect(times.allSatisfy { $0["rule"]?.string == Self.basis })
        let event = try #require(filled["events"].flatMap { Array($0.elements).first })
        #expect(
            String(decoding: try event.serialized(), as: UTF8.self)
                == #"{"id":"event:a","from":"2015-05-06","to":"2015-05-07","#
                + #""standalone":"XXXX-05-06/XXXX-05-07","status":"scheduled"}"#)
        #expect(Self.fields(in: filled) == ["published", "times", "events"])
    }

    @Test(arguments: [
        ("2015-09-10", nil), ("2015-03-20", nil), ("", nil),
        ("2015-04-02", "2015-05-06/2015-05-07"), ("2015-05-31", "2015-05-06/2015-05-07"),
    ])
    func `a publication within a month of the running one gives the year, no other`(
        day: String, value: String?
    ) {
        let completion = Self.completion(
            Self.record(times: [Self.announced]), from: Self.record(published: day))
        #expect(completion?.times[0]?.value == value)
    }

    @Test func `what the page dates itself is not completed`() {
        let record = Self.record(published: "2015-05-02", times: [Self.announced])
        #expect(Self.completion(record, from: Self.record(published: "2015-05-10")) == nil)
    }

    @Test(arguments: [Relation.Kind.reuses, .updates])
    func `records that share little give each other nothing`(kind: Relation.Kind) {
        let record = Self.record(times: [Self.announced])
        #expect(
            Self.completion(record, from: Self.record(published: "2015-05-10"), kind: kind) == nil)
    }

    @Test(arguments: [
        ("2015-04", "2015-04-01", true),  // the same month
        ("2015-06", "2015-06-01", false),  // another
        ("XXXX-04", "", false),  // no year there either
    ])
    func `a time in a copied passage is the one that stands there`(
        value: String, from: String, isFilled: Bool
    ) throws {
        let giver = Self.record(
            published: "2015-05-10",
            times: [Self.time(143, 156, "أبريل المنصرم", value, from: from)])
        let passage = Relation.Passage(
            here: 30..<60, there: 130..<160, isFormulaic: false, matchedTokens: 9, dice: 1)
        let record = Self.record(times: [Self.past])
        #expect(
            (Self.completion(record, from: giver, passages: [passage]) != nil) == isFilled)
        // The same words elsewhere in the other text may mean another year.
        let other = Relation.Passage(
            here: 30..<60, there: 230..<260, isFormulaic: false, matchedTokens: 9, dice: 1)
        #expect(Self.completion(record, from: giver, passages: [other]) == nil)
    }

    @Test func `two ways that contradict each other give nothing`() {
        let giver = Self.record(
            published: "2015-05-10",
            times: [Self.time(143, 156, "أبريل المنصرم", "2011-04", from: "2011-04-01")])
        let passage = Relation.Passage(
            here: 30..<60, there: 130..<160, isFormulaic: false, matchedTokens: 9, dice: 1)
        let record = Self.record(times: [Self.announced, Self.past])
        #expect(Self.completion(record, from: giver, passages: [passage]) == nil)
    }

    @Test(arguments: [
        // The same words, which name the body.
        (#"{"title":"رئيس مجلس المدينة"}"#, #""text":"رئيس مجلس المدينة""#, true),
        // The same kind of office of one body.
        (
            #"{"title":"المدير العام للشرطة الاسبانية","org":"org:a"}"#,
            #""text":"المدير العام للشرطة الوطنية الإسبانية","org":"org:a""#, true
        ),
        (
            #"{"title":"المدير المساعد للشرطة","org":"org:a"}"#,
            #""text":"المدير العام للشرطة","org":"org:a""#, false
        ),
        // Whose director is not said.
        (#"{"title":"المدير العام"}"#, #""text":"المدير العام""#, false),
        (#"{"title":"الوزير"}"#, #""text":"الوزير""#, false),
        // Cut off before the council's name.
        (#"{"title":"رئيس مجلس"}"#, #""text":"رئيس مجلس""#, false),
        // Of whom there may be three.
        (#"{"title":"نائب الرئيس العراقي"}"#, #""text":"نائب الرئيس العراقي""#, false),
        (
            #"{"title":"وزير الداخلية","org":"org:a"}"#,
            #""text":"وزير الداخلية","org":"org:b""#, false
        ),
    ])
    func `an office gets the one person who holds it`(
        role: String, mention: String, isFilled: Bool
    ) throws {
        let record = Self.record(offices: [#"{"start":1,"end":9,"paragraph":1,\#(mention)}"#])
        let one = #"{"ref":"person:x","roles":[\#(role)]}"#
        let other = #"{"ref":"person:y","roles":[\#(role)]}"#
        let filled = Self.filled(record, from: Self.record(people: [one]))
        #expect((filled != nil) == isFilled)
        if let filled {
            let office = try #require(filled["roleMentions"].flatMap { Array($0.elements).first })
            #expect(office["resolved"]?.string == "person:x")
            #expect(office["basis"]?.string == Self.basis)
            #expect(Self.fields(in: filled) == ["roleMentions"])
        }
        // Two holders are none.
        #expect(Self.completion(record, from: Self.record(people: [one, other])) == nil)
    }

    @Test(arguments: [
        ("5 و6 مارس الجاري", "XXXX-03-05/XXXX-03-06", "XXXX-03-01/XXXX-03-31"),
        ("18 فبراير الحالي", "XXXX-02-18", "XXXX-02-01/XXXX-02-29"),
        ("مارس من العام الجاري", "XXXX-03", nil),
        ("الأسبوع الجاري", "XXXX-WXX", nil),
        ("مارس المنصرم", "XXXX-03", nil),
    ])
    func `a text that calls a month the running one was published in it`(
        text: String, value: String, bounds: String?
    ) {
        #expect(
            PublicationBounds(times: [(text, value)], announced: [])?.standalone == bounds)
    }

    // MARK: Parts

    private static func time(
        _ start: Int, _ end: Int, _ text: String, _ value: String, from: String = ""
    ) -> String {
        #"{"start":\#(start),"end":\#(end),"paragraph":1,"text":"\#(text)","type":"DATE","#
            + #""value":"\#(value)"\#(from.isEmpty ? "" : #","from":"\#(from)""#)}"#
    }

    private static func record(
        published: String = "", times: [String] = [], events: [String] = [],
        offices: [String] = [], people: [String] = []
    ) -> [UInt8] {
        let date = published.isEmpty ? "null" : "\"\(published)\""
        return Array(
            (#"{"uri":"a","representationType":"full","version":"1","pubStatus":"usable","#
                + #""language":"ar","bodies":[{"value":"\#(body)"}],"enrichment":{"schema":"s","#
                + #""published":{"date":\#(date)},"people":[\#(people.joined(separator: ","))],"#
                + #""roleMentions":[\#(offices.joined(separator: ","))],"#
                + #""times":[\#(times.joined(separator: ","))],"#
                + #""events":[\#(events.joined(separator: ","))],"relations":[]}}"#).utf8)
    }

    private static func completion(
        _ record: [UInt8], from giver: [UInt8], kind: Relation.Kind = .containedIn,
        passages: [Relation.Passage] = []
    ) -> Completion? {
        guard let facts = RecordFacts(record), let others = RecordFacts(giver) else { return nil }
        return Completion(
            of: facts, from: others, source: source,
            relation: Relation(
                uri: source, kind: kind, coverageHere: 0.8, coverageThere: 0.3,
                passages: passages))
    }

    /// The `enrichment` of a completed record.
    private static func filled(_ record: [UInt8], from giver: [UInt8]) -> JSONValue? {
        guard let completion = completion(record, from: giver),
            var amender = RecordAmender(record)
        else { return nil }
        amender.fill(completion)
        amender.addProvenance(fields: completion.fields, from: source)
        return try? JSONDocument(amender.amended()).root["enrichment"]
    }

    private static func fields(in enrichment: JSONValue) -> [String] {
        let entry = enrichment["completed"].flatMap { Array($0.elements).first }
        return entry?["fields"].map { $0.elements.compactMap(\.string) } ?? []
    }
}
