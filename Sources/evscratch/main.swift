import Foundation
@testable import NewsEnrichment
import ArticleExtraction
import ArabicDates
import ArabicText

let mode = CommandLine.arguments[1]
func lines() -> [[String: Any]] {
    var out: [[String: Any]] = []
    while let l = readLine() { if let o = try? JSONSerialization.jsonObject(with: Data(l.utf8)) as? [String: Any] { out.append(o) } }
    return out
}
if mode == "topics" {
    let table = TopicTable.shared
    let finder = TopicFinder()
    for o in lines() {
        let title = o["title"] as? String ?? "", text = o["text"] as? String ?? ""
        let t = NewsText(of: title), b = NewsText(of: text)
        let tops = finder.tops(of: TopicEvidence(title: t, body: b, table: table)); let list = finder.topics(title: t, body: b)
        let h = finder.topTopic(of: t, genre: nil) ?? "-"
        let g = HeadlineGenre.genre(of: t)?.rawValue ?? "-"
        print("\(o["category"] as? String ?? "?")\t\(h)\t\(g)\t\(tops.prefix(3).map { "\(table.topics[$0.topic].code.prefix(2)):\(Int($0.score))" }.joined(separator: " "))\t\(list.map { "\($0.name)[\($0.code)]\($0.relevance)" }.joined(separator: "، "))\t\(title)")
    }
}
if mode == "time" {
    let all = lines().map { (NewsText(of: $0["title"] as? String ?? ""), NewsText(of: $0["text"] as? String ?? "")) }
    let finder = TopicFinder()
    var best = 1e9; let words = all.reduce(0) { $0 + $1.1.words.count }
    for _ in 0..<7 { let t0 = ContinuousClock.now; for a in all { _ = finder.topics(title: a.0, body: a.1) }; let d = ContinuousClock.now - t0; best = min(best, Double(d.components.attoseconds) / 1e12 + Double(d.components.seconds) * 1e6) }
    print("topics µs per 770 words", best * 770 / Double(words), "per article", best / Double(all.count))
}
func span(_ o: [String: Any]) -> TextSpan { TextSpan(start: o["start"] as? Int ?? 0, end: o["end"] as? Int ?? 0, paragraph: o["paragraph"] as? Int ?? 1, text: o["text"] as? String ?? "") }
if mode == "gold" {
    for path in CommandLine.arguments.dropFirst(2) {
        let d = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as! [String: Any]
        let e = d["enrichment"] as! [String: Any]
        let body = ((d["bodies"] as! [[String: Any]])[0]["value"]) as! String
        let title = d["title"] as? String
        var f = Findings()
        let pub = path.contains("000") ? CivilDate(year: 2014, month: 3, day: 8) : nil
        f.times = DateParser().expressions(in: body, anchor: pub).map { x in TimeMention(expression: x, paragraph: 1, text: String(String.UnicodeScalarView(Array(body.unicodeScalars)[x.start..<x.end]))) }
        f.places = (e["places"] as! [[String: Any]]).map { p in Place(ref: p["ref"] as! String, name: p["name"] as! String, kind: .init(rawValue: p["kind"] as! String)!, country: p["country"] as? String, point: nil, role: .mentions, near: nil, resolvedName: nil, variants: [], mentions: (p["mentions"] as! [[String: Any]]).map(span), reason: Reason("x")) }
        f.organisations = (e["organisations"] as! [[String: Any]]).map { p in Organisation(ref: p["ref"] as! String, name: p["name"] as! String, countries: [], trigger: nil, variants: [], mentions: (p["mentions"] as! [[String: Any]]).map(span), reason: Reason("x")) }
        f.quotedTitles = (e["quotedTitles"] as! [[String: Any]]).map { QuotedTitle(span: span($0), role: .eventTheme, reason: Reason("x")) }
        for t in f.times { print("TIME", t.text, t.expression.type, t.expression.value, t.expression.from as Any, t.expression.to as Any) }
        EventFinder().find(title: title.map { NewsText(of: $0) }, body: NewsText(of: body), published: pub, findings: &f)
        for v in f.events { print(v.id, "|", v.name, "|", v.series ?? "-", v.ordinal ?? 0, v.from?.description ?? "-", v.to?.description ?? "-", v.value ?? "-", v.mod?.rawValue ?? "-", v.standalone ?? "-", v.place ?? "-", v.organiser ?? "-", v.agents, v.theme ?? "-", v.status, v.role, v.evidence.map(\.text)); print("   why", v.reason.words?.text ?? "-") }
        if let t = title { var k = f; KeyphraseFinder().find(title: NewsText(of: t), body: NewsText(of: body), findings: &k); f = k } else { KeyphraseFinder().find(title: nil, body: NewsText(of: body), findings: &f) }
        print("KEY", f.keyphrases.map(\.text).joined(separator: "، "))
        print("GOLD", (e["keyphrases"] as! [String]).joined(separator: "، "))
        print("==")
    }
}

