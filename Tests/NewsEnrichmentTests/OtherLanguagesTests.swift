import ArabicDates
import ArticleExtraction
import Testing

@testable import NewsEnrichment

struct OtherLanguagesTests {
    private func times(in text: String, language: String) throws -> [String] {
        var header = ArticleHeader()
        header.language = language
        let articles = try ArticleExtractor().extract(
            RawArticle(header: header, body: Array(text.utf8))
        ).articles
        let article = try #require(articles.first)
        return NewsEnricher().findings(in: article, crawled: nil).times.map(\.expression.value)
    }

    @Test
    func `French and English get whole dates in digits and nothing that counts from another day`()
        throws
    {
        #expect(
            try times(
                in: """
                    Le conseil de gouvernement s'est réuni jeudi dernier à Rabat, comme il l'avait \
                    annoncé le 25/03/2014, et se réunira le 2014-04-02 pour examiner la loi.
                    """, language: "fr") == ["2014-03-25", "2014-04-02"])
        #expect(
            try times(
                in: """
                    The council met last Thursday in Rabat, as it had announced on 03/04/2014, and \
                    will meet again on 25/03/2014 to look at the law that it was given by them.
                    """, language: "en") == ["2014-03-25"])
    }
}
