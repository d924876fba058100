import ArabicText

/// Takes the article out of an HTML page.
struct HTMLExtractor: Sendable {
    /// Takes the article out of the page in `text`.
    ///
    /// - Parameters:
    ///   - text: A whole page, decoded.
    ///   - header: What the sender says about it; completes what the page lacks.
    func extract(
        _ text: DecodedText, header: ArticleHeader
    ) throws(ExtractionError) -> CleanArticle {
        let fragment = fragment(text.utf8, baseURL: header.url)
        var body = BodyBuilder()
        for paragraph in fragment.paragraphs {
            body.append(paragraph.span, rawStart: nil, rawEnd: nil)
        }
        guard !body.isEmpty else { throw .empty }
        return CleanArticle(
            language: LanguageIdentifier.identify(body.utf8.span),
            body: body.text, paragraphs: body.paragraphs,
            encoding: text.encoding, encodingEvidence: text.evidence, repairs: text.repairs,
            wordCount: WordScanner.count(in: body.utf8.span))
    }

    /// The texts of a piece of HTML, as the items of feeds carry them.
    ///
    /// - Parameters:
    ///   - html: UTF-8; plain text is fine.
    ///   - baseURL: Where relative addresses start.
    func fragment(_ html: [UInt8], baseURL: String?) -> HTMLFragment {
        var paragraphs: [[UInt8]] = []
        var paragraph: [UInt8] = []
        var isInTag = false
        for byte in html {
            switch byte {
            case UInt8(ascii: "<"):
                isInTag = true
                if !paragraph.isEmpty { paragraphs.append(paragraph) }
                paragraph.removeAll()
            case UInt8(ascii: ">") where isInTag: isInTag = false
            default: if !isInTag { paragraph.append(byte) }
            }
        }
        if !paragraph.isEmpty { paragraphs.append(paragraph) }
        return HTMLFragment(paragraphs: paragraphs, images: [])
    }
}
