import ArabicDates
import ArabicText
import ArticleExtraction
import Testing

@testable import WarraqCore

struct TextSourceTests {
    @Test(arguments: [
        ("2014-03-07", "2014-03-08", true),  // days without a zone
        ("2014-03-08", "2014-03-08", false),
        ("2014-03-08T09:00", "2014-03-08T18:00", false),  // hours of one day need zones
        ("2014-03-08T09:00Z", "2014-03-08T09:01Z", true),
        ("2014-03-08T10:00+01:00", "2014-03-08T09:00Z", false),
        ("2014-03-08T11:59+03:00", "2014-03-08T09:00Z", true),
        ("2014-03-07T18:00Z", "2014-03-08", true),  // midnight in Muscat is 20:00 UTC
        ("2014-03-07T21:00Z", "2014-03-08", false),
        ("2014-03-08", "2014-03-09T01:00Z", true),
        ("2014-03-08", "2014-03-08T23:00Z", false),
    ])
    func `a publication is earlier where it is so for sure`(
        first: String, second: String, isEarlier: Bool
    ) throws {
        let (one, other) = (try Self.source(first), try Self.source(second))
        #expect(one.precedes(other) == isEarlier)
        #expect(!other.precedes(one))
    }

    @Test func `an unknown publication is neither earlier nor later`() throws {
        let known = try Self.source("2014-03-08")
        #expect(!known.precedes(.unknown) && !TextSource.unknown.precedes(known))
    }

    @Test(arguments: ["2027-03-08", "1970-01-01"])
    func `a publication that cannot be is unknown`(day: String) throws {
        #expect(try Self.source(day).publication == nil)
    }

    @Test(arguments: [
        ("spa.gov.sa", nil, true), ("ar.aps.dz", nil, true), ("notspa.gov.sa", nil, false),
        ("example.org", "وكالة المغرب العربي للأنباء", true), ("example.org", "واس", true),
        ("example.org", "وكالة الانباء الأردنية", true), ("example.org", "أخبارنا", false),
        ("-", nil, false),
    ])
    func `an agency is known by its host or its name`(
        host: String, publisher: String?, isAgency: Bool
    ) {
        let source = Self.source(host: host, publisher: publisher, body: "قال الوزير نعم.")
        #expect(source.isAgency == isAgency)
    }

    @Test(arguments: [
        ("aps.dz", "الجزائر 3 مارس 2014 (واج) - قال الوزير نعم.", true),
        ("aps.dz", "باريس/ 3 مارس/ رويترز/ قال الوزير نعم.", false),
        ("spa.gov.sa", "الرياض 12 محرم 1446 هـ (واس) قال الوزير نعم.", true),
        ("spa.gov.sa", "قال الوزير إن رويترز نشرت الخبر.", true),
        ("example.org", "الرياض 12 محرم 1446 هـ (واس) قال الوزير نعم.", false),
    ])
    func `a text that credits another agency is its customer's`(
        host: String, body: String, isAgency: Bool
    ) {
        #expect(Self.source(host: host, publisher: nil, body: body).isAgency == isAgency)
    }

    private static let arrival = UnixTime(milliseconds: 1_500_000_000_000)

    private static func source(_ text: String) throws -> TextSource {
        let instant = try #require(InternetDate.parse(text))
        return TextSource(
            article(
                published: PublicationDate(
                    date: instant.date, secondOfDay: instant.secondOfDay,
                    utcOffsetSeconds: instant.utcOffsetSeconds, evidence: .header)),
            host: .unknown, arrival: arrival)
    }

    private static func source(host: String, publisher: String?, body: String) -> TextSource {
        TextSource(
            article(publisher: publisher, body: body),
            host: NewsHost(ofURL: "https://\(host)/"), arrival: arrival)
    }

    private static func article(
        publisher: String? = nil, body: String = "نص", published: PublicationDate? = nil
    ) -> CleanArticle {
        CleanArticle(
            publisher: publisher.map { LocatedText($0) }, published: published,
            language: TextLanguage(tag: "ar", variety: "ar", evidence: []), body: body,
            paragraphs: [], encoding: .utf8, encodingEvidence: .validUTF8, wordCount: 1)
    }
}
