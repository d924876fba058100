internal import ArabicText
public import ArticleExtraction
public import NearDuplicates

/// An article's words as the duplicate index wants them.
public enum ArticleTokens {
    /// The words of the body in fingerprint form, with their places and the paragraphs' starts.
    public static func text(of article: CleanArticle) -> TokenizedText {
        text(ofBody: Array(article.body.utf8), paragraphStarts: article.paragraphs.map(\.start))
    }

    /// The words of a body in display form. `starts` are the paragraphs' first scalars.
    public static func text(ofBody body: [UInt8], paragraphStarts starts: [Int]) -> TokenizedText {
        var words: [FingerprintWord] = []
        words.reserveCapacity(body.count / 10)
        FingerprintForm.appendWords(of: body.span, to: &words)
        var tokens: [Token] = []
        tokens.reserveCapacity(words.count)
        var paragraphs: [Int] = []
        var nextStart = 0
        for word in words {
            if nextStart < starts.count, Int(word.start) >= starts[nextStart] {
                paragraphs.append(tokens.count)
                while nextStart < starts.count, Int(word.start) >= starts[nextStart] {
                    nextStart += 1
                }
            }
            tokens.append(
                Token(
                    hash: word.hash, start: word.start, end: word.end, isNumber: word.isNumber))
        }
        return TokenizedText(tokens: tokens, paragraphStarts: paragraphs)
    }
}
