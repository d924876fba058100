internal import ArgumentParser
internal import ArticleExtraction
internal import Foundation
internal import WarraqCore
internal import WarraqServer
internal import WarraqTransport

/// The inputs of a command that takes articles: files, standard input, or lines of either.
struct ArticleInputs: ParsableArguments {
    @Argument(
        help: "Files, each one article: a page, text, a feed or JSON; - is standard input.",
        completion: .file())
    var files: [String] = []

    @Flag(help: "Each line is a JSON object: its \"content\" is the article, the rest its header.")
    var lines = false

    @Option(
        help: ArgumentHelp("What is known about the articles, a JSON object.", valueName: "json"))
    var header: String?

    @Option(
        help: ArgumentHelp("Where the page was fetched, short for a header.", valueName: "url"))
    var url: String?

    @Option(help: ArgumentHelp("The publisher's name, short for a header.", valueName: "name"))
    var source: String?

    /// Refuses a command line without inputs or with a header that is none.
    func validateInputs() throws {
        guard !files.isEmpty else {
            throw ValidationError("Name a file, or - for standard input.")
        }
        do {
            _ = try given()
        } catch {
            throw ValidationError("--header: \(error)")
        }
    }

    /// The header that the options give.
    private func given() throws(Rejection) -> ArticleHeader {
        var result = try HeaderReader.read(Array((header ?? "").utf8))
        if let url { result.url = url }
        if let source { result.source = source }
        return result
    }

    /// Hands every input to `body`, in order: an article, or why its line is none.
    ///
    /// - Throws: ``InputFile/Unreadable`` for a file that cannot be read.
    func forEach(_ body: (Result<RawArticle, Rejection>) throws -> Void) throws {
        let header = try given()
        for file in files {
            if lines {
                try forEachLine(of: file) { line in
                    try body(Self.article(inLine: line, header: header))
                }
            } else {
                let bytes = try InputFile.contents(of: file)
                try body(.success(RawArticle(header: header, body: bytes)))
            }
        }
    }

    private static func article(
        inLine line: [UInt8], header: ArticleHeader
    ) -> Result<RawArticle, Rejection> {
        do throws(Rejection) {
            guard let article = try EnvelopeReader.read(line) else {
                return .failure(.badHeader(problem: "line is no JSON object with content"))
            }
            var own = article.header
            own.url = own.url ?? header.url
            own.source = own.source ?? header.source
            own.contentType = own.contentType ?? header.contentType
            own.title = own.title ?? header.title
            own.publishedAt = own.publishedAt ?? header.publishedAt
            own.fetchedAt = own.fetchedAt ?? header.fetchedAt
            own.language = own.language ?? header.language
            own.byline = own.byline ?? header.byline
            return .success(RawArticle(header: own, body: article.body))
        } catch {
            return .failure(error)
        }
    }

    private func forEachLine(of file: String, _ body: ([UInt8]) throws -> Void) throws {
        var reader = LineReader(try InputFile.open(file), name: file)
        while let line = try reader.next() {
            if line.bytes.contains(where: { $0 > UInt8(ascii: " ") }) { try body(line.bytes) }
        }
    }
}
