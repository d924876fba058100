internal import ArticleExtraction
internal import JSONReading
internal import NewsEnrichment
internal import WarraqCore
internal import WarraqServer

/// Makes the record of a text as `warraq process` does and reads it back, so that what goes out is
/// what is judged.
struct RecordMaker {
    private let processor: ArticleProcessor

    /// - Parameter known: Names that other articles introduced.
    init(known: KnownNames = .none) {
        processor = ArticleProcessor(known: known)
    }

    /// The record of `text`, with offsets into its clean body; `nil` if the text is refused.
    func record(of text: [UInt8], header: ArticleHeader = ArticleHeader()) throws -> RecordView? {
        let records: [[UInt8]]
        do throws(Rejection) {
            records = try processor.records(of: RawArticle(header: header, body: text))
        } catch {
            return nil
        }
        return try records.first.map { RecordView(try JSONDocument($0).root) }
    }

    /// The record of `text` and how its offsets lead back into `text`.
    func record(of text: String) throws -> (view: RecordView, map: OffsetMap)? {
        guard let view = try record(of: Array(text.utf8)) else { return nil }
        return (view, OffsetMap(of: view.body, in: text, starts: view.paragraphStarts))
    }
}
