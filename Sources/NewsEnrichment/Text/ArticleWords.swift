internal import ArticleExtraction

/// An article and the words of its title and body.
struct ArticleWords: Sendable {
    /// The article.
    let article: CleanArticle
    /// The words of its headline, if it has one.
    let title: NewsText?
    /// The words of its body.
    let body: NewsText
    /// The words of its body that can begin a quotation, an event or a recommendation.
    let cues: [Int]

    /// The words of `article`.
    init(of article: CleanArticle, lexicon: Lexicon = .shared) {
        self.article = article
        title = article.title.map { NewsText(of: $0.value, lexicon: lexicon) }
        body = NewsText(of: article.body, paragraphs: article.paragraphs, lexicon: lexicon)
        cues = body.cues
    }
}
