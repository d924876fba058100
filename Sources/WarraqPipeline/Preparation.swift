internal import ArabicText
internal import ArticleExtraction
internal import NearDuplicates
internal import WarraqCore

/// Steps 3 and 4 of an article's way: a pure function of one payload and of
/// what is known of its site.
struct Preparation: Sendable {
    private let extractor = ArticleExtractor()
    private let sketches: Bool

    /// - Parameter sketches: Whether the index remembers texts older than its window.
    init(sketches: Bool) {
        self.sketches = sketches
    }

    /// Cleans and fingerprints the articles of `raw`.
    ///
    /// - Parameter sites: What was known of sites when it was admitted.
    func articles(
        of raw: RawArticle, payload: ArticleURI, sites: SiteLookup
    ) throws(Rejection) -> [PreparedArticle] {
        let extraction: Extraction
        do {
            extraction = try extractor.extract(raw, sites: sites)
        } catch {
            throw Rejection(error)
        }
        return extraction.articles.map { prepare($0, of: raw, payload: payload) }
    }

    private func prepare(
        _ article: CleanArticle, of raw: RawArticle, payload: ArticleURI
    ) -> PreparedArticle {
        let (host, url) = PageAddress.of(article, header: raw.header)
        let text = ArticleTokens.text(of: article)
        let headlines = article.pageHeadlines.map { headline in
            PreparedHeadline(
                uri: ArticleURI(
                    headlineKey: Array(KeyForm.of(headline.text).utf8), host: host.description),
                text: headline.text,
                language: LanguageIdentifier.identify(Array(headline.text.utf8).span).tag)
        }
        let fingerprint = Fingerprint(of: text)
        return PreparedArticle(
            uri: RecordIdentity.of(article, in: raw, payload: payload), header: raw.header,
            article: article, host: host, url: url, text: text,
            fingerprint: fingerprint,
            sketch: sketches ? ResemblanceSketch(of: text, fingerprint: fingerprint) : nil,
            headlines: headlines)
    }
}
