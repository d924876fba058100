internal import ArabicDates

/// An event while it is put together from the mentions of a cluster and what stands around them.
struct EventDraft {
    let cluster: EventCluster
    /// By the place of a mention's noun in the body.
    let contexts: [Int: EventContext]
    let body: NewsText
    let title: NewsText?
    let published: CivilDate?
    let findings: Findings

    /// The event and where it first stands; `nil` if too little is known of it.
    func event(leadWords: Int) -> (first: Int, event: NewsEvent)? {
        let inBody = cluster.mentions.filter { !$0.isInTitle }
        guard let first = inBody.first, let best = bestMention else { return nil }
        let near = inBody.compactMap { contexts[$0.head] }
        let dates = dates(near)
        let place = near.lazy.compactMap(\.place).first
        guard isEvent(dates: dates, place: place, contexts: near, first),
            let status = status(near, dates)
        else { return nil }
        let isMain =
            cluster.mentions.contains(where: \.isInTitle) || first.words.lowerBound < leadWords
        let organiser = near.lazy.compactMap(\.organiser).first
        return (
            first.words.lowerBound,
            NewsEvent(
                id: id(dates), name: name(of: best),
                series: cluster.ordinal != nil ? seriesKey.map { "series:" + $0 } : nil,
                ordinal: cluster.ordinal,
                from: dates.from, to: dates.to, value: dates.value, mod: dates.mod,
                standalone: nil,
                place: place.map { findings.places[$0].ref },
                organiser: organiser.map { findings.organisations[$0].ref }, agents: [],
                theme: near.lazy.compactMap(\.theme).first.map {
                    findings.quotedTitles[$0].span.text
                },
                status: status, role: isMain ? .main : .background,
                evidence: evidence(inBody),
                reason: Reason(
                    "event.named", near.first.map { body.span($0.words) }))
        )
    }

    /// The mention with the fullest name; of equals one that does not begin with دورة.
    private var bestMention: EventMention? {
        cluster.mentions.max { left, right in weight(left) < weight(right) }
    }

    private func weight(_ mention: EventMention) -> Int {
        mention.name.count * 8 + (mention.ordinal == nil ? 0 : 4) + mention.generic
            - (mention.isEdition ? 1 : 0) - (mention.isInTitle ? 1 : 0)
    }

    private func name(of mention: EventMention) -> String {
        let text = mention.isInTitle ? title ?? body : body
        let written = text.span(mention.words, cut: mention.cut).text
        // «للانتخابات»: the name is «الانتخابات».
        guard mention.proclitics.contains(.fused), written.hasPrefix("لل") else { return written }
        return "ال" + written.dropFirst(2)
    }

    private func dates(_ contexts: [EventContext]) -> EventDates {
        var dates = EventDates()
        for context in contexts {
            for time in context.times {
                dates.add(findings.times[time].expression, verb: context.verb?.kind)
            }
        }
        dates.finish()
        return dates
    }

    private func isEvent(
        dates: EventDates, place: Int?, contexts: [EventContext], _ first: EventMention
    ) -> Bool {
        switch cluster.noun.kind {
        case .named:
            if cluster.seriesName != nil { return true }
            if cluster.name.isEmpty {
                return cluster.ordinal != nil && dates.isKnown && place != nil
            }
            return dates.isKnown || place != nil
        case .edition:
            return cluster.ordinal != nil && !cluster.name.isEmpty
                && (dates.isKnown || place != nil)
        case .common:
            return cluster.name.count > 1 && dates.isNarrow && place != nil
                && contexts.contains { $0.verb != nil }
        }
    }

    /// Over or to come: what the dates say, else the first verb that does.
    private func status(_ contexts: [EventContext], _ dates: EventDates) -> NewsEvent.Status? {
        if let published, let status = dates.status(on: published) { return status }
        var weak: NewsEvent.Status?
        for context in contexts {
            switch context.verb?.tense {
            case .past: return .concluded
            case .future: return .scheduled
            case .present: return .scheduled
            case .open, nil: break
            }
            if context.isToCome { return .scheduled }
            if weak == nil, let time = context.times.first {
                weak = direction(of: findings.times[time].text)
            }
        }
        return weak
    }

    /// الماضي, المنصرم: over; المقبل, القادم: to come.
    private func direction(of time: String) -> NewsEvent.Status? {
        let words = WordHash.all(of: time)
        if words.contains(where: Self.past.contains) { return .concluded }
        if words.contains(where: Self.coming.contains) { return .scheduled }
        return nil
    }

    private static let past: Set<UInt64> = Set(
        ["الماضي", "الماضية", "المنصرم", "المنصرمة", "الفارط", "الفارطة", "أمس"].map(WordHash.of))
    private static let coming: Set<UInt64> = Set(
        ["المقبل", "المقبلة", "القادم", "القادمة", "غدا"].map(WordHash.of))

    /// The noun and the name, without number and year: the same in every text.
    private var seriesKey: String? {
        guard let name = cluster.seriesName else { return nil }
        return ([cluster.noun.lemma] + name).joined(separator: "-")
    }

    private func id(_ dates: EventDates) -> String {
        if let ordinal = cluster.ordinal, let seriesKey {
            return "event:series:\(seriesKey)/\(ordinal)"
        }
        var id = "event:" + ([cluster.noun.lemma] + cluster.name).joined(separator: "-")
        if let ordinal = cluster.ordinal { id += "/\(ordinal)" }
        if let year = dates.from?.year ?? dates.to?.year {
            id += "/\(year)"
        } else if let value = dates.value, !value.hasPrefix("X") {
            id += "/" + value.prefix(4)
        }
        return id
    }

    private func evidence(_ mentions: [EventMention]) -> [TextSpan] {
        // Those with a name or number first; the rest only point back.
        let telling = mentions.filter { !$0.name.isEmpty || $0.ordinal != nil }
        return (telling.isEmpty ? mentions : telling).prefix(3).map {
            body.span($0.words, cut: $0.cut)
        }
    }
}
