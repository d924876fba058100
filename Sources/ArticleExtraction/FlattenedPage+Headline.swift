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
            for index in above + 1..<max(publicationIndex, above + 1)
            where lines[index].isNameSized { lines[index].role = .byline }
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
                .furniture(.caption), .furniture(.comments), .furniture(.agencySignature),
                .siteFurniture:
                continue
            case .furniture, .headline: return nil
            case .text: break
            }
            if lines[index].publication != nil { continue }
            // A name under a headline may be as long as a short headline.
            if lines[index].isNameSized, index > 0, lines[index].line.breaksBefore < 2,
                lines[index - 1].isHeadlineLike, lines[index - 1].line.pieces > 4
            {
                continue
            }
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
            case .furniture, .edgeFurniture, .siteFurniture, .byline, .publication, .headline:
                continue
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
