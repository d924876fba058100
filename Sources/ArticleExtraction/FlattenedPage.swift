import ArabicText

/// The structure of a page whose markup is gone: what each line is for.
///
/// Set phrases, dates and the gaps of tickers say what a line may be; its place among the others
/// decides. A text that shows no trace of a page stays whole.
struct FlattenedPage {
    /// The lines in page order, with their final roles.
    var lines: [ClassifiedLine]
    /// The line that says when the article was published.
    var publicationIndex: Int?
    /// The headline's line.
    var titleIndex: Int?
    /// Whether the rules found no body and the largest text stands in.
    var isFallback = false
    /// Whether anything shows that a page was around the text.
    var isPage = false

    /// Reads the structure of `text`.
    ///
    /// - Parameters:
    ///   - text: The decoded input.
    ///   - knownTitle: The headline as the sender names it, as ``LineWords`` folds it.
    ///   - furniture: Keys of the lines that are known as the site's.
    init(_ text: Span<UInt8>, knownTitle: [UInt8]?, furniture: Set<UInt64> = []) {
        var classifier = LineClassifier()
        var lines: [ClassifiedLine] = []
        for line in PageLine.all(in: text) { lines.append(classifier.classify(line, in: text)) }
        self.lines = lines
        findSiteFurniture(furniture, in: text)
        joinButtons()
        acceptOuterTicker()
        isPage = lines.contains { Self.showsPage($0) }
        for line in [lines.first, lines.last] {
            if case .edgeFurniture = line?.role { isPage = true }
        }
        findKnownTitle(knownTitle, in: text)
        findPublication()
        if publicationIndex != nil { isPage = true }
        acceptTickers()
        findTitle()
        settleRelatedLinks()
        settleTail()
        settleEdges()
        settleHead()
        standIn()
    }

    /// The closing line of the agency whose text it is.
    var signature: AgencySignature? {
        lines.last { $0.signature?.secondOfDay != nil }?.signature
    }

    /// Zone of the agency that dates the text.
    var timeZone: String? { publicationIndex.flatMap { lines[$0].publication?.timeZone } }

    /// Whether a line can only stand on a page.
    static func showsPage(_ line: ClassifiedLine) -> Bool {
        switch line.role {
        case .furniture(.agencySignature), .edgeFurniture, .text, .byline, .headline: false
        case .furniture, .siteFurniture: true
        case .publication: true
        }
    }
}

// MARK: - Publication

extension FlattenedPage {
    /// Lines of one kind whose surroundings are looked at.
    static let candidateLimit = 32

    /// Chooses the line that dates the article, and gives the lines beside it their roles.
    private mutating func findPublication() {
        var best: (index: Int, score: Int)?
        // A page has a handful of dates; the bound keeps hostile ones linear.
        let dated = lines.indices.filter { lines[$0].hasDate }
        for index in dated.prefix(Self.candidateLimit) {
            guard let score = publicationScore(index), score > best?.score ?? 0 else { continue }
            best = (index, score)
        }
        guard let best else { return }
        publicationIndex = best.index
        lines[best.index].role = .publication
        // The lines right beside it that say more of the same: an update, the author.
        for step in [-1, 1] {
            var index = best.index + step
            while lines.indices.contains(index), abs(index - best.index) <= 3 {
                let line = lines[index]
                if line.role == .text {
                    guard let publication = line.publication, publication.strength != .loose,
                        index != titleIndex
                    else { break }
                    lines[index].role = publication.strength == .byline ? .byline : .publication
                }
                index += step
            }
        }
    }

    /// How good the evidence of a dated line is; `nil` if it is no line of publication.
    private func publicationScore(_ index: Int) -> Int? {
        guard let publication = lines[index].publication else { return nil }
        // More text behind it than before says that it heads the article.
        let isAtHead = textBefore(index) * 2 <= textAfter(index)
        let bonus = isAtHead ? 1 : 0
        let follows = previousText(index).map { lines[$0].isHeadlineLike || $0 == titleIndex }
        switch publication.strength {
        case .cued: return 8 + bonus - (publication.published == nil ? 2 : 0)
        case .agency: return isAtHead && paragraphsBefore(index) == 0 ? 6 + bonus : nil
        case .dateOnly:
            guard lines.count(where: { $0.publication?.strength == .dateOnly && $0.hasDate }) <= 2,
                paragraphsBefore(index) == 0 || textAfter(index) == 0
            else { return nil }
            // A list goes below a colon, and an article has text below its date or above it.
            if let above = previousText(index), lines[above].line.last == 0x3A { return nil }
            guard lines.contains(where: { $0.isParagraphLike }) else { return nil }
            // The site's clock stands on top of everything, before menus and tickers.
            if index == 0, lines.count > 1, case .furniture = lines[1].role { return nil }
            return (follows ?? true) ? 4 + bonus : 2
        case .loose:
            guard follows ?? false, paragraphsBefore(index) == 0, isAtHead, isPage else {
                return nil
            }
            return 2
        case .byline: return nil
        }
    }

    private func previousText(_ index: Int) -> Int? {
        lines[..<index].lastIndex { $0.role == .text && $0.publication == nil }
    }

    private func paragraphsBefore(_ index: Int) -> Int {
        lines[..<index].count { $0.isParagraphLike }
    }

    private func textBefore(_ index: Int) -> Int { Self.textSize(lines[..<index]) }

    func textAfter(_ index: Int) -> Int { Self.textSize(lines[(index + 1)...]) }

    private static func textSize(_ lines: ArraySlice<ClassifiedLine>) -> Int {
        lines.reduce(0) { $0 + ($1.role == .text ? $1.line.scalars.count : 0) }
    }
}
