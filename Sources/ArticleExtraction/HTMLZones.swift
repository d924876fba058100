/// The zones, removals and other headlines of a page, of its blocks.
struct HTMLZones {
    /// The parts of the page in page order. Markup lies between and inside of them.
    private(set) var zones: [Zone] = []
    /// What was thrown away, in page order.
    private(set) var removals: [Removal] = []
    /// Headlines of other articles, in page order.
    private(set) var pageHeadlines: [PageHeadline] = []

    /// Headlines listed at most.
    static let headlineLimit = 1000

    /// Lists the parts of `page`.
    init(_ page: HTMLPage, _ facts: HTMLFacts, _ offsets: ScalarOffsets) {
        let byline = facts.bylineBlock
        let date = facts.dateBlock
        var last = 0
        for (index, block) in page.blocks.blocks.enumerated() {
            let place = offsets[Int(block.rawStart)..<Int(block.rawEnd)]
            // Broken markup can move text to a place before its own.
            guard place.lowerBound >= last, !place.isEmpty else { continue }
            last = place.upperBound
            let reason = page.reasons[index]
            let kind: Zone.Kind
            if index == page.headline.block, reason != nil {
                kind = .headline
            } else if index == byline {
                kind = .byline
            } else if index == date {
                kind = .publicationLine
            } else {
                kind = Self.kind(reason)
            }
            append(kind, place)
            if let reason, kind != .headline, kind != .byline, kind != .publicationLine {
                append(reason, place)
                if reason == .relatedLinks, Self.isHeadline(block),
                    pageHeadlines.count < Self.headlineLimit,
                    let text = DisplayText.of(page.text(index))
                {
                    pageHeadlines.append(
                        PageHeadline(
                            n: pageHeadlines.count, rawStart: place.lowerBound,
                            rawEnd: place.upperBound, text: text))
                }
            }
        }
    }

    private mutating func append(_ kind: Zone.Kind, _ place: Range<Int>) {
        if let zone = zones.last, zone.kind == kind {
            zones[zones.count - 1] = Zone(
                kind: kind, rawStart: zone.rawStart, rawEnd: place.upperBound)
        } else {
            zones.append(Zone(kind: kind, rawStart: place.lowerBound, rawEnd: place.upperBound))
        }
    }

    private mutating func append(_ reason: Removal.Reason, _ place: Range<Int>) {
        if let removal = removals.last, removal.reason == reason,
            zones.last?.rawStart == removal.rawStart
        {
            removals[removals.count - 1] = Removal(
                rawStart: removal.rawStart, rawEnd: place.upperBound, reason: reason)
        } else {
            removals.append(
                Removal(rawStart: place.lowerBound, rawEnd: place.upperBound, reason: reason))
        }
    }

    private static func kind(_ reason: Removal.Reason?) -> Zone.Kind {
        switch reason {
        case nil: .body
        case .headlineTicker: .headlineTicker
        case .moderationNotice: .moderationNotice
        case .sourceLinkText: .sourceLinkText
        case .shareBar: .shareBar
        case .comments: .comments
        case .relatedLinks: .relatedLinks
        case .keywords: .keywords
        case .navigation: .navigation
        case .agencySignature: .agencySignature
        case .caption: .caption
        case .siteFurniture, .furniture, .markup: .furniture
        }
    }

    /// Whether a block that is not the article's reads like the headline of another article: a link
    /// of a headline's length.
    private static func isHeadline(_ block: HTMLBlock) -> Bool {
        block.linkDensity > 0.9 && block.scalars >= 20 && block.scalars <= 200
    }
}
