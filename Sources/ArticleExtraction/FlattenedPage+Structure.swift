import ArabicText

// MARK: - Headline

extension FlattenedPage {
    /// Finds the line that is the headline the sender names.
    mutating func findKnownTitle(_ title: [UInt8]?, in text: Span<UInt8>) {
        guard let title, !title.isEmpty else { return }
        var words = LineWords()
        for index in lines.indices {
            let line = lines[index].line
            guard line.bytes.count <= 4 * title.count + 64 else { continue }
            if case .furniture(.headlineTicker) = lines[index].role { continue }
            words.read(text, line.bytes)
            // A sender's headline may carry the site's name behind it, as `<title>` does.
            let isSame = words.key == title
            guard isSame || (words.words.count >= 4 && title.starts(with: words.key)) else {
                continue
            }
            take(headline: index)
            return
        }
    }

    /// Finds the headline: beside the line of publication, else on top of a page's text.
    mutating func findTitle() {
        guard titleIndex == nil else { return }
        guard let publicationIndex else {
            if let header = lines.firstIndex(where: { $0.isPageHeader }) {
                findTopTitle(from: header + 1)
                // Buttons may stand between the headline and the text.
                if titleIndex == nil, lines[header].role == .furniture(.shareBar) {
                    findTopTitle(from: 0)
                }
            }
            // With furniture only below, a blank line must set the headline apart.
            if titleIndex == nil, isPage, lines.count > 1, lines[1].line.breaksBefore > 1,
                lines[0].role == .text, lines[0].publication == nil
            {
                findTopTitle(from: 0)
            }
            return
        }
        if let above = titleAbove(publicationIndex) {
            take(headline: above)
        } else if textAfter(publicationIndex) > 0,
            lines[publicationIndex].publication?.strength != .agency
        {
            findTitleBelow(publicationIndex)
        }
        // The line of publication may close the article: then the headline is on top.
        if titleIndex == nil, textAfter(publicationIndex) == 0 { findTopTitle(from: 0) }
    }

    private mutating func take(headline index: Int) {
        titleIndex = index
        lines[index].role = .headline
    }

    /// The headline above a line of publication, past buttons, authors and a lead.
    private func titleAbove(_ publication: Int) -> Int? {
        var leads = 0
        for index in lines.indices[..<publication].reversed() {
            switch lines[index].role {
            case .furniture(.shareBar), .edgeFurniture, .byline, .publication,
                .furniture(.caption), .furniture(.comments), .furniture(.agencySignature):
                continue
            case .furniture, .headline: return nil
            case .text: break
            }
            if lines[index].publication != nil { continue }
            if lines[index].isHeadlineLike {
                // Nothing but the headline of an article may have its whole text above: then the
                // page is dated at its end.
                return paragraphsAbove(index) == 0 ? index : nil
            }
            leads += 1
            guard leads <= 2 else { return nil }
        }
        return nil
    }

    private func paragraphsAbove(_ index: Int) -> Int {
        lines[..<index].count { $0.isParagraphLike }
    }

    private mutating func findTitleBelow(_ publication: Int) {
        for index in lines.indices[(publication + 1)...] {
            switch lines[index].role {
            case .furniture, .edgeFurniture, .byline, .publication, .headline: continue
            case .text: break
            }
            guard lines[index].isHeadlineLike, lines[index].line.scalars.count <= 160,
                isFollowedByText(index)
            else { return }
            take(headline: index)
            return
        }
    }

    /// Takes the first text from `start` on if it can only be a headline, or that behind the
    /// name of a section.
    private mutating func findTopTitle(from start: Int) {
        var passed = 0
        for index in lines.indices[start...] {
            guard lines[index].role == .text, lines[index].publication == nil else { continue }
            if lines[index].isHeadlineLike, lines[index].line.scalars.count <= 160,
                isFollowedByText(index)
            {
                take(headline: index)
                return
            }
            passed += 1
            guard passed < 3, lines[index].line.pieces <= 4 else { return }
        }
    }

    /// Whether the next text below is a paragraph.
    private func isFollowedByText(_ index: Int) -> Bool {
        guard let next = lines[(index + 1)...].first(where: { $0.role == .text }) else {
            return false
        }
        return next.isParagraphLike || next.line.scalars.count > 160
            || (lines[index].line.pieces >= 5 && next.line.scalars.count > 60
                && textAfter(index) > 200)
    }
}

