internal import ArabicText
internal import ArticleExtraction

/// What is true of every article.
enum ArticlePromises {
    /// Checks an article that was extracted from `payload`.
    static func check(_ article: CleanArticle, of payload: [UInt8]) throws(BrokenPromise) {
        // No charset spells a scalar with less than a byte.
        let isAsItCame = article.encodingEvidence == .validUTF8 && article.repairs.isEmpty
        let raw = 0..<(isAsItCame ? ScalarCount.of(payload) : payload.count)
        try checkBody(of: article, raw)
        try promise(article.wordCount > 0, "an article has a word")
        for text in [article.title, article.byline, article.publisher] {
            guard let text else { continue }
            try promise(!text.value.isEmpty, "a fact is absent or has text")
            try promise(isDisplayed(text.value), "a fact is in display form: \(text.value)")
            guard let start = text.rawStart, let end = text.rawEnd else { continue }
            try promiseRising([start..<end], in: raw, "facts")
        }
        for zone in article.zones {
            try promise(zone.rawStart < zone.rawEnd, "a zone has something")
        }
        try promiseRising(article.zones.map { $0.rawStart..<$0.rawEnd }, in: raw, "zones")
        // Those of a feed's item share the place of its element.
        for (removal, next) in zip(article.removals, article.removals.dropFirst()) {
            try promise(removal.rawStart <= next.rawStart, "removals are in page order")
        }
        for removal in article.removals {
            try promiseRising([removal.rawStart..<removal.rawEnd], in: raw, "removals")
        }
        try promiseRising(
            article.pageHeadlines.map { $0.rawStart..<$0.rawEnd }, in: raw, "page headlines")
        for (number, headline) in article.pageHeadlines.enumerated() {
            try promise(headline.n == number, "page headlines are numbered")
            try promise(
                !headline.text.isEmpty && isDisplayed(headline.text),
                "a page headline is in display form: \(headline.text)")
        }
    }

    private static func checkBody(
        of article: CleanArticle, _ raw: Range<Int>
    ) throws(BrokenPromise) {
        try promise(isDisplayed(article.body), "a body is in display form")
        let scalars = Array(article.body.unicodeScalars)
        try promise(!article.paragraphs.isEmpty, "a body has a paragraph")
        try promise(article.paragraphs[0].start == 0, "the first paragraph starts the body")
        var last = 0
        for (index, paragraph) in article.paragraphs.enumerated() {
            try promise(paragraph.n == index + 1, "paragraphs are numbered")
            try promise(
                index == 0
                    || paragraph.start == last + 2
                        && scalars[last..<paragraph.start].allSatisfy { $0 == "\n" },
                "two newlines join paragraphs")
            try promise(
                paragraph.start < paragraph.end && paragraph.end <= scalars.count,
                "a paragraph is in the body")
            last = paragraph.end
        }
        try promise(last == scalars.count, "the last paragraph ends the body")
        try promiseRising(
            article.paragraphs.compactMap { paragraph in
                guard let start = paragraph.rawStart, let end = paragraph.rawEnd else { return nil }
                return start..<end
            }, in: raw, "paragraphs")
    }

    private static func isDisplayed(_ text: String) -> Bool { DisplayForm.of(text) == text }
}
