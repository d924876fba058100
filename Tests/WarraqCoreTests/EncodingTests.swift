import ArabicDates
import ArabicText
import ArticleExtraction
import Testing
import WarraqCore

struct EncodingTests {
    @Test func `a writer keeps the order of its members and escapes what JSON must`() {
        var writer = JSONWriter()
        writer.object { object in
            object.member("b", "\"\\\n\u{1}\u{1F}خبر\u{2028}")
            object.member("a", 7)
            object.member("absent", ifPresent: String?.none)
            object.member("list", [1, 2]) { $0.value($1) }
            object.member("empty", array: { _ in })
            object.member("half", 0.5)
            object.member("none", JSONNull())
            object.member("raw", json: Array("{}".utf8))
            object.member("yes", true)
        }
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == #"{"b":"\"\\\n\u0001\u001fخبر"# + "\u{2028}"
                + #"","a":7,"list":[1,2],"empty":[],"half":0.5,"none":null,"raw":{},"yes":true}"#)
    }

    @Test func `a feed header is as the protocol says`() {
        let header = FeedHeader(
            epoch: "e", sequence: 12, previous: 3, uri: ArticleURI(body: [], url: nil), version: 2,
            at: UnixTime(milliseconds: 1_394_236_800_999))
        #expect(
            String(decoding: header.json, as: UTF8.self)
                == #"{"epoch":"e","seq":12,"prev":3,"#
                + #""uri":"ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU","version":2,"#
                + #""at":"2014-03-08T00:00:00Z","schema":"enriched-article/1"}"#)
    }

    @Test(arguments: [
        (milliseconds: Int64(0), text: "1970-01-01T00:00:00Z"),
        (milliseconds: -1, text: "1969-12-31T23:59:59Z"),
        (milliseconds: 951_782_400_000, text: "2000-02-29T00:00:00Z"),
        (milliseconds: 4_102_444_799_999, text: "2099-12-31T23:59:59Z"),
    ])
    func `a moment is written in UTC`(milliseconds: Int64, text: String) {
        #expect(UnixTime(milliseconds: milliseconds).rfc3339 == text)
    }

    @Test(arguments: [
        (
            second: Int?.none, offset: Int?.none, zone: "Africa/Casablanca",
            text: "2014-03-08T00:00:00+00:00"
        ),
        (second: 37_800, offset: 3600, zone: "", text: "2014-03-08T10:30:00+01:00"),
        (second: 37_800, offset: nil, zone: "Asia/Riyadh", text: "2014-03-08T10:30:00+03:00"),
        (second: nil, offset: nil, zone: "", text: "2014-03-08T00:00:00+00:00"),
        (second: nil, offset: -16_200, zone: "", text: "2014-03-08T00:00:00-04:30"),
    ])
    func `a publication date is written with the offset it has`(
        second: Int?, offset: Int?, zone: String, text: String
    ) throws {
        let date = try #require(CivilDate(year: 2014, month: 3, day: 8))
        let published = PublicationDate(
            date: date, secondOfDay: second, utcOffsetSeconds: offset,
            timeZone: zone.isEmpty ? nil : zone, evidence: .publicationLine)
        #expect(published.rfc3339 == text)
    }

    @Test func `every refusal has a counter`() {
        #expect(Rejection.codes == Metrics.RejectionReason.allCases.map(\.rawValue))
    }

    @Test func `a copy goes out without a body and without findings`() {
        let relation = Relation(
            uri: ArticleURI(body: [1], url: nil), kind: .exactCopyOf, coverageHere: 1,
            coverageThere: 1, passages: [])
        let json = RecordEncoder.json(of: record(.duplicate(relations: [relation])))
        let text = String(decoding: json, as: UTF8.self)
        #expect(text.contains(#""representationType":"partial""#))
        #expect(text.contains(#""rel":"exactCopyOf""#))
        #expect(!text.contains(#""bodies""#) && !text.contains(#""times""#))
    }

    @Test func `a record is the same bytes every time, keys in order`() {
        let json = RecordEncoder.json(of: record(.new(relations: [])))
        #expect(json == RecordEncoder.json(of: record(.new(relations: []))))
        #expect(
            String(decoding: json, as: UTF8.self)
                == #"{"standard":{"name":"ninjs","version":"3.1","schema":"#
                + #""http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"},"#
                + #""uri":"ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU","type":"text","#
                + #""representationType":"full","profile":"enriched-article/1","version":"1","#
                + #""pubStatus":"usable","language":"ar","#
                + #""descriptions":[{"role":"lead","contentType":"text/plain","value":"قال الوزير إن د. علي حضر."}],"#
                + #""bodies":[{"role":"main","contentType":"text/plain","charCount":35,"wordCount":7,"#
                + #""value":"قال الوزير إن د. علي حضر. ثم انصرف."}],"#
                + #""enrichment":{"schema":"enriched-article/1","#
                + #""offsets":"unicodeScalars; bodies[0].value unless a name starts with raw","#
                + #""published":{"date":null},"languageVariety":{"value":"ar","evidence":[]},"#
                + #""input":{"charset":"UTF-8","charsetEvidence":"validUTF8","repairs":[]},"#
                + #""quality":{"value":"good"},"zones":[],"#
                + #""paragraphs":[{"n":1,"start":0,"end":35}],"removals":[],"relations":[],"#
                + #""pageHeadlines":[]}}"#)
    }

    private func record(_ verdict: Verdict) -> EnrichedRecord {
        let body = "قال الوزير إن د. علي حضر. ثم انصرف."
        let article = CleanArticle(
            language: TextLanguage(tag: "ar", variety: "ar", evidence: []), body: body,
            paragraphs: [Paragraph(n: 1, start: 0, end: 35)], encoding: .utf8,
            encodingEvidence: .validUTF8, wordCount: 7)
        return EnrichedRecord(
            uri: ArticleURI(body: [], url: nil), version: 1, versionCreated: nil, article: article,
            header: ArticleHeader(), verdict: verdict, findings: nil)
    }
}
