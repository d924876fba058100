internal import ArabicDates

/// Writes events: puts them together from the mentions of a cluster and what stands around them.
struct EventWriter {
    let mentions: EventMentions
    let reader: EventContextReader
    let title: NewsText?
    let published: CivilDate?
    private var body: NewsText { reader.text }
    /// Kept from cluster to cluster, as is the room for ids.
    private var contexts: [EventContext] = []
    private var bytes: [UInt8] = []

    init(
        mentions: EventMentions, reader: EventContextReader, title: NewsText?,
        published: CivilDate?
    ) {
        self.mentions = mentions
        self.reader = reader
        self.title = title
        self.published = published
        contexts.reserveCapacity(mentions.list.count)
        bytes.reserveCapacity(256)
    }

    /// Adds the event of a cluster, unless too little is known of it.
    mutating func add(
        _ cluster: EventCluster, _ findings: borrowing Findings, leadWords: Int,
        to candidates: inout EventCandidates
    ) {
        var dates = EventDates()
        var start: Int?
        var isInTitle = false
        // The mention with the fullest name; of equals the first.
        var best = cluster.first
        contexts.removeAll(keepingCapacity: true)
        for number in mentions.members(of: cluster) {
            if weight(mentions.list[number]) > weight(mentions.list[best]) { best = number }
            guard !mentions.list[number].isInTitle else {
                isInTitle = true
                continue
            }
            start = start ?? mentions.list[number].words.lowerBound
            if let context = reader.context(of: number, dates: &dates) { contexts.append(context) }
        }
        dates.finish()
        let place = contexts.lazy.compactMap(\.place).first
        guard let start, isEvent(cluster, dates: dates, place: place),
            let status = status(dates, findings.times)
        else { return }
        let series =
            cluster.ordinal == nil
            ? nil : cluster.seriesName.map { key(of: cluster.noun, $0, after: "series:") }
        candidates.append(
            NewsEvent(
                id: id(of: cluster, series: series, dates), name: name(of: mentions.list[best]),
                series: series, ordinal: cluster.ordinal,
                from: dates.from, to: dates.to, value: dates.value, mod: dates.mod,
                standalone: nil,
                place: place.map { findings.places[$0].ref },
                organiser: contexts.lazy.compactMap(\.organiser).first.map {
                    findings.organisations[$0].ref
                },
                agents: [],
                theme: contexts.lazy.compactMap(\.theme).first.map {
                    findings.quotedTitles[$0].span.text
                },
                status: status, role: isInTitle || start < leadWords ? .main : .background,
                evidence: evidence(of: cluster),
                reason: Reason(
                    "event.named", contexts.first.map { body.span($0.words) })),
            first: start, place: place)
    }

    /// How full a mention's name is; one that begins with دورة counts less.
    private func weight(_ mention: EventMention) -> Int {
        mention.name.count * 8 + (mention.ordinal == nil ? 0 : 4) + mention.generic
            - (mention.isEdition ? 1 : 0) - (mention.isInTitle ? 1 : 0)
    }

    private func name(of mention: EventMention) -> String {
        let text = mention.isInTitle ? title ?? body : body
        return text.name(mention.words, cut: mention.cut, mention.proclitics)
    }

    private func isEvent(_ cluster: EventCluster, dates: EventDates, place: Int?) -> Bool {
        switch cluster.noun.kind {
        case .named:
            if cluster.seriesName != nil { return true }
            if cluster.name.isEmpty { return dates.isKnown && place != nil }
            return dates.isKnown || place != nil
        case .edition: return dates.isKnown || place != nil
        case .common:
            return dates.isNarrow && place != nil && contexts.contains { $0.verb != nil }
        }
    }

    /// Over or to come: what the dates say, else the first verb that does.
    private func status(_ dates: EventDates, _ times: [TimeMention]) -> NewsEvent.Status? {
        if let published, let status = dates.status(on: published) { return status }
        for context in contexts {
            if context.isToCome { return .scheduled }
            switch context.verb?.tense {
            case .past: return .concluded
            case .future, .present: return .scheduled
            case .open, nil: break
            }
        }
        return contexts.lazy.compactMap { context in
            context.time.flatMap { direction(of: times[$0].text) }
        }.first
    }

    /// الماضي, المنصرم: over; المقبل, القادم: to come.
    private func direction(of time: String) -> NewsEvent.Status? {
        let words = WordHash.all(of: time)
        if words.contains(where: Self.past.contains) { return .concluded }
        if words.contains(where: Self.coming.contains) { return .scheduled }
        return nil
    }

    private static let past = WordSet("الماضي الماضية المنصرم المنصرمة الفارط الفارطة أمس")
    private static let coming = WordSet("المقبل المقبلة القادم القادمة غدا")

    /// The noun and the name, without number and year: the same in every text.
    private mutating func key(
        of noun: EventNoun, _ name: Range<Int>, after kind: String
    ) -> String {
        bytes.removeAll(keepingCapacity: true)
        appendKey(of: noun, name, after: kind)
        return String(valid: bytes.span)
    }

    private mutating func appendKey(of noun: EventNoun, _ name: Range<Int>, after kind: String) {
        bytes.append(kind)
        bytes.append(EventLexicon.shared.lemmas[noun.lemma])
        for number in name {
            let word = mentions.names[number]
            let letters = (word.isInTitle ? title?.letters : nil) ?? body.letters
            bytes.append(UInt8(ascii: "-"))
            bytes.append(letters: letters[word.letters])
        }
    }

    private mutating func id(
        of cluster: EventCluster, series: String?, _ dates: EventDates
    ) -> String {
        bytes.removeAll(keepingCapacity: true)
        if cluster.ordinal != nil, let series {
            bytes.append("event:")
            bytes.append(series)
        } else {
            appendKey(of: cluster.noun, cluster.name, after: "event:")
        }
        if let ordinal = cluster.ordinal {
            bytes.append(UInt8(ascii: "/"))
            bytes.append(String(ordinal))
        }
        if series == nil {
            if let year = dates.from?.year ?? dates.to?.year {
                bytes.append(UInt8(ascii: "/"))
                bytes.append(String(year))
            } else if let value = dates.value, value.utf8.first != UInt8(ascii: "X") {
                bytes.append(UInt8(ascii: "/"))
                bytes += value.utf8.prefix(4)
            }
        }
        return String(valid: bytes.span)
    }

    /// The first three mentions in the body.
    private func evidence(of cluster: EventCluster) -> [TextSpan] {
        func isInBody(_ number: Int) -> Bool { !mentions.list[number].isInTitle }
        // Those with a name or number first; the rest only point back.
        let members = mentions.members(of: cluster)
        let someTell = members.contains { isInBody($0) && !mentions.list[$0].isBare }
        var evidence: [TextSpan] = []
        evidence.reserveCapacity(3)
        for number in members
        where isInBody(number) && !(someTell && mentions.list[number].isBare) && evidence.count < 3
        {
            evidence.append(
                body.span(mentions.list[number].words, cut: mentions.list[number].cut))
        }
        return evidence
    }
}
