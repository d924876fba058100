/// A text made ready to be compared with many others: what depends on it alone is done once.
///
/// ```swift
/// let prepared = PreparedText(text, commonKeys: answer.commonKeys)
/// for candidate in answer.candidates {
///     print(TextComparer.compare(block: block(candidate.number), prepared))
/// }
/// ```
public struct PreparedText: Sendable {
    /// The text.
    public let text: TokenizedText
    let compared: ComparedText
    let anchors: AnchorTable
    let common: CommonSpans

    /// Prepares `text`. Takes time linear in its words, about 10 ns each.
    ///
    /// - Parameter commonKeys: Keys of it that an index finds too common, rising
    ///   (``IndexAnswer/commonKeys``). Passages with no other key are formulaic.
    public init(_ text: TokenizedText, commonKeys: [UInt64] = []) {
        self.text = text
        compared = ComparedText(text)
        anchors = AnchorTable(compared.words)
        common = CommonSpans(of: text, keys: commonKeys)
    }
}
