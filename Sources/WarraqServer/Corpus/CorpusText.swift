internal import ArabicText
internal import ArticleExtraction
public import NearDuplicates
internal import WarraqCore

/// The words of a corpus's texts.
public enum CorpusText {
    /// A text in display form and where its lines begin.
    public struct Clean: Sendable {
        let text: [UInt8]
        let paragraphStarts: [Int]

        /// A text as it is.
        public init(_ utf8: [UInt8]) {
            text = DisplayForm.of(utf8)
            paragraphStarts = ParagraphScanner.paragraphs(in: text).map(\.scalars.lowerBound)
        }
    }

    /// The words of a text, its lines as paragraphs.
    public static func words(of clean: Clean) -> TokenizedText {
        ArticleTokens.text(ofBody: clean.text, paragraphStarts: clean.paragraphStarts)
    }

    /// The words of a text as it is, its lines as paragraphs.
    ///
    /// Offsets count scalars of the text in display form, which is the text itself unless it has
    /// presentation forms, invisible characters or letters in parts.
    public static func words(of utf8: [UInt8]) -> TokenizedText { words(of: Clean(utf8)) }

    /// The words of a text that is cleaned first as the daemon would clean it; none if it would refuse
    /// it.
    ///
    /// - Parameters:
    ///   - url: Where it was found.
    ///   - source: Its publisher.
    ///   - title: Its headline.
    public static func words(
        ofArticle utf8: [UInt8], url: String?, source: String?, title: String?
    ) -> TokenizedText {
        var header = ArticleHeader()
        header.url = url
        header.source = source
        header.title = title
        do throws(Rejection) {
            let articles = try ArticleProcessor().articles(
                of: RawArticle(header: header, body: utf8))
            return articles.first.map(ArticleTokens.text) ?? TokenizedText(tokens: [])
        } catch {
            return TokenizedText(tokens: [])
        }
    }
}
