public import ArabicDates
internal import ArabicText
public import ArticleExtraction

/// Understands one article: a pure function, safe to call from any thread.
///
/// The words are looked up once; then each part reads them and what the parts before it found. Of
/// other languages than Arabic only whole dates in digits are read, and places where their names are
/// safe: a missing value beats a wrong one.
public struct NewsEnricher: Sendable {
    private let dates = DateParser()
    private let places = PlaceFinder()
    private let names = NameFinder()
    private let quotations = QuotationFinder()
    private let events = EventFinder()
    private let recommendations = RecommendationFinder()
    private let topics = TopicFinder()
    private let keyphrases = KeyphraseFinder()
    private let headlineGroups = HeadlineGrouper()
    private let stories = StoryReader()

    /// Creates an enricher. Builds its word tables once; share it.
    public init() {}

    /// What `article` says.
    ///
    /// - Parameters:
    ///   - crawled: The day the page was fetched, if known: what the times in the page's other
    ///     headlines are relative to. Those of the body are relative to the article's publication.
    ///   - known: Names that earlier articles introduced.
    public func findings(
        in article: CleanArticle, crawled: CivilDate?, known: KnownNames = .none
    ) -> Findings {
        var findings = Findings()
        let words = ArticleWords(of: article)
        findings.times = times(in: words)
        guard article.language.tag == "ar" else {
            findings.times.removeAll { !$0.isWholeDateInDigits(of: article.language.tag) }
            places.find(in: words, candidates: places.candidates(in: words), findings: &findings)
            return findings
        }
        let headlines = article.pageHeadlines.map { NewsText(of: $0.text) }
        findings.pageHeadlineTimes = zip(article.pageHeadlines, headlines).flatMap {
            times(in: $0, words: $1, crawled: crawled)
        }
        let candidates = places.candidates(in: words)
        names.find(in: words, places: candidates, known: known, findings: &findings)
        places.find(in: words, candidates: candidates, findings: &findings)
        let speakers = quotations.find(in: words, findings: &findings)
        events.find(in: words, findings: &findings)
        recommendations.find(in: words, speakers: speakers, findings: &findings)
        topics.find(in: words, headlines: headlines, findings: &findings)
        keyphrases.find(in: words, findings: &findings)
        findings.pageHeadlineGroups = headlineGroups.groups(of: headlines)
        findings.storyFeatures = stories.features(of: words, findings: findings)
        return findings
    }

    private func times(in words: ArticleWords) -> [TimeMention] {
        let article = words.article
        let expressions = words.body.times(by: dates, anchor: article.published?.date)
        return expressions.map { expression in
            TimeMention(
                expression: expression,
                paragraph: words.body.paragraph(at: expression.start),
                text: words.body.text(of: expression.start..<expression.end))
        }
    }

    /// Times in a headline whose text stands in the input as it is, so that their place there is sure,
    /// and whose value is known whole.
    private func times(
        in headline: PageHeadline, words: NewsText, crawled: CivilDate?
    ) -> [PageHeadlineTime] {
        let expressions = words.times(by: dates, anchor: crawled)
        guard !expressions.isEmpty,
            headline.text.unicodeScalars.count == headline.rawEnd - headline.rawStart
        else { return [] }
        return expressions.compactMap { expression in
            guard crawled != nil || !expression.value.utf8.contains(UInt8(ascii: "X")) else {
                return nil
            }
            return PageHeadlineTime(
                headline: headline.n, expression: expression,
                text: words.text(of: expression.start..<expression.end),
                rawStart: headline.rawStart + expression.start,
                rawEnd: headline.rawStart + expression.end)
        }
    }
}

extension TimeMention {
    /// Whether it is a day in digits that a language's readers read one way: 03/04/2014 is a day of
    /// March or April in English.
    fileprivate func isWholeDateInDigits(of language: String) -> Bool {
        guard expression.granularity == .day, expression.type == .date, !expression.anchored,
            expression.monthFirst == nil || language != "en"
        else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
                UInt8(ascii: "."), UInt8(ascii: " "):
                true
            default: false
            }
        }
    }
}