if mode == "keys" {
    for o in lines() {
        let title = o["title"] as? String ?? "", text = o["text"] as? String ?? ""
        var f = Findings()
        KeyphraseFinder().find(title: NewsText(of: title), body: NewsText(of: text), findings: &f)
        print(title, "\n    ", f.keyphrases.map(\.text).joined(separator: "، "))
    }
}
if mode == "full" {
    let enricher = NewsEnricher()
    let show = Set(CommandLine.arguments.dropFirst(2))
    for o in lines() {
        let title = o["title"] as? String ?? "", text = o["text"] as? String ?? ""
        guard !text.isEmpty else { continue }
        let d = (o["date"] as? String ?? "").split(separator: "T")[0].split(separator: " ").first.map { $0.split(separator: "-").compactMap { Int($0) } } ?? []
        let pub = d.count == 3 ? CivilDate(year: d[0], month: d[1], day: d[2]) : nil
        let a = CleanArticle(title: title.isEmpty ? nil : LocatedText(title), published: pub.map { PublicationDate(date: $0, evidence: .meta) }, language: TextLanguage(tag: "ar", variety: "ar", evidence: []), body: text, paragraphs: [Paragraph(n: 1, start: 0, end: text.unicodeScalars.count)], encoding: .utf8, encodingEvidence: .validUTF8, wordCount: 0)
        let f = enricher.findings(in: a, crawled: nil)
        if show.contains("events") {
            if f.events.isEmpty { continue }
            print("#", title, pub?.description ?? "-")
            for v in f.events { print("   ", v.id, "|", v.name, "|", v.ordinal ?? 0, v.from?.description ?? "-", v.to?.description ?? "-", v.value ?? "-", v.place.map { r in f.places.first { $0.ref == r }?.name ?? r } ?? "-", v.organiser ?? "-", v.agents, v.theme ?? "-", v.status, v.role, "\n        why", v.reason.words?.text ?? "-") }
        }
        if show.contains("keys") { print(title, "\n    ", f.keyphrases.map(\.text).joined(separator: "، ")) }
    }
}
if mode == "phr" {
    let d = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: "/work/shared/gold/000.json"))) as! [String: Any]
    let body = ((d["bodies"] as! [[String: Any]])[0]["value"]) as! String
    let t = NewsText(of: body)
    var r = PhraseReader(text: t, frequencies: .shared)
    var out: [Phrase] = []
    for i in t.words.indices { r.collect(at: i, into: &out) }
    for p in out where p.words.count > 1 { let s = t.span(p.words, cut: p.cut).text; if s.contains("تعاون") { print(s, p.key, p.rarity, p.isWhole, p.longer) } }
}
if mode == "cost" {
    let enricher = NewsEnricher()
    var prepared: [(ArticleWords, Findings)] = []
    for o in lines() {
        let title = o["title"] as? String ?? "", text = o["text"] as? String ?? ""
        guard !text.isEmpty else { continue }
        let a = CleanArticle(title: title.isEmpty ? nil : LocatedText(title), published: nil, language: TextLanguage(tag: "ar", variety: "ar", evidence: []), body: text, paragraphs: [Paragraph(n: 1, start: 0, end: text.unicodeScalars.count)], encoding: .utf8, encodingEvidence: .validUTF8, wordCount: 0)
        var f = enricher.findings(in: a, crawled: nil)
        f.events = []
        prepared.append((ArticleWords(of: a), f))
    }
    let words = prepared.reduce(0) { $0 + $1.0.body.words.count }
    func time(_ name: String, _ body: (ArticleWords, inout Findings) -> Void) {
        var best = Double.infinity
        for _ in 0..<9 {
            let t0 = ContinuousClock.now
            for p in prepared { var f = p.1; body(p.0, &f) }
            let d = ContinuousClock.now - t0
            best = min(best, Double(d.components.seconds) * 1e6 + Double(d.components.attoseconds) / 1e12)
        }
        print(name, "per article", best / Double(prepared.count), "per 770 words", best * 770 / Double(words))
    }
    let e = EventFinder(), t = TopicFinder(), k = KeyphraseFinder()
    time("nothing") { _, _ in }
    time("events") { e.find(in: $0, findings: &$1) }
    time("topics") { t.find(in: $0, headlines: [], findings: &$1) }
    time("keys") { k.find(in: $0, findings: &$1) }
    if CommandLine.arguments.count > 2 { for _ in 0..<3000 { for p in prepared { var f = p.1; e.find(in: p.0, findings: &f); t.find(in: p.0, headlines: [], findings: &f); k.find(in: p.0, findings: &f) } } }
}
