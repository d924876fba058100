internal import JSONReading
internal import WarraqCore

/// What a name is of.
enum NameClass: String, CaseIterable {
    case person = "PER"
    case organisation = "ORG"
    case place = "LOC"

    /// The share of findings that are to be right, and of names that are to be found.
    var goals: (precision: Double, recall: Double) {
        switch self {
        case .person: (0.90, 0.50)
        case .organisation: (0.85, 0.55)
        case .place: (0.90, 0.75)
        }
    }
}

/// A name that a reader marked.
struct MarkedName {
    let span: BodySpan
    let label: NameClass
    /// A label as right as ``label``.
    var other: NameClass?
    /// Spans as right as ``span``.
    var accepted: [BodySpan] = []
    /// Whether it is neither asked for nor wrong.
    var isOptional = false

    func takes(_ label: NameClass) -> Bool { label == self.label || label == other }

    func isExactly(_ span: BodySpan) -> Bool {
        self.span.isSamePlace(as: span) || accepted.contains { $0.isSamePlace(as: span) }
    }
}

/// A text and its names, marked by a reader.
struct NameSample {
    let id: String
    let text: String
    /// The part of ``text`` that was read, in scalars; names outside are not judged.
    var window: Range<Int>
    var names: [MarkedName]
}

/// A file of texts with their names: our annotations, with or without their words, or tokens with
/// tags as Wojood and AQMAR come.
struct NameFile {
    let samples: [NameSample]
    /// Whether the goals are held against it: not for others' labels on other kinds of text.
    let isOurs: Bool
    /// Annotations whose text is in no file, or has changed.
    private(set) var lost = 0

    /// Reads `path`; annotations that stand off take their words from the news in `data`, and with
    /// `wholeArticles` all are seen inside their articles.
    init(_ path: String, data: String, wholeArticles: Bool) throws {
        var documents: [JSONValue] = []
        try CorpusFile.forEachObject(in: path) { if let object = $0 { documents.append(object) } }
        isOurs = documents.first?["tags"] == nil
        let wanted = documents.filter { $0["entities"] != nil }
            .filter { wholeArticles || $0["text"] == nil }
        let texts = try NewsTexts(of: Set(wanted.compactMap { $0["id"]?.string }), in: data)
        var samples: [NameSample] = []
        for document in documents {
            let sample =
                if document["tags"] != nil {
                    TaggedTokens.sample(of: document)
                } else {
                    NameSample(annotated: document, texts: texts, wholeArticles: wholeArticles)
                }
            if let sample { samples.append(sample) } else { lost += 1 }
        }
        self.samples = samples
    }
}

extension NameSample {
    /// One of our annotations.
    fileprivate init?(annotated document: JSONValue, texts: NewsTexts, wholeArticles: Bool) {
        let id = document.text("id")
        let marks = document.list("entities").compactMap(MarkedName.init(annotated:))
        if let text = document["text"]?.string {
            let length = text.unicodeScalars.count
            guard wholeArticles, let article = texts[id] else {
                self.init(id: id, text: text, window: 0..<length, names: marks)
                return
            }
            guard let start = document.list("article").first?.integer,
                article.scalars(from: start, to: start + length) == text
            else { return nil }
            self.init(
                id: id, text: article, window: start..<start + length,
                names: marks.map { $0.moved(by: start, in: article) })
            return
        }
        guard let article = texts[id], let start = document["start"]?.integer,
            let end = document["end"]?.integer, start <= end
        else { return nil }
        let cut = article.scalars(from: start, to: end)
        guard SHA256Digest(of: [Array(cut.utf8)]).base64URL == document.text("sha256") else {
            return nil
        }
        let names = marks.map { $0.moved(by: 0, in: article) }
        if wholeArticles {
            self.init(id: id, text: article, window: start..<end, names: names)
        } else {
            self.init(
                id: id, text: cut, window: 0..<end - start,
                names: names.map { $0.moved(by: -start, in: cut) })
        }
    }
}
