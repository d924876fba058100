import Testing

@testable import WarraqCore

struct RecordAmenderTests {
    private static let record =
        #"{"standard":{"name":"ninjs"},"uri":"a","type":"text","representationType":"full","#
        + #""profile":"p","version":"1","versionCreated":"2014-03-08T00:00:00Z","#
        + #""pubStatus":"usable","language":"ar","bodies":[{"value":"قال \"نعم، لا\" {[\\"}],"#
        + #""enrichment":{"schema":"s","published":{"date":null},"relations":[],"pageHeadlines":[]}}"#

    private static let uri = ArticleURI(body: [1], url: nil)

    @Test func `only what changes is written anew, in the order of the keys`() throws {
        var amender = try #require(RecordAmender(Array(Self.record.utf8)))
        amender.setVersion(2, created: UnixTime(milliseconds: 0))
        amender.add(Self.relation(original: Self.uri))
        amender.addProvenance(fields: ["relations"], from: Self.uri)
        let relation =
            #"{"to":"\#(Self.uri)","type":"exactCopyOf","original":"\#(Self.uri)","#
            + #""coverageHere":1.0,"coverageThere":1.0,"passages":[]}"#
        let association =
            #"{"name":"exact copy","rel":"exactCopyOf","uri":"\#(Self.uri)","type":"text"}"#
        let expected = Self.record
            .replacing(#""version":"1""#, with: #""version":"2""#)
            .replacing("2014-03-08T00", with: "1970-01-01T00")
            .replacing(
                #"],"enrichment""#, with: #"],"associations":[\#(association)],"enrichment""#
            )
            .replacing(
                #""relations":[]"#,
                with: #""relations":[\#(relation)],"completed":[{"fields":["relations"],"#
                    + #""from":"\#(Self.uri)"}]"#)
        #expect(String(decoding: amender.amended(), as: UTF8.self) == expected)
    }

    @Test func `a second relation goes behind the first, the first again names its original`()
        throws
    {
        var amender = try #require(RecordAmender(Array(Self.record.utf8)))
        amender.add(Self.relation(original: nil))
        var again = try #require(RecordAmender(amender.amended()))
        again.add(Self.relation(original: Self.uri))
        let other = ArticleURI(body: [2], url: nil)
        again.add(
            Relation(
                uri: other, kind: .reuses, coverageHere: 0.5, coverageThere: 0.25, passages: []))
        let text = String(decoding: again.amended(), as: UTF8.self)
        #expect(text.contains(#""type":"exactCopyOf","original":"\#(Self.uri)","coverageHere""#))
        #expect(text.contains(#""passages":[]},{"to":"\#(other)","type":"reuses","#))
        #expect(text.split(separator: "\"rel\":").count == 3)
    }

    @Test(arguments: [
        (#""representationType":"full""#, #""representationType":"partial""#),
        (#""pubStatus":"usable""#, #""pubStatus":"withheld""#),
        (#""enrichment""#, #""other""#),
    ])
    func `a record without words of its own, or withheld, is left alone`(
        old: String, new: String
    ) {
        #expect(RecordAmender(Array(Self.record.replacing(old, with: new).utf8)) == nil)
    }

    @Test(arguments: ["", "{", "{\"", "{\"a\":", "[1,2", "{\"a\":\"\\", "null"])
    func `what is no record is no record to amend`(text: String) {
        #expect(RecordAmender(Array(text.utf8)) == nil)
    }

    @Test func `a relation seen from the other side changes its sides`() throws {
        let passage = Relation.Passage(
            here: 10..<20, there: 300..<312, isFormulaic: false, matchedTokens: 2, dice: 1)
        let first = Relation.Passage(
            here: 30..<40, there: 5..<9, isFormulaic: true, matchedTokens: 2, dice: 1)
        let relation = Relation(
            uri: ArticleURI(body: [2], url: nil), kind: .contains, coverageHere: 0.3,
            coverageThere: 0.8, passages: [passage, first], original: Self.uri)
        let mirrored = try #require(relation.mirrored(as: Self.uri))
        #expect(mirrored.kind == .containedIn && mirrored.uri == Self.uri)
        #expect(mirrored.coverageHere == 0.8 && mirrored.coverageThere == 0.3)
        #expect(mirrored.passages.map(\.here) == [5..<9, 300..<312])
        #expect(mirrored.passages.map(\.there) == [30..<40, 10..<20])
        #expect(mirrored.mirrored(as: relation.uri) == relation)
    }

    private static func relation(original: ArticleURI?) -> Relation {
        Relation(
            uri: uri, kind: .exactCopyOf, coverageHere: 1, coverageThere: 1, passages: [],
            original: original)
    }
}
