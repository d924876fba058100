extension FlattenedPage {
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
