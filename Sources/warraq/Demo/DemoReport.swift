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
        terminal.heading("What came out, as a subscriber gets it")
        terminal.item(
            "\(records.count) records: \(articles.count) of articles, and \(headlines) of headlines that "
                + "stood on a page and are not its article's. Each has a topic that subscribers choose "
                + "by: article, what is new, the language, and the host, here - where it is unknown.",
            indent: 2)
        for record in articles { show(record) }
        terminal.heading("In short")
        for (input, reply) in replies { terminal.item("\(input.name): \(reply.word)", indent: 2) }
    }

    private func show(_ record: DemoRecord) {
        let root = record.json.root
        let uri = root["uri"]?.string ?? ""
        let input = replies.first { $0.reply.uri == uri }?.input
        terminal.heading(input?.title ?? uri)
        terminal.field("topic", record.topic)
        showSource(root, raw: input)
        let body = list(root["bodies"]).first?["value"]?.string ?? ""
        let paragraphs = list(root["enrichment"]?["paragraphs"])
        if let first = paragraphs.first {
            let words = list(root["bodies"]).first?["wordCount"]?.integer ?? 0
            terminal.field("text", "\(paragraphs.count) paragraphs, \(words) words; it begins")
            terminal.paragraph(Self.piece(of: body, first), lines: 3)
        }
        showFindings(of: root)
        showRelations(of: root, body: body, name: input?.name ?? uri)
    }

    private func showSource(_ root: JSONValue, raw: DemoInput?) {
        terminal.field(
            "title", root["title"]?.string ?? "none on the page: a first sentence is no headline")
        let publisher = list(root["infoSources"]).first
        terminal.field("publisher", publisher?["name"]?.string ?? "not said, so not guessed")
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
            "\(root["enrichment"]?["languageVariety"]?["value"]?.string ?? ""), found written in \(charset)"
        )
        showRemovals(root, raw: raw)
    }

    private func showRemovals(_ root: JSONValue, raw: DemoInput?) {
        let removals = list(root["enrichment"]?["removals"])
        guard !removals.isEmpty else { return }
        terminal.line("  thrown away")
        let decoded = raw.map { String(decoding: $0.body, as: UTF8.self) } ?? ""
        for removal in removals {
            let start = removal["rawStart"]?.integer ?? 0
            let end = removal["rawEnd"]?.integer ?? 0
            let reason = removal["reason"]?.string ?? ""
            terminal.item(
                "\(Self.explanation(of: reason)): characters \(start) to \(end) of the input",
                indent: 4)
            let text = decoded.scalars(start, end)
            // The tags of a page say nothing to a person, and headlines are shown below.
            guard reason != "headlineTicker", !text.contains("<") else { continue }
            terminal.paragraph(text, lines: 1)
        }
        let headlines = list(root["enrichment"]?["pageHeadlines"])
        if !headlines.isEmpty {
            terminal.item(
                "\(headlines.count) headlines of other articles were in it, the first two:",
                indent: 4)
            for headline in headlines.prefix(2) {
                terminal.paragraph(headline["text"]?.string ?? "", lines: 1)
            }
        }
    }

    private func showRelations(of root: JSONValue, body: String, name: String) {
        for relation in list(root["enrichment"]?["relations"]) {
            let uri = relation["to"]?.string ?? ""
            let other = records.first { $0.json.root["uri"]?.string == uri }?.json.root
            let otherName = replies.first { $0.reply.uri == uri }?.input.name ?? uri
            let type = relation["type"]?.string ?? ""
            terminal.field("relation", Self.sentence(of: type, otherName))
            let passages = list(relation["passages"])
            guard !passages.isEmpty, type != "nearDuplicateOf" else { continue }
            let here = relation["coverageHere"]?.real ?? 0
            let there = relation["coverageThere"]?.real ?? 0
            terminal.item(
                "What is copied is \(percent(here)) of \(name) and \(percent(there)) of \(otherName), "
                    + "though spelling, punctuation and words differ here and there:", indent: 4)
            let otherBody = list(other?["bodies"]).first?["value"]?.string
            ComparisonView(terminal: terminal).show(
                passages.map(Self.passage), first: ("in \(name)", body),
                second: ("in \(otherName)", otherBody ?? ""),
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

    func list(_ value: JSONValue?) -> [JSONValue] {
        value.map { Array($0.elements) } ?? []
    }

    private func percent(_ share: Double) -> String {
        "\(Int((share * 100).rounded())) %"
    }

    private static func sentence(of relation: String, _ other: String) -> String {
        switch relation {
        case "exactCopyOf": "the same words as \(other), so its record points there and has no text"
        case "nearDuplicateOf": "nearly the same words as \(other)"
        case "contains": "contains most of \(other)"
        case "containedIn": "is mostly contained in \(other)"
        case "reuses": "reuses passages of \(other)"
        case "updates": "new text for \(other)"
        default: "\(relation) \(other)"
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
