internal import ArticleExtraction
internal import JSONReading
internal import NewsEnrichment
internal import WarraqCore

/// What is true of everything that is understood of an article.
enum FindingsPromises {
    /// Checks a text, its first line a headline.
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        var header = ArticleHeader()
        header.url = "https://news.example.org/1"
        header.language = "ar"
        header.publishedAt = "2014-03-08T10:00:00Z"
        let lines = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        if lines.count > 1 { header.title = String(decoding: lines[0], as: UTF8.self) }
        let raw = RawArticle(header: header, body: Array(lines.last ?? []))
        let extraction: Extraction
        do {
            extraction = try ArticleExtractor().extract(raw)
        } catch {
            return
        }
        for article in extraction.articles { try check(article, in: raw) }
    }

    private static let enricher = NewsEnricher()

    /// Checks the record of an article with its findings.
    static func check(_ article: CleanArticle, in raw: RawArticle) throws(BrokenPromise) {
        let json = record(of: article, in: raw)
        try promise(record(of: article, in: raw) == json, "the same article gives the same bytes")
        let root: JSONValue
        do {
            root = try JSONDocument(json).root
        } catch {
            throw BrokenPromise(description: "a record is JSON: \(error)")
        }
        guard let enrichment = root["enrichment"] else {
            throw BrokenPromise(description: "a record has enrichment")
        }
        let body = Body(article)
        for member in enrichment.members where member.name != "relations" {
            try checkSpans(in: member.value, of: body, path: member.name)
        }
        try checkRefs(in: enrichment)
        try checkKeyphrases(in: enrichment, of: article)
    }

    private static func record(of article: CleanArticle, in raw: RawArticle) -> [UInt8] {
        let payload = ArticleURI(body: raw.body, url: raw.header.url)
        return RecordEncoder.json(
            of: EnrichedRecord(
                uri: RecordIdentity.of(article, in: raw, payload: payload), version: 1,
                versionCreated: nil, article: article, header: raw.header,
                verdict: .new(relations: []),
                findings: enricher.findings(in: article, crawled: nil)))
    }

    /// A body by its scalars.
    private struct Body {
        let scalars: [Unicode.Scalar]
        let paragraphs: [Range<Int>]

        init(_ article: CleanArticle) {
            scalars = Array(article.body.unicodeScalars)
            paragraphs = article.paragraphs.map { $0.start..<$0.end }
        }
    }

    /// Every object with start, end and text is a piece of the body, in the paragraph it names.
    private static func checkSpans(
        in value: JSONValue, of body: Body, path: String
    ) throws(BrokenPromise) {
        switch value.kind {
        case .array:
            for element in value.elements { try checkSpans(in: element, of: body, path: path) }
        case .object:
            if let start = value["start"]?.integer, let end = value["end"]?.integer,
                let text = value["text"]?.string
            {
                try checkSpan(start, end, text, value["paragraph"]?.integer, of: body, path: path)
            }
            for member in value.members {
                try checkSpans(in: member.value, of: body, path: "\(path).\(member.name)")
            }
        default: break
        }
    }

    private static func checkSpan(
        _ start: Int, _ end: Int, _ text: String, _ paragraph: Int?, of body: Body, path: String
    ) throws(BrokenPromise) {
        let place = "\(path): \(text), \(start) to \(end)"
        try promise(start < end && start >= 0 && end <= body.scalars.count, "\(place) is inside")
        var words = String.UnicodeScalarView()
        words.append(contentsOf: body.scalars[start..<end])
        try promise(Array(String(words).utf8) == Array(text.utf8), "\(place) is what stands there")
        guard let paragraph else {
            throw BrokenPromise(description: "\(place) names its paragraph")
        }
        try promise((1...body.paragraphs.count).contains(paragraph), "\(place): \(paragraph)")
        try promise(
            body.paragraphs[paragraph - 1].contains(start), "\(place) is in paragraph \(paragraph)")
    }

    /// Every ref is the id of something else in the record.
    private static func checkRefs(in enrichment: JSONValue) throws(BrokenPromise) {
        var refs: Set<String> = []
        var shared: Set<String> = []
        for key in ["people", "organisations", "places", "roleMentions"] {
            for entity in enrichment[key]?.elements.map(\.self) ?? [] {
                guard let ref = entity["ref"]?.string else {
                    throw BrokenPromise(description: "\(key) have refs")
                }
                // A port may have the ref of its city, and the record the city, too.
                let isShared = key == "roleMentions" || entity["resolvedName"] != nil
                try promise(
                    refs.insert(ref).inserted || isShared || shared.contains(ref),
                    "\(key): \(ref) is one")
                if isShared { shared.insert(ref) }
            }
        }
        for quotation in enrichment["quotations"]?.elements.map(\.self) ?? [] {
            let speaker = quotation["speaker"]?.string ?? ""
            try promise(refs.contains(speaker), "the speaker \(speaker) is in the record")
        }
        for event in enrichment["events"]?.elements.map(\.self) ?? [] {
            for key in ["place", "organiser"] {
                guard let ref = event[key]?.string else { continue }
                try promise(refs.contains(ref), "the event's \(key) \(ref) is in the record")
            }
        }
    }

    private static func checkKeyphrases(
        in enrichment: JSONValue, of article: CleanArticle
    ) throws(BrokenPromise) {
        for phrase in enrichment["keyphrases"]?.elements.compactMap(\.string) ?? [] {
            try promise(
                holds(article.body, phrase) || holds(article.title?.value ?? "", phrase),
                "the keyphrase \(phrase) stands in title or body")
        }
    }

    private static func holds(_ text: String, _ phrase: String) -> Bool {
        var rest = Array(text.utf8)[...]
        let wanted = Array(phrase.utf8)
        guard let first = wanted.first else { return false }
        while let index = rest.firstIndex(of: first) {
            rest = rest[index...]
            if rest.starts(with: wanted) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
