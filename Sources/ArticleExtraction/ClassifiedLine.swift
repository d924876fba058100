import ArabicDates

/// A line of a page with what it says by itself, before its neighbours are asked.
struct ClassifiedLine {
    /// Where it stands.
    let line: PageLine
    /// What it is for; the page's structure changes it.
    var role: LineRole
    /// Its headlines, if it may be a ticker.
    let ticker: TickerLine?
    /// What it says of publication, if it may be such a line.
    let publication: PublicationLine?
    /// What an agency's closing line says.
    let signature: AgencySignature?

    /// Whether it stands above the headline of a page.
    var isPageHeader: Bool {
        switch role {
        case .furniture(.headlineTicker), .furniture(.moderationNotice), .furniture(.navigation),
            .edgeFurniture(.navigation), .furniture(.shareBar), .siteFurniture:
            true
        default: false
        }
    }

    /// Whether it has the size and the end of a headline.
    var isHeadlineLike: Bool {
        role == .text && (8...220).contains(line.scalars.count) && (3...36).contains(line.pieces)
            && !line.endsInStop && line.last != 0x060C && line.last != 0x3A
    }

    /// Whether it could be nothing but a person's or agency's name.
    var isNameSized: Bool {
        role == .text && line.pieces <= 4 && line.scalars.count <= 32 && !line.endsInStop
            && line.last != 0x3A
    }

    /// Whether it has the size of a paragraph or ends as one.
    var isParagraphLike: Bool {
        role == .text && (ticker?.slots.count ?? 0) < 2
            && (line.scalars.count > 220
                || ((line.endsInStop || line.trailsOff) && line.pieces > 6))
    }

    /// Whether it is only the heading of a block of links.
    var isHeading = false

    /// Whether the line says a date of publication.
    var hasDate: Bool { publication?.published != nil || publication?.modified != nil }
}

/// Says of each line what it is by itself.
struct LineClassifier {
    private let parser = DateParser()
    private var words = LineWords()

    /// Scalars beyond which a line is text unless it is a ticker.
    private static let scalarLimit = 400

    /// Classifies `line` of `text`.
    mutating func classify(_ line: PageLine, in text: Span<UInt8>) -> ClassifiedLine {
        let ticker = TickerLine(line, in: text)
        if let ticker, ticker.certainty == .certain {
            return ClassifiedLine(
                line: line, role: .furniture(.headlineTicker), ticker: ticker, publication: nil,
                signature: nil)
        }
        guard line.scalars.count <= Self.scalarLimit, line.pieces <= 64 else {
            return ClassifiedLine(
                line: line, role: .text, ticker: ticker, publication: nil, signature: nil)
        }
        words.read(text, line.bytes)
        if let role = FurniturePhrases.role(of: words, endsInStop: line.endsInStop)
            ?? ShareBar.role(of: words)
        {
            return ClassifiedLine(
                line: line, role: role, ticker: ticker, publication: nil, signature: nil,
                isHeading: role == .furniture(.relatedLinks) && line.pieces <= 6)
        }
        if let signature = AgencySignature(line, words, in: text) {
            return ClassifiedLine(
                line: line, role: .furniture(.agencySignature), ticker: nil, publication: nil,
                signature: signature)
        }
        return ClassifiedLine(
            line: line, role: .text, ticker: ticker,
            publication: PublicationLine(line, words, in: text, parser), signature: nil)
    }
}
