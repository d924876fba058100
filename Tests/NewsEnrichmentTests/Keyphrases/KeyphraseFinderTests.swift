import ArticleExtraction
import Testing

@testable import NewsEnrichment

struct KeyphraseFinderTests {
    private func keyphrases(_ title: String?, _ body: String) -> [String] {
        var findings = Findings()
        KeyphraseFinder().find(
            title: title.map { NewsText(of: $0) }, body: NewsText(of: body), findings: &findings)
        return findings.keyphrases.map(\.span.text)
    }

    private static let body = """
        دعا المشاركون إلى تعزيز التعاون الاقتصادي بين الدول، وأكدوا أن التعاون الاقتصادي يخدم التنمية \
        المستدامة. كما ناقشوا سبل تمويل للتعاون الاقتصادي، ومكافحة التصحر في المناطق الجافة، وقالوا إن \
        مكافحة التصحر تحتاج إلى تنمية مستدامة وإلى أجهزة الرصد الجوي، وطالبوا بأجهزة الرصد الجوي الحديثة.
        """

    @Test
    func `phrases said twice are found, in the form that stands in the text`() {
        let phrases = keyphrases(nil, Self.body)
        #expect(phrases.contains("التعاون الاقتصادي"))
        #expect(phrases.contains("مكافحة التصحر"))
        for phrase in phrases { #expect(Self.body.contains(phrase)) }
    }

    @Test
    func `a part of a phrase that always goes on is none`() {
        let phrases = keyphrases(nil, Self.body)
        #expect(phrases.contains("أجهزة الرصد الجوي"))
        #expect(!phrases.contains("أجهزة الرصد"))
    }

    @Test
    func `no phrase begins with a verb, an adjective or a word that says nothing`() {
        let phrases = keyphrases(
            "اتفاق يعزز التعاون الأمني",
            """
            تعزز الحكومة في إطار التعاون الأمني هذا المجال الأمني. كما تعزز الحكومة من خلال التعاون الأمني إطار المجال الأمني، \
            وشهدت المدينة القديمة احتفالا، ثم شهدت المدينة القديمة احتفالا آخر في نهاية الأسبوع الماضي.
            """)
        #expect(phrases.contains("التعاون الأمني"))
        #expect(phrases.contains("المدينة القديمة"))
        for start in ["تعزز", "شهدت", "الأمني", "القديمة", "المجال", "إطار", "نهاية"] {
            #expect(!phrases.contains { $0.hasPrefix(start) })
        }
    }

    @Test
    func `of two phrases of which one has the other only one is kept`() throws {
        for seed in [SeedFixture.page, .communique] {
            let phrases = try seed.findings().keyphrases.map(\.span.text)
            for phrase in phrases {
                #expect(phrases.count { " \($0) ".contains(" \(phrase) ") } == 1)
            }
        }
    }

    @Test
    func `the seeds' keyphrases name event, subject, bodies and towns`() throws {
        let page = try SeedFixture.page.findings().keyphrases.map(\.span.text)
        #expect(page.count <= KeyphraseFinder.limit)
        let expected = [
            "التعاون الأمني", "محاربة التطرف", "التطرف الظلامي", "المديرية العامة للأمن الوطني",
            "قرطبة",
        ]
        for phrase in expected { #expect(page.contains(phrase)) }
        let article = try #require(try SeedFixture.page.article())
        let text = (article.title?.value ?? "") + "\n" + article.body
        for phrase in page { #expect(text.contains(phrase)) }
    }
}
