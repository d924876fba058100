internal import JSONReading

/// Shows records to a person: what was thrown away and why, the clean article, and what copies what.
struct DemoReport {
    let terminal: TerminalText
    let records: [DemoRecord]
    let replies: [(input: DemoInput, reply: DemoReply)]

    /// Prints all of it.
    func show() {
        let articles = records.filter { $0.topic.hasPrefix("article/") }
        let headlines = records.count - articles.count
        terminal.heading("What came out")
        terminal.line(
            "  \(records.count) records: \(articles.count) of articles, \(headlines) of headlines that stood "
                + "on the page and are not the article's.")
        for record in articles { show(record) }
    }

    private func show(_ record: DemoRecord) {
        let root = record.json.root
        let uri = root["uri"]?.string ?? ""
        let input = replies.first { $0.reply.uri == uri }?.input
        terminal.heading("\(input?.title ?? uri): \(record.topic)")
        showSource(root, raw: input)
        guard let body = list(root["bodies"]).first else {
            showRelations(of: root, body: "")
            return
        }
        let text = body["value"]?.string ?? ""
        let paragraphs = list(root["enrichment"]?["paragraphs"])
        terminal.field(
            "text",
            "\(paragraphs.count) paragraphs, \(body["wordCount"]?.integer ?? 0) words; it begins")
        if let first = paragraphs.first {
            terminal.paragraph(Self.piece(of: text, first), lines: 3)
        }
        showRelations(of: root, body: text)
    }

    private func showSource(_ root: JSONValue, raw: DemoInput?) {
        terminal.field(
            "title", root["title"]?.string ?? "none on the page: a first sentence is no headline")
        let publisher = list(root["infoSources"]).first
        terminal.field("publisher", publisher?["name"]?.string ?? "not said")
        let published = root["enrichment"]?["published"]
        if let date = published?["date"]?.string {
            let words = published?["text"]?.string.map { ", the page says «\($0)»" } ?? ""
            terminal.field("published", date + words)
        } else {
            terminal.field("published", "not said, so not guessed")
        }
        let charset = root["enrichment"]?["input"]?["charset"]?.string ?? ""
        terminal.field(
            "language",
            "\(root["enrichment"]?["languageVariety"]?["value"]?.string ?? ""), read as \(charset)")
        showRemovals(root)
    }

    private func showRemovals(_ root: JSONValue) {
        let removals = list(root["enrichment"]?["removals"])
        guard !removals.isEmpty else { return }
        terminal.field("thrown away", "")
        for removal in removals {
            let start = removal["rawStart"]?.integer ?? 0
            let end = removal["rawEnd"]?.integer ?? 0
            let reason = removal["reason"]?.string ?? ""
            terminal.line(
                "    \(Self.explanation(of: reason)): characters \(start) to \(end) of the input")
        }
        let headlines = list(root["enrichment"]?["pageHeadlines"])
        if !headlines.isEmpty {
            terminal.line(
                "    \(headlines.count) headlines of other articles were in it, the first two:")
            for headline in headlines.prefix(2) {
                terminal.paragraph(headline["text"]?.string ?? "", lines: 1)
            }
        }
    }

    private func showRelations(of root: JSONValue, body: String) {
        for relation in list(root["enrichment"]?["relations"]) {
            let uri = relation["to"]?.string ?? ""
            let other = records.first { $0.json.root["uri"]?.string == uri }?.json.root
            let name = replies.first { $0.reply.uri == uri }?.input.title ?? uri
            let type = relation["type"]?.string ?? ""
            terminal.field("relation", "\(Self.sentence(of: type)) «\(name)»")
            let passages = list(relation["passages"])
            guard !passages.isEmpty, type != "nearDuplicateOf" else { continue }
            let here = relation["coverageHere"]?.real ?? 0
            let there = relation["coverageThere"]?.real ?? 0
            terminal.line(
                "    copied passages hold \(percent(here)) of this text and \(percent(there)) of the other"
            )
            let otherBody = list(other?["bodies"]).first?["value"]?.string
            ComparisonView(terminal: terminal).show(
                passages.map(Self.passage), first: ("here", body),
                second: ("there", otherBody ?? ""),
                linesEach: 2)
        }
    }

    private static func passage(_ value: JSONValue) -> ComparisonView.Passage {
        func range(_ start: String, _ end: String) -> Range<Int> {
            let from = value[start]?.integer ?? 0
            return from..<max(from, value[end]?.integer ?? 0)
        }
        return ComparisonView.Passage(
            first: range("start", "end"), second: range("otherStart", "otherEnd"),
            isFormulaic: value["kind"]?.string == "formulaic",
            matchedTokens: value["matchedTokens"]?.integer ?? 0)
    }

    private static func piece(of text: String, _ span: JSONValue) -> String {
        text.scalars(span["start"]?.integer ?? 0, span["end"]?.integer ?? 0)
    }

    private func list(_ value: JSONValue?) -> [JSONValue] {
        value.map { Array($0.elements) } ?? []
    }

    private func percent(_ share: Double) -> String {
        "\((share * 1000).rounded() / 10) %"
    }

    private static func sentence(of relation: String) -> String {
        switch relation {
        case "exactCopyOf": "the same words as, so it goes out without a body:"
        case "nearDuplicateOf": "nearly the same words as"
        case "contains": "contains most of"
        case "containedIn": "is mostly contained in"
        case "reuses": "reuses passages of"
        case "updates": "new text for"
        default: relation
        }
    }

    private static func explanation(of reason: String) -> String {
        switch reason {
        case "headlineTicker": "headlines of another day"
        case "moderationNotice": "the site's notice about reported pictures"
        case "sourceLinkText": "the text of a link"
        case "shareBar": "buttons to share"
        case "comments": "rules and counts of comments"
        case "relatedLinks": "links to other articles"
        case "navigation": "menus"
        case "agencySignature": "an agency's closing sign"
        case "caption": "a picture's text"
        case "siteFurniture", "furniture": "text of the site"
        case "markup": "scripts and styles"
        default: reason
        }
    }
}
