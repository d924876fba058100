/// The zones of a flattened page and what they leave out.
struct PageZones {
    /// The parts of the page in order.
    private(set) var zones: [Zone] = []
    /// Those of them that are neither title, date, author nor body.
    private(set) var removals: [Removal] = []

    /// Joins neighbouring lines of one role to zones.
    init(_ page: FlattenedPage) {
        var index = 0
        while index < page.lines.count {
            let kind = Self.kind(of: page.lines[index].role)
            var end = index + 1
            let reason = Self.reason(of: page.lines[index].role)
            while end < page.lines.count, Self.kind(of: page.lines[end].role) == kind,
                Self.reason(of: page.lines[end].role) == reason
            { end += 1 }
            let first = page.lines[index].line
            let last = page.lines[end - 1].line
            // The gaps around the headlines of a ticker are the ticker's own.
            let isTicker = kind == .headlineTicker
            let start = isTicker ? first.wholeScalars.lowerBound : first.scalars.lowerBound
            let stop = isTicker ? last.wholeScalars.upperBound : last.scalars.upperBound
            zones.append(Zone(kind: kind, rawStart: start, rawEnd: stop))
            if let reason {
                removals.append(Removal(rawStart: start, rawEnd: stop, reason: reason))
            }
            index = end
        }
    }

    /// What a line of `role` is for.
    static func kind(of role: LineRole) -> Zone.Kind {
        switch role {
        case .text: .body
        case .furniture(let kind), .edgeFurniture(let kind): kind
        case .publication: .publicationLine
        case .byline: .byline
        case .headline: .headline
        case .siteFurniture: .furniture
        }
    }

    /// Why a line of `role` is no part of title or body; `nil` if it is one or says its date.
    static func reason(of role: LineRole) -> Removal.Reason? {
        role == .siteFurniture ? .siteFurniture : reason(for: kind(of: role))
    }

    /// Why a zone of `kind` is no part of title or body; `nil` if it is one or says its date.
    private static func reason(for kind: Zone.Kind) -> Removal.Reason? {
        switch kind {
        case .headline, .publicationLine, .byline, .body: nil
        case .headlineTicker: .headlineTicker
        case .moderationNotice: .moderationNotice
        case .sourceLinkText: .sourceLinkText
        case .caption: .caption
        case .shareBar: .shareBar
        case .comments: .comments
        case .relatedLinks: .relatedLinks
        case .keywords: .keywords
        case .navigation: .navigation
        case .agencySignature: .agencySignature
        case .furniture: .furniture
        }
    }
}
