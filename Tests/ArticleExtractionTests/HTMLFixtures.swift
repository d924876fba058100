import ArabicText
import Foundation

@testable import ArticleExtraction

/// An article of `Fixtures/html/articles.jsonl`.
struct HTMLFixtureArticle: Decodable {
    let title: String
    let date: String
    let section: String
    let paragraphs: [String]

    /// All of them.
    static let all: [HTMLFixtureArticle] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/html/articles.jsonl")
        guard let lines = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return lines.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(HTMLFixtureArticle.self, from: Data($0.utf8))
        }
    }()

    /// The paragraphs as a clean article has them.
    var displayed: [String] { paragraphs.compactMap { DisplayText.of($0) } }
}

extension CleanArticle {
    /// The text of each paragraph.
    var paragraphTexts: [String] {
        let scalars = Array(body.unicodeScalars)
        return paragraphs.map { paragraph in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[paragraph.start..<paragraph.end])
            return String(text)
        }
    }
}

/// The article of an HTML page given as text.
func extractHTML(_ page: String, header: ArticleHeader = ArticleHeader()) throws -> CleanArticle {
    let text = try TextDecoder.decode(Array(page.utf8), declaredCharset: nil)
    return try HTMLExtractor().extract(text, header: header)
}
