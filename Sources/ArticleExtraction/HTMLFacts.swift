import ArabicDates

/// What a page says about its article beside the text. What several places say, the most deliberate
/// one is believed: JSON-LD, then `<meta>`, then markup, then words beside the headline.
struct HTMLFacts {
    private let page: HTMLPage
    private let offsets: ScalarOffsets

    /// Reads the facts of `page`.
    init(_ page: HTMLPage, _ offsets: ScalarOffsets) {
        self.page = page
        self.offsets = offsets
    }

    /// The headline without the site's name.
    var title: LocatedText? {
        guard let title = DisplayText.of(page.headline.title) else { return nil }
        if let block = page.headline.block, DisplayText.of(page.text(block)) == title {
            return located(title, block)
        }
        if let range = page.head.titleRange, DisplayText.of(page.head.title) == title {
            let place = offsets[range]
            return LocatedText(title, rawStart: place.lowerBound, rawEnd: place.upperBound)
        }
        return LocatedText(title)
    }

    /// The author or agency.
    var byline: LocatedText? {
        var seen: [String] = []
        for name in page.linked?.authors ?? [] {
            guard let name = personal(name), !seen.contains(name) else { continue }
            seen.append(name)
        }
        if !seen.isEmpty { return LocatedText(seen.joined(separator: ", ")) }
        if let name = personal(page.head.author) { return LocatedText(name) }
        guard let block = bylineBlock, let name = personal(HTMLByline.name(page.text(block))) else {
            return nil
        }
        return located(name, block)
    }

    /// The block near the text that names the author.
    var bylineBlock: Int? {
        nearby.first { index in
            let block = page.blocks.blocks[index]
            guard !page.isText(index), block.scalars >= 3, block.scalars <= 60 else { return false }
            return isInside(block, .byline)
        }
    }

    /// The name of the outlet.
    var publisher: LocatedText? {
        DisplayText.of(page.headline.siteName).map { LocatedText($0) }
    }

    /// The section of the outlet.
    var section: String? { DisplayText.of(page.linked?.section ?? page.head.section) }

    /// When it was published.
    func published(assuming zone: String?) -> PublicationDate? {
        date(page.linked?.published, .linkedData, zone) ?? date(page.head.published, .meta, zone)
            ?? marked("datepublished", zone) ?? shown(zone)
    }

    /// When it was changed.
    func modified(assuming zone: String?) -> PublicationDate? {
        date(page.linked?.modified, .linkedData, zone) ?? date(page.head.modified, .meta, zone)
            ?? marked("datemodified", zone)
    }

    /// The block near the text that says when it was published, without markup to say so.
    var dateBlock: Int? {
        let title = Array((page.headline.title ?? "").utf8)
        return nearby.first { index in
            let block = page.blocks.blocks[index]
            // A date in a headline or link is another article's, or part of what it tells.
            guard !page.isText(index), index != page.headline.block, block.scalars >= 6,
                block.scalars <= 90, block.kind != .heading, block.linkDensity < 0.5
            else { return false }
            let bytes = page.blocks.text.span.extracting(page.blocks.text(block))
            if HTMLText.equal(bytes, title.span) { return false }
            guard let date = PageDate.first(in: bytes, 0..<bytes.count, DateParser()) else {
                return false
            }
            return date.bytes.count * 5 >= bytes.count * 2 || isInside(block, [.facts])
                || HTMLByline.isPublication(bytes)
        }
    }

    // Blocks from a few before the headline to the first paragraphs of the text.
    private var nearby: Range<Int> {
        guard let first = page.firstText else { return 0..<0 }
        let start = max(0, min(page.headline.block ?? first, first) - 4)
        // More than some dozens are a page of something else.
        return start..<min(first + 1, start + 80, page.blocks.blocks.count)
    }

    private func isInside(_ block: HTMLBlock, _ role: HTMLRoles) -> Bool {
        var node = Int(block.node)
        for _ in 0..<3 where node > 0 {
            if page.tree.nodes[node].roles.contains(role) { return true }
            node = Int(page.tree.nodes[node].parent)
        }
        // The innermost markup may be inside the line: `<span class="author">`.
        return page.tree.nodes[Int(block.node)..<Int(page.tree.nodes[Int(block.node)].end)]
            .prefix(12).contains { $0.roles.contains(role) }
    }