// MARK: - Edges

extension FlattenedPage {
    /// Accepts a small ticker that nothing else of a page goes with: only before or behind
    /// everything, and if every piece is a headline by size and end.
    mutating func acceptOuterTicker() {
        demoteLists()
        guard lines.count > 1, lines.contains(where: { $0.isParagraphLike }) else { return }
        for index in Set([lines.startIndex, lines.endIndex - 1]) where lines[index].role == .text {
            guard let ticker = lines[index].ticker, ticker.slots.count >= 3, ticker.isUniform,
                ticker.isByGaps, ticker.meanLength >= 24 || ticker.slots.count > 3,
                index == 0 || lines[index].line.breaksBefore > 1
            else { continue }
            lines[index].role = .furniture(.headlineTicker)
        }
    }

    /// A list below its announcement, in a text that shows no other trace of a page, is text.
    private mutating func demoteLists() {
        let others = lines.contains {
            $0.role != .furniture(.headlineTicker) && Self.showsPage($0)
                || $0.hasDate && $0.publication?.strength == .cued
        }
        guard !others, let first = lines.firstIndex(where: { $0.isParagraphLike }) else { return }
        for index in lines.indices[(first + 1)...]
        where lines[index].role == .furniture(.headlineTicker)
            && lines[index].line.breaksBefore < 2
            && lines[index - 1].role == .text
        {
            lines[index].role = .text
        }
    }

    /// Accepts what may be a ticker where the page shows itself to be one.
    mutating func acceptTickers() {
        let first = publicationIndex ?? lines.firstIndex { $0.isParagraphLike } ?? 0
        let last = lines.lastIndex { $0.isParagraphLike } ?? first
        for index in lines.indices {
            guard let ticker = lines[index].ticker, lines[index].role == .text else { continue }
            let isPlain =
                ticker.isUniform
                && (ticker.meanLength >= 24 || ticker.slots.count > 3
                    || lines[index].line.breaksBefore > 1)
            let isOutside = index < first && (ticker.isByGaps || isPlain) || index > last && isPlain
            let isAccepted =
                switch ticker.slots.count {
                case 1: isPage && index < first
                case 2: isPage && isOutside
                default: isPage && (isOutside || ticker.isByGaps && isPlain)
                }
            if isAccepted { lines[index].role = .furniture(.headlineTicker) }
        }
    }

    /// Single buttons one below the other are a bar of them.
    mutating func joinButtons() {
        let isButton = lines.map {
            $0.role == .edgeFurniture(.shareBar) || $0.role == .furniture(.shareBar)
        }
        for index in lines.indices where isButton[index] {
            let isBeside =
                index > 0 && isButton[index - 1]
                || index + 1 < lines.count && isButton[index + 1]
            if isBeside { lines[index].role = .furniture(.shareBar) }
        }
    }

    /// Decides on lines that are furniture only at the edges of a page; in between they are text.
    mutating func settleEdges() {
        let texts = lines.indices.filter { isMainText($0) }
        let first = titleIndex ?? texts.first ?? 0
        let last = texts.last ?? lines.count
        for index in lines.indices {
            guard case .edgeFurniture(let kind) = lines[index].role else { continue }
            let isBesideHead =
                isPage && publicationIndex.map { abs($0 - index) <= 3 } ?? false
            lines[index].role =
                index < first || index > last || isBesideHead ? .furniture(kind) : .text
        }
        settleBylines(first: first, last: last)
    }

    private func isMainText(_ index: Int) -> Bool {
        lines[index].role == .text && lines[index].publication == nil
    }

    /// Lines of authors and agencies count right at the beginning and the end of the text.
    private mutating func settleBylines(first: Int, last: Int) {
        let head = max(first, publicationIndex.map { $0 < last ? $0 : first } ?? first)
        for index in lines.indices where lines[index].role == .text {
            guard let publication = lines[index].publication else { continue }
            let isAtHead = index <= head + 2 && !hasParagraph(before: index, from: head)
            guard isAtHead || index > last else { continue }
            switch publication.strength {
            case .agency: lines[index].role = publication.published == nil ? .byline : .publication
            case .byline where isPage || publication.isAuthor: lines[index].role = .byline
            case .cued where isPage, .dateOnly where isPage:
                // A date that was not chosen is the site's clock or another article's.
                let isBeside = publicationIndex.map { abs($0 - index) <= 3 } ?? false
                lines[index].role = isBeside ? .publication : .furniture(.navigation)
            default: continue
            }
        }
        // Never all of it: a text of one such line is that line.
        guard !lines.contains(where: { $0.role == .text }) else { return }
        for index in lines.indices where lines[index].role == .byline { lines[index].role = .text }
    }

