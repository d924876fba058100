import ArabicText
import Testing

@testable import ArticleExtraction

struct SiteMemoryTests {
    private static let furniture = "تابعوا كل جديد النبراس على مدار الساعة"
    private static let host = "example.org"

    /// Three paragraphs that only the article `number` has.
    private static func paragraphs(_ number: Int) -> [String] {
        (1...3).map { part in
            """
            أعلنت الحكومة في البلاغ رقم \(number) والفقرة \(part) أن الأشغال ستنطلق في مدينة \
            \(["الرباط", "فاس", "أكادير", "وجدة", "تطوان"][(number + part) % 5]) خلال الأسابيع المقبلة \
            من أجل تحسين ظروف عيش السكان وفق برنامج يمتد إلى عام \(2030 + number).
            """
        }
    }

    private static func text(_ number: Int) -> String {
        paragraphs(number).joined(separator: "\n") + "\n" + furniture + "\n"
    }

    private static func html(_ number: Int, title: String? = nil) -> String {
        let title = title ?? "البلاغ رقم \(number) يعلن انطلاق الأشغال"
        let body = paragraphs(number).map { "<p>\($0)</p>" }.joined()
        return """
            <html><head><title>\(title)</title></head><body><article>\
            <h1>البلاغ رقم \(number) يعلن انطلاق الأشغال</h1>\(body)<p>\(furniture)</p>\
            </article></body></html>
            """
    }

    private func extract(_ text: String, knowing site: LearnedSite? = nil) throws -> CleanArticle {
        try article(RawArticle(header: Self.header(), body: Array(text.utf8)), site)
    }