    private func date(
        _ text: String?, _ evidence: PublicationDate.Evidence, _ zone: String?
    ) -> PublicationDate? {
        guard let text, text.utf8.count <= 200 else { return nil }
        if let instant = InternetDate.parse(text) {
            return plausible(
                PublicationDate(
                    date: instant.date, secondOfDay: instant.secondOfDay,
                    utcOffsetSeconds: instant.utcOffsetSeconds,
                    timeZone: instant.utcOffsetSeconds == nil ? zone : nil, evidence: evidence))
        }
        let bytes = Array(text.utf8)
        guard let found = PageDate.first(in: bytes.span, 0..<bytes.count, DateParser()) else {
            return nil
        }
        return plausible(
            PublicationDate(
                date: found.date, secondOfDay: found.secondOfDay,
                utcOffsetSeconds: found.utcOffsetSeconds, timeZone: zone, evidence: evidence))
    }

    /// The date of microdata or of the only `<time>` near the text.
    private func marked(_ property: StaticString, _ zone: String?) -> PublicationDate? {
        var tries = 0
        for index in page.tree.nodes.indices
        where page.tree.nodes[index].tag != .text && tries < 20 {
            guard let value = page.tree.value(.itemprop, of: index),
                ASCIIText.contains(page.tree.bytes.span.extracting(value), property)
            else { continue }
            tries += 1
            let text =
                page.tree.string(.datetime, of: index) ?? page.tree.string(.content, of: index)
            if let date = date(text, .markup, zone) { return date }
        }
        return nil
    }

    /// The date of a `<time>` or of a line beside the headline.
    private func shown(_ zone: String?) -> PublicationDate? {
        if let time = timeNearText, let date = date(time, .markup, zone) { return date }
        guard let block = dateBlock else { return nil }
        let bytes = page.blocks.text.span.extracting(page.blocks.text(page.blocks.blocks[block]))
        guard let found = PageDate.first(in: bytes, 0..<bytes.count, DateParser()) else {
            return nil
        }
        let place = place(block)
        return plausible(
            PublicationDate(
                date: found.date, secondOfDay: found.secondOfDay,
                utcOffsetSeconds: found.utcOffsetSeconds, text: DisplayText.of(page.text(block)),
                rawStart: place.lowerBound, rawEnd: place.upperBound, timeZone: zone,
                evidence: .publicationLine))
    }

    /// `datetime` of the first `<time>` between the headline and the text's first paragraph.
    private var timeNearText: String? {
        guard let first = page.firstText, let headline = page.headline.block else { return nil }
        let text = Int(page.blocks.blocks[first].node)
        let title = Int(page.blocks.blocks[headline].node)
        // Around the headline too: some set the date above it, in the same header.
        let start = max(0, min(title, text) - 12)
        for index in start..<max(text, start) where page.tree.nodes[index].tag == .time {
            guard page.unwanted[index] == nil else { continue }
            if let time = page.tree.string(.datetime, of: index) { return time }
        }
        return nil
    }

    /// A date that a machine's default would not give: systems write 1970 or year 1 for "none".
    private func plausible(_ date: PublicationDate) -> PublicationDate? {
        date.date.year >= 1971 ? date : nil
    }

    private func personal(_ name: String?) -> String? {
        guard let name = DisplayText.of(name.map(HTMLByline.bare)), name.utf8.count <= 160 else {
            return nil
        }
        // The account that a system publishes under is not who wrote it.
        switch name.lowercased() {
        case "admin", "administrator", "editor", "webmaster", "root", "user": return nil
        default: return name.contains("://") ? nil : name
        }
    }

    private func located(_ text: String, _ block: Int) -> LocatedText {
        let place = place(block)
        return LocatedText(text, rawStart: place.lowerBound, rawEnd: place.upperBound)
    }

    private func place(_ block: Int) -> Range<Int> {
        let block = page.blocks.blocks[block]
        return offsets[Int(block.rawStart)..<Int(block.rawEnd)]
    }
}
