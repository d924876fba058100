import ArabicDates

/// What a flattened page says about its article beside the text.
struct PageFacts {
    private let page: FlattenedPage
    private let text: [UInt8]
    /// The dateline inside of the first paragraph, with its line.
    private let dateline: (dateline: InlineDateline, line: PageLine)?

    /// Reads the facts of `page`, whose lines are those of `text`.
    init(_ page: FlattenedPage, _ text: [UInt8]) {
        self.page = page
        self.text = text
        let first = page.lines.first { $0.role == .text }?.line
        dateline = first.flatMap { line in
            InlineDateline(line.bytes, in: text.span).map { ($0, line) }
        }
    }

    /// Zone of the agency that signs the text.
    var timeZone: String? { page.timeZone ?? dateline?.dateline.timeZone }

    /// The headline.
    var title: LocatedText? {
        page.titleIndex.map { located(page.lines[$0].line.bytes, in: page.lines[$0].line) }
    }

    /// Author or agency.
    var byline: LocatedText? {
        if let stated = first(of: \.byline) { return stated }
        let name = page.lines.first { $0.role == .byline && $0.publication == nil }
        return name.map { located($0.line.bytes, in: $0.line) }
            ?? dateline.map { located($0.dateline.agency, in: $0.line) }
    }

    /// Name of the outlet.
    var publisher: LocatedText? { first(of: \.publisher) }

    /// Section of the outlet.
    var section: LocatedText? { first(of: \.section) }

    /// When the article was published. A page that only says when it was changed says no more.
    func published(assuming zone: String?) -> PublicationDate? {
        date(zone, \.published) ?? date(zone, \.modified) ?? datelineDate(zone)
    }

    private func datelineDate(_ zone: String?) -> PublicationDate? {
        guard let (dateline, line) = dateline, let date = dateline.date else { return nil }
        let place = located(date.bytes, in: line)
        let signature = date.secondOfDay == nil ? page.signature : nil
        return PublicationDate(
            date: date.date, secondOfDay: date.secondOfDay ?? signature?.secondOfDay,
            utcOffsetSeconds: date.utcOffsetSeconds ?? signature?.utcOffsetSeconds,
            text: place.value, rawStart: place.rawStart, rawEnd: place.rawEnd, timeZone: zone,
            evidence: .dateline)
    }

    /// When the article was changed.
    func modified(assuming zone: String?) -> PublicationDate? { date(zone, \.modified) }

    /// Headlines of other articles in tickers and below headings of related news.
    func pageHeadlines(limit: Int) -> [PageHeadline] {
        var headlines: [PageHeadline] = []
        func add(_ text: String, _ start: Int, _ end: Int) {
            guard headlines.count < limit else { return }
            headlines.append(
                PageHeadline(n: headlines.count, rawStart: start, rawEnd: end, text: text))
        }
        for line in page.lines {
            switch line.role {
            case .furniture(.headlineTicker):
                for slot in line.ticker?.slots ?? [] where headlines.count < limit {
                    add(
                        DisplayText.of(text.span, slot.bytes), slot.scalars.lowerBound,
                        slot.scalars.upperBound)
                }
            case .furniture(.relatedLinks) where !line.isHeading:
                let link = linkText(of: line.line)
                if let start = link.rawStart, let end = link.rawEnd, end - start >= 10 {
                    add(link.value, start, end)
                }
            default: continue
            }
        }
        return headlines
    }

    /// The headline in a line of links: "read also: headline" without its announcement.
    private func linkText(of line: PageLine) -> LocatedText {
        var scan = ScalarScan(byte: line.bytes.lowerBound)
        while scan.byte < line.bytes.upperBound, scan.scalar < 30 {
            guard scan.next(in: text.span) == 0x3A else { continue }
            while scan.byte < line.bytes.upperBound {
                let start = scan.byte
                if ScalarKind(scan.next(in: text.span)) != .white {
                    return located(start..<line.bytes.upperBound, in: line)
                }
            }
        }
        return located(line.bytes, in: line)
    }

    private func first(of part: KeyPath<PublicationLine, Range<Int>?>) -> LocatedText? {
        for line in sayingLines {
            if let bytes = line.publication?[keyPath: part] { return located(bytes, in: line.line) }
        }
        return nil
    }

    /// The lines that say something of publication, the chosen one first.
    private var sayingLines: [ClassifiedLine] {
        var lines = page.publicationIndex.map { [page.lines[$0]] } ?? []
        for index in page.lines.indices where index != page.publicationIndex {
            switch page.lines[index].role {
            case .publication, .byline: lines.append(page.lines[index])
            default: continue
            }
        }
        return lines
    }

    private func date(
        _ zone: String?, _ part: KeyPath<PublicationLine, PageDate?>
    ) -> PublicationDate? {
        for line in sayingLines {
            guard let publication = line.publication, let found = publication[keyPath: part] else {
                continue
            }
            let place = located(found.bytes, in: line.line)
            // An agency that dates its text by the day signs it with the time.
            let signature = publication.strength == .agency ? page.signature : nil
            let offset = found.secondOfDay == nil ? signature?.utcOffsetSeconds : nil
            return PublicationDate(
                date: found.date, secondOfDay: found.secondOfDay ?? signature?.secondOfDay,
                utcOffsetSeconds: found.utcOffsetSeconds ?? offset, text: place.value,
                rawStart: place.rawStart, rawEnd: place.rawEnd, timeZone: zone,
                evidence: publication.strength == .agency ? .dateline : .publicationLine)
        }
        return nil
    }

    private func located(_ bytes: Range<Int>, in line: PageLine) -> LocatedText {
        var scan = ScalarScan(byte: line.bytes.lowerBound, scalar: line.scalars.lowerBound)
        while scan.byte < bytes.lowerBound { _ = scan.next(in: text.span) }
        let start = scan.scalar
        while scan.byte < bytes.upperBound { _ = scan.next(in: text.span) }
        return LocatedText(
            DisplayText.of(text.span, bytes), rawStart: start, rawEnd: scan.scalar)
    }
}
