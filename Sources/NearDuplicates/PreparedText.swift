/// A text made ready to be compared with many others: what depends on it alone is done once.
///
/// ```swift
/// let prepared = PreparedText(text, commonKeys: answer.commonKeys)
/// for candidate in answer.candidates {
///     print(TextComparer.compare(block: bytes(candidate.number).span.bytes, prepared))
/// }
/// ```
public struct PreparedText: Sendable {
    let columns: WordColumns
    let anchors: AnchorTable
    let common: CommonSpans

    /// The text.
    public var text: TokenizedText { columns.text }

    /// Prepares `text`. Takes time linear in its words, about 10 ns each.
    ///
    /// - Parameter commonKeys: Keys of it that an index finds too common, rising
    ///   (``IndexAnswer/commonKeys``). Passages with no other key are formulaic.
    public init(_ text: TokenizedText, commonKeys: [UInt64] = []) {
        columns = WordColumns(text)
        anchors = AnchorTable(columns.hashes)
        common = CommonSpans(of: text, keys: commonKeys)
    }
}
