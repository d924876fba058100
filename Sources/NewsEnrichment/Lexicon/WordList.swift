/// A list of words of one class or several, as it stands in the source.
struct WordList: Sendable {
    /// Which forms of a word the list means.
    enum Article: Sendable {
        /// As written.
        case asWritten
        /// As written and with ال before it.
        case either
    }

    /// What the words are.
    let senses: Senses
    /// Whether the article may be added.
    let article: Article
    /// The words, any white space between them, in any spelling that folds to the key form.
    let words: StaticString

    /// A list of these values.
    init(_ senses: Senses, _ article: Article = .asWritten, _ words: StaticString) {
        self.senses = senses
        self.article = article
        self.words = words
    }
}
