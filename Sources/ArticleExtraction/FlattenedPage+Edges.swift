extension FlattenedPage {
    /// Accepts a small ticker that nothing else of a page goes with: only before or behind
    /// everything, and if every piece is a headline by size and end.
    mutating func acceptOuterTicker() {
        demoteLists()
        guard lines.count > 1, lines.contains(where: { $0.isParagraphLike }) else { return }
        for index in [lines.startIndex, lines.endIndex - 1] where lines[index].role == .text {
            // A ticker before everything is the site's, and makes one right behind the text likely.
            guard let ticker = lines[index].ticker, ticker.slots.count >= 3, ticker.isUniform,
                ticker.isByGaps, ticker.meanLength >= 24 || ticker.slots.count > 3,
                index == 0 || lines[index].line.breaksBefore > 1
                    || lines[0].role == .furniture(.headlineTicker)
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

    func textSize(from start: Int) -> Int {
        guard start < lines.count else { return 0 }
        return lines[start...].reduce(0) { $0 + ($1.role == .text ? $1.line.scalars.count : 0) }
    }
}
