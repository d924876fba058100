public import ArabicDates
internal import ArabicText
public import ArticleExtraction

/// Understands one article: a pure function, safe to call from any thread.
///
/// The words are looked up once; then each part reads them and what the parts before it found. Other
/// languages are left alone: a missing value beats a wrong one.
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

    /// Creates an enricher. Builds its word tables once; share it.
    public init() {}

    /// What `article` says.
    ///
    /// - Parameter crawled: The day the page was fetched, if known: what the times in the page's other
    ///   headlines are relative to. Those of the body are relative to the article's publication.
    public func findings(in article: CleanArticle, crawled: CivilDate?) -> Findings {
        var findings = Findings()
        guard article.language.tag == "ar" else { return findings }
        findings.times = times(in: article)
        findings.pageHeadlineTimes = article.pageHeadlines.flatMap { headline in
            times(in: headline, crawled: crawled)
        }
        let words = ArticleWords(of: article)
        let candidates = places.candidates(in: words)
        names.find(in: words, places: candidates, findings: &findings)
        places.find(in: words, candidates: candidates, findings: &findings)
        quotations.find(in: words, findings: &findings)
        events.find(in: words, findings: &findings)
        recommendations.find(in: words, findings: &findings)
        let headlines = article.pageHeadlines.map { NewsText(of: $0.text) }
        topics.find(in: words, headlines: headlines, findings: &findings)
        keyphrases.find(in: words, findings: &findings)
        findings.pageHeadlineGroups = headlineGroups.groups(of: headlines)
        return findings
    }

    private func times(in article: CleanArticle) -> [TimeMention] {
        let expressions = dates.expressions(in: article.body, anchor: article.published?.date)
        guard !expressions.isEmpty else { return [] }
        var slices = ScalarSlices(of: article.body)
        var paragraph = 0
        return expressions.map { expression in
            while paragraph < article.paragraphs.count,
                article.paragraphs[paragraph].end < expression.end
            {
                paragraph += 1
            }
            return TimeMention(
                expression: expression, paragraph: paragraph + 1,
                text: slices.next(expression.start, expression.end))
        }
    }

    /// Times in a headline whose text stands in the input as it is, so that their place there is sure,
    /// and whose value is known whole.
    private func times(in headline: PageHeadline, crawled: CivilDate?) -> [PageHeadlineTime] {
        let length = headline.text.unicodeScalars.count
        guard length == headline.rawEnd - headline.rawStart else { return [] }
        var slices = ScalarSlices(of: headline.text)
        return dates.expressions(in: headline.text, anchor: crawled).compactMap { expression in
            let text = slices.next(expression.start, expression.end)
            guard crawled != nil || !expression.value.utf8.contains(UInt8(ascii: "X")) else {
                return nil
            }
            return PageHeadlineTime(
                headline: headline.n, expression: expression, text: text,
                rawStart: headline.rawStart + expression.start,
                rawEnd: headline.rawStart + expression.end)
        }
    }
}

/// Cuts pieces out of a text by scalar offsets that rise, in one pass.
private struct ScalarSlices {
    private let scalars: String.UnicodeScalarView
    private var index: String.UnicodeScalarView.Index
    private var offset = 0

    init(of text: String) {
        scalars = text.unicodeScalars
        index = scalars.startIndex
    }

    /// The scalars from `start` to `end`. A `start` before the last one begins anew.
    mutating func next(_ start: Int, _ end: Int) -> String {
        if start < offset {
            index = scalars.startIndex
            offset = 0
        }
        index = scalars.index(index, offsetBy: start - offset)
        offset = start
        return String(scalars[index..<scalars.index(index, offsetBy: end - start)])
    }
}