    private func article(_ raw: RawArticle, _ site: LearnedSite?) throws -> CleanArticle {
        try #require(
            try ArticleExtractor().extract(
                raw, sites: { $0.contains(Self.host) ? site : nil }
            ).articles.first)
    }

    private static func header(title: String? = nil) -> ArticleHeader {
        var header = ArticleHeader()
        header.url = "https://\(host)/news/1.html"
        header.title = title
        return header
    }

    private func learned(_ pages: [String]) throws -> LearnedSite {
        var memory = SiteMemory()
        for page in pages {
            memory.learn(try extract(page).sighting, host: Self.host, at: 0)
        }
        return memory.history(of: Self.host)?.learned ?? .nothing
    }

    // MARK: Furniture

    @Test func `a line on three texts of a site is left out of the fourth, and listed`() throws {
        let site = try learned((1...3).map(Self.text))
        #expect(site.furniture == [SiteLineKey.key(of: Self.furniture)])
        let before = try extract(Self.text(4))
        let after = try extract(Self.text(4), knowing: site)
        #expect(before.body.hasSuffix(Self.furniture))
        #expect(after.paragraphTexts == Self.paragraphs(4))
        let start = Self.paragraphs(4).joined(separator: "\n").unicodeScalars.count + 1
        #expect(
            after.removals == [
                Removal(
                    rawStart: start, rawEnd: start + Self.furniture.unicodeScalars.count,
                    reason: .siteFurniture)
            ])
        #expect(after.zones.last?.kind == .furniture)
    }

    @Test func `a line on two texts stays`() throws {
        let site = try learned((1...2).map(Self.text))
        #expect(site.isEmpty)
        #expect(try extract(Self.text(4), knowing: site).body.hasSuffix(Self.furniture))
    }

    @Test func `a line learned from pages is left out of texts, and the other way round`() throws {
        let fromPages = try learned((1...3).map { Self.html($0) })
        let fromTexts = try learned((1...3).map(Self.text))
        #expect(fromPages.furniture == fromTexts.furniture)
        let text = try extract(Self.text(4), knowing: fromPages)
        #expect(text.paragraphTexts == Self.paragraphs(4))
        let page = Self.html(4)
        let article = try extract(page, knowing: fromTexts)
        #expect(article.paragraphTexts == Self.paragraphs(4))
        let removal = try #require(article.removals.first { $0.reason == .siteFurniture })
        let scalars = Array(page.unicodeScalars)[removal.rawStart..<removal.rawEnd]
        var removed = String.UnicodeScalarView()
        removed.append(contentsOf: scalars)
        #expect(String(removed) == Self.furniture)
    }

    @Test func `another spelling of a known line is that line`() throws {
        let site = try learned((1...3).map(Self.text))
        let other = Self.text(4).replacing("تابعوا كل", with: "تَابعـــوا  كل")
        #expect(try extract(other, knowing: site).paragraphTexts == Self.paragraphs(4))
    }

    @Test(arguments: [
        furniture, furniture + "\n" + furniture, "<html><body><p>\(furniture)</p></body></html>",
    ])
    func `nothing is removed if nothing else is left`(page: String) throws {
        let site = try learned((1...3).map(Self.text))
        let article = try extract(page, knowing: site)
        #expect(article.body.contains(Self.furniture))
        #expect(!article.removals.contains { $0.reason == .siteFurniture })
    }

    @Test func `the headline that the sender names is no furniture`() throws {
        let headline = "توقعات أحوال الطقس ليوم غد في مختلف الجهات"
        let site = LearnedSite(furniture: [SiteLineKey.key(of: headline)], suffixes: [])
        let text = headline + "\nنشر في النبراس يوم 08 - 03 - 2014\n" + Self.text(1)
        let raw = RawArticle(header: Self.header(title: headline), body: Array(text.utf8))
        #expect(try article(raw, site).title?.value == headline)
        #expect(try article(raw, site).title?.origin == .page)
    }

    @Test func `numbers and long paragraphs teach nothing`() throws {
        let long = (1...41).map { "كلمة\($0)" }.joined(separator: " ") + "."
        let text = Self.paragraphs(1).joined(separator: "\n") + "\n2014\n" + long
        let sighting = try extract(text).sighting
        #expect(!sighting.lines.contains { $0.text == "2014" || $0.text.hasPrefix("كلمة1") })
        #expect(!sighting.lines.isEmpty)
    }

    @Test func `the items of a feed are read with what their site has taught`() throws {
        func feed(_ numbers: ClosedRange<Int>) -> RawArticle {
            let items = numbers.map { number in
                """
                <item><title>البلاغ رقم \(number) يعلن</title>\
                <link>https://\(Self.host)/\(number)</link>\
                <description><![CDATA[\(Self.text(number))]]></description></item>
                """
            }
            let text = "<rss><channel><title>النبراس</title>\(items.joined())</channel></rss>"
            return RawArticle(header: ArticleHeader(), body: Array(text.utf8))
        }
        var memory = SiteMemory()
        for item in try ArticleExtractor().extract(feed(1...3)).articles {
            memory.learn(item.sighting, host: Self.host, at: 0)
        }
        let site = try #require(memory.history(of: Self.host)?.learned)
        let item = try article(feed(4...4), site)
        #expect(item.paragraphTexts == Self.paragraphs(4))
        #expect(item.removals.map(\.reason) == [.siteFurniture])
    }

    // MARK: Titles

    @Test(arguments: ["-", "|", "»"])
    func `an end that three titles share is cut and becomes the publisher`(sign: String) throws {
        func raw(_ number: Int) -> RawArticle {
            RawArticle(
                header: Self.header(
                    title: "الوزير يزور المدينة \(number) .. تفاصيل \(sign) النبراس"),
                body: Array(Self.text(number).utf8))
        }
        var memory = SiteMemory()
        for number in 1...3 {
            memory.learn(try article(raw(number), nil).sighting, host: Self.host, at: 0)
        }
        let history = try #require(memory.history(of: Self.host))
        #expect(history.publisher == "النبراس")
        let after = try article(raw(4), history.learned)
        #expect(after.title?.value == "الوزير يزور المدينة 4 .. تفاصيل")
        #expect(after.publisher == LocatedText("النبراس", origin: .header))
        let before = try article(raw(4), nil)
        #expect(before.title?.value.hasSuffix("\(sign) النبراس") == true)
        #expect(before.publisher == nil)
    }

    @Test func `the longest end that is known is cut, and its last part is the publisher`() throws {
        let titles = (1...4).map { "تأجيل المباراة الحاسمة \($0) | رياضة | النبراس" }
        var history = SiteHistory()
        for title in titles.prefix(3) {
            let sighting = SiteSighting(lines: [], title: TitleTail.sighting(of: title))
            _ = history.learn(sighting, at: 0, limits: .init())
        }
        let raw = RawArticle(
            header: Self.header(title: titles[3]), body: Array(Self.text(1).utf8))
        let article = try article(raw, history.learned)
        #expect(article.title?.value == "تأجيل المباراة الحاسمة 4")
        #expect(article.publisher?.value == "النبراس")
    }

    @Test(arguments: [
        "الوداد يفوز على الرجاء .. والجمهور يحتفل", "وزير الصحة: لا داعي للقلق",
        "كأس العالم – المغرب يتأهل", "اتفاق مغربي-إسباني", "خبر - النبراس",
    ])
    func `punctuation of headlines sets no name apart`(title: String) {
        #expect(TitleTail.all(of: title).isEmpty)
    }

    @Test func `an end of some titles only is no name`() {
        var history = SiteHistory()
        for number in 1...20 {
            let title = "الوزير يزور المدينة رقم \(number)" + (number % 4 == 0 ? " - فيديو" : "")
            _ = history.learn(
                SiteSighting(lines: [], title: TitleTail.sighting(of: title)), at: 0,
                limits: .init())
        }
        #expect(history.learned.suffixes.isEmpty)
    }

    @Test func `the same title again counts once`() {
        var history = SiteHistory()
        for _ in 1...5 {
            _ = history.learn(
                SiteSighting(
                    lines: [], title: TitleTail.sighting(of: "نشرة أخبار المساء - النبراس")),
                at: 0, limits: .init())
        }
        #expect(history.learned.suffixes.isEmpty)
    }

    // MARK: Memory

    @Test func `sites do not teach each other`() throws {
        var memory = SiteMemory()
        for number in 1...3 {
            memory.learn(
                try extract(Self.text(number)).sighting, host: "site\(number).org", at: 0)
        }
        #expect(memory.learned.isEmpty)
    }

    @Test func `a site that sends ever new lines fills its own room and no more`() {
        var memory = SiteMemory()
        let known = SiteSighting.Line(key: 1, text: Self.furniture)
        var key: UInt64 = 1
        for _ in 1...2000 {
            let lines = (1...SiteSighting.maxLines).map { _ in
                key += 1
                return SiteSighting.Line(key: key, text: "سطر")
            }
            memory.learn(SiteSighting(lines: [known] + lines, title: nil), host: "h", at: 0)
        }
        #expect(memory.counts.lines <= SiteMemory.Limits().linesPerSite)
        #expect(memory.history(of: "h")?.learned.furniture == [1])
        #expect(memory.history(of: "h")?.furniture.map(\.count) == [2000])
    }

    @Test func `of ever new sites the ones not seen for longest go`() {
        var limits = SiteMemory.Limits()
        limits.sites = 100
        limits.total = 250
        var memory = SiteMemory(limits: limits)
        for number in 1...10_000 {
            let lines = (0..<4).map { SiteSighting.Line(key: UInt64($0), text: "سطر") }
            memory.learn(SiteSighting(lines: lines, title: nil), host: "h\(number)", at: 0)
            memory.learn(SiteSighting(lines: lines, title: nil), host: "kept", at: 0)
        }
        #expect(memory.counts.sites <= 100)
        #expect(memory.counts.lines <= 250)
        #expect(memory.history(of: "kept")?.learned.furniture.count == 4)
        #expect(memory.history(of: "h1") == nil)
        #expect(memory.history(of: "h10000") != nil)
        #expect(memory.learned.count == 1)
    }

    @Test func `changes name what is known now, and what is forgotten`() throws {
        var memory = SiteMemory()
        for number in 1...3 {
            memory.learn(try extract(Self.text(number)).sighting, host: Self.host, at: 0)
            #expect(memory.takeChanges().count == (number == 3 ? 1 : 0))
        }
        memory.learn(try extract(Self.text(4)).sighting, host: Self.host, at: 7)
        #expect(memory.takeChanges().isEmpty)
        #expect(memory.history(of: Self.host)?.furniture.map(\.lastSeen) == [7])
        memory.forget(Self.host)
        let changes = memory.takeChanges()
        #expect(changes.map(\.host) == [Self.host] && changes.first?.site == nil)
        #expect(memory.history(of: Self.host) == nil && memory.counts.lines == 0)
    }

    @Test func `the same sightings teach the same whatever the order of a dictionary`() {
        func memory() -> SiteMemory {
            var memory = SiteMemory()
            for number in UInt64(1)...500 {
                let lines = (0..<8).map {
                    SiteSighting.Line(key: number * 31 % 97 + $0 * 1000 % (number + 1), text: "")
                }
                memory.learn(SiteSighting(lines: lines, title: nil), host: "h", at: 0)
            }
            return memory
        }
        #expect(memory().learned == memory().learned)
    }

    @Test func `a sighting comes back from its bytes, and damaged ones do not`() throws {
        let raw = RawArticle(
            header: Self.header(title: "الوزير يزور المدينة | سياسة | النبراس"),
            body: Array(Self.text(1).utf8))
        for sighting in [try article(raw, nil).sighting, try extract(Self.text(2)).sighting, .none]
        {
            #expect(SiteSighting(bytes: sighting.bytes) == sighting)
        }
        let bytes = try article(raw, nil).sighting.bytes
        #expect(SiteSighting(bytes: bytes + [0]) == nil)
        for count in 0..<bytes.count {
            if let short = SiteSighting(bytes: Array(bytes[..<count])) {
                // Cut between lines and title there is no sign of damage.
                #expect(short.title == nil)
            }
        }
    }
}
