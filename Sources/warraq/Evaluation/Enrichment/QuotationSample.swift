internal import JSONReading
internal import WarraqCore

/// A quotation that a reader marked.
struct MarkedQuotation {
    let span: BodySpan
    let kind: String
    let cue: String
    /// Texts any of which names who speaks, the nearest first.
    let speakers: [String]
    let speakerForm: String
    /// Whether it is neither asked for nor wrong.
    let isOptional: Bool
}

/// An article and all its quotations, marked by a reader.
struct QuotationSample {
    let id: String
    let text: String
    let quotations: [MarkedQuotation]
}

/// A file of articles with their quotations, with or without their words.
struct QuotationFile {
    private(set) var samples: [QuotationSample] = []
    /// Annotations whose text is in no file, or has changed.
    private(set) var lost = 0

    /// Reads `path`; annotations that stand off take their words from the news in `data`.
    init(_ path: String, data: String) throws {
        var documents: [JSONValue] = []
        try CorpusFile.forEachObject(in: path) { if let object = $0 { documents.append(object) } }
        let standoff = documents.filter { $0["text"] == nil }.compactMap { $0["id"]?.string }
        let texts = try NewsTexts(of: Set(standoff), in: data)
        for document in documents {
            if let sample = QuotationSample(document, texts: texts) {
                samples.append(sample)
            } else {
                lost += 1
            }
        }
    }
}

extension QuotationSample {
    fileprivate init?(_ document: JSONValue, texts: NewsTexts) {
        let id = document.text("id")
        guard let text = document["text"]?.string ?? texts[id] else { return nil }
        if let digest = document["sha256"]?.string,
            SHA256Digest(of: [Array(text.utf8)]).base64URL != digest
        {
            return nil
        }
        self.init(
            id: id, text: text,
            quotations: document.list("quotations").map { MarkedQuotation($0, in: text) })
    }
}

extension MarkedQuotation {
    fileprivate init(_ quotation: JSONValue, in text: String) {
        let bare = quotation.span
        self.init(
            span: BodySpan(
                start: bare.start, end: bare.end,
                text: text.scalars(from: bare.start, to: bare.end)),
            kind: quotation.text("kind"),
            cue: Self.words(at: quotation["cue"], in: text),
            speakers: quotation.list("speaker").map { $0.string ?? Self.words(at: $0, in: text) },
            speakerForm: quotation.text("speakerForm"), isOptional: quotation.isOptional)
    }

    /// The words that a pair of offsets cuts out.
    private static func words(at pair: JSONValue?, in text: String) -> String {
        let ends = pair.map { $0.elements.compactMap(\.integer) } ?? []
        return ends.count == 2 ? text.scalars(from: ends[0], to: ends[1]) : ""
    }
}