    private func hasParagraph(before index: Int, from start: Int) -> Bool {
        guard start < index else { return false }
        return lines[start..<index].contains { $0.isParagraphLike }
    }

    /// What stands above the headline of a page is not its text.
    mutating func settleHead() {
        guard isPage, let titleIndex else { return }
        let below = textSize(from: titleIndex + 1)
        guard below > 0 else { return }
        for index in lines.indices[..<titleIndex] where lines[index].role == .text {
            let isMenu = lines[index].line.scalars.count <= 60
            lines[index].role = .furniture(isMenu ? .navigation : .furniture)
        }
    }

    private func textSize(from start: Int) -> Int {
        guard start < lines.count else { return 0 }
        return lines[start...].reduce(0) { $0 + ($1.role == .text ? $1.line.scalars.count : 0) }
    }

    /// Readers' comments follow their heading to the end of the page; other blocks do in part.
    mutating func settleTail() {
        settleNotices()
        let start = titleIndex ?? publicationIndex ?? 0
        let comments = lines.indices[start...].filter {
            $0 > start && lines[$0].role == .furniture(.comments)
        }
        for index in comments.prefix(Self.candidateLimit) {
            let body = lines[start..<index].reduce(0) {
                $0 + ($1.role == .text ? $1.line.scalars.count : 0)
            }
            guard body > textSize(from: index) else { continue }
            for tail in lines.indices[index...] where lines[tail].role == .text {
                lines[tail].role = .furniture(.comments)
            }
            return
        }
        // A call to write to the author goes on to the end with numbers and addresses.
        guard let last = lines.lastIndex(where: { $0.isParagraphLike }) else { return }
        var isCall = false
        for index in lines.indices[(last + 1)...] {
            if lines[index].role == .furniture(.furniture) { isCall = true }
            if isCall, lines[index].role == .text, lines[index].line.scalars.count <= 60 {
                lines[index].role = .furniture(.furniture)
            }
        }
    }

    /// A notice goes on in the line right below it if that is no paragraph of the article.
    private mutating func settleNotices() {
        for index in lines.indices.dropFirst()
        where lines[index - 1].role == .furniture(.moderationNotice) {
            guard lines[index].role == .text, lines[index].line.breaksBefore == 1,
                lines[index].line.scalars.count <= 120,
                index + 1 < lines.count, lines[index + 1].line.breaksBefore > 1
            else { continue }
            lines[index].role = .furniture(.moderationNotice)
        }
    }

    /// Headlines below a heading like "related news", one a line.
    mutating func settleRelatedLinks() {
        var index = 0
        while index < lines.count {
            defer { index += 1 }
            guard lines[index].isHeading else { continue }
            var next = index + 1
            while next < lines.count, next - index <= 12, lines[next].isHeadlineLike {
                next += 1
            }
            // The last of them may be a subhead of text that goes on: it stays if a paragraph
            // follows without a blank line.
            if next < lines.count, next - index > 2, lines[next].isParagraphLike,
                lines[next].line.breaksBefore == 1
            {
                next -= 1
            }
            for link in (index + 1)..<max(next, index + 1) {
                lines[link].role = .furniture(.relatedLinks)
            }
            index = max(next, index + 1) - 1
        }
    }

    /// If no line of text is left, the largest that was taken away comes back.
    mutating func standIn() {
        guard !lines.contains(where: { $0.role == .text }) else { return }
        isFallback = true
        let candidates = lines.indices.filter {
            switch lines[$0].role {
            case .furniture(.agencySignature), .furniture(.shareBar), .edgeFurniture, .text: false
            default: true
            }
        }
        let largest = candidates.max {
            lines[$0].line.scalars.count < lines[$1].line.scalars.count
        }
        guard let largest else {
            for index in lines.indices { lines[index].role = .text }
            return
        }
        if largest == titleIndex { titleIndex = nil }
        lines[largest].role = .text
    }
}
