public import ArticleExtraction
public import NewsEnrichment
public import WarraqCore

/// What the daemon would make of an input if it knew no other: the steps of an article's way that
/// need no state, and the encoder.
///
/// A pure function: the same input gives the same bytes, run after run.
public struct ArticleProcessor: Sendable {
    private let extractor = ArticleExtractor()
    private let enricher = NewsEnricher()
    private let known: KnownNames

    /// Creates a processor.
    ///
    /// - Parameter known: Names that other articles introduced.
    public init(known: KnownNames = .none) {
        self.known = known
    }

    /// The articles of a payload, cleaned.
    ///
    /// - Throws: The ``Rejection`` that a sender would be told.
    public func articles(of raw: RawArticle) throws(Rejection) -> [CleanArticle] {
        do {
            return try extractor.extract(raw).articles
        } catch {
            throw Rejection(error)
        }
    }

    /// The record of each article of a payload as JSON, in page order.
    ///
    /// - Throws: The ``Rejection`` that a sender would be told.
    public func records(of raw: RawArticle) throws(Rejection) -> [[UInt8]] {
        let payload = ArticleURI(body: raw.body, url: raw.header.url)
        return try articles(of: raw).map { article in
            RecordEncoder.json(
                of: EnrichedRecord(
                    uri: RecordIdentity.of(article, in: raw, payload: payload), version: 1,
                    versionCreated: nil, article: article, header: raw.header,
                    verdict: .new(relations: []),
                    findings: findings(in: article, of: raw)))
        }
    }

    /// What an article of a payload says.
    public func findings(in article: CleanArticle, of raw: RawArticle) -> Findings {
        enricher.findings(in: article, crawled: raw.header.fetchedDay, known: known)
    }

    /// Why the record of each article of a payload says what it says, in page order.
    ///
    /// - Throws: The ``Rejection`` that a sender would be told.
    public func explanations(of raw: RawArticle) throws(Rejection) -> [Explanation] {
        try articles(of: raw).map { article in
            Explanation(of: article, findings: findings(in: article, of: raw))
        }
    }
}
