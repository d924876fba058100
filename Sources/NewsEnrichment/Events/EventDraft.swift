internal import ArabicDates

/// An event while it is put together from the mentions of a cluster and what stands around them.
struct EventDraft {
    let cluster: EventCluster
    /// All mentions of the article.
    let mentions: [EventMention]
    let contexts: EventContextReader
    let body: NewsText
    let title: NewsText?
    let published: CivilDate?

    /// The event and where it first stands; `nil` if too little is known of it.
    func event(_ findings: Findings, leadWords: Int) -> (first: Int, event: NewsEvent)? {
        let inBody = cluster.mentions.filter { !mentions[$0].isInTitle }
        guard let first = inBody.first, let best = bestMention else { return nil }
        let near = inBody.compactMap { contexts.context(of: $0) }
        let dates = dates(near, findings.times)
        let place = near.lazy.compactMap(\.place).first
        guard isEvent(dates: dates, place: place, contexts: near),
            let status = status(near, dates, findings.times)
        else { return nil }
        let start = mentions[first].words.lowerBound
        let isMain = inBody.count < cluster.mentions.count || start < leadWords
        let organiser = near.lazy.compactMap(\.organiser).first
        let series =
            cluster.ordinal == nil ? nil : cluster.seriesName.map { key(of: $0, after: "series:") }
        return (
            start,
            NewsEvent(
                id: id(series: series, dates), name: name(of: mentions[best]),
                series: series, ordinal: cluster.ordinal,
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
    private var bestMention: Int? {
        cluster.mentions.max { left, right in weight(mentions[left]) < weight(mentions[right]) }
    }

    private func weight(_ mention: EventMention) -> Int {
        mention.name.count * 8 + (mention.ordinal == nil ? 0 : 4) + mention.generic
            - (mention.isEdition ? 1 : 0) - (mention.isInTitle ? 1 : 0)
    }

    private func name(of mention: EventMention) -> String {
        let text = mention.isInTitle ? title ?? body : body
        return text.name(mention.words, cut: mention.cut, mention.proclitics)
    }

    private func dates(_ contexts: [EventContext], _ times: [TimeMention]) -> EventDates {
        var dates = EventDates()
        for context in contexts {
            for time in context.times {
                dates.add(times[time].expression, verb: context.verb?.kind)
            }
        }
        dates.finish()
        return dates
    }

    private func isEvent(
        dates: EventDates, place: Int?, contexts: [EventContext]
    ) -> Bool {
        guard cluster.isNamed else { return false }
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
    private func status(
        _ contexts: [EventContext], _ dates: EventDates, _ times: [TimeMention]
    ) -> NewsEvent.Status? {
        if let published, let status = dates.status(on: published) { return status }
        var weak: NewsEvent.Status?
        for context in contexts {
            if context.isToCome { return .scheduled }
            switch context.verb?.tense {
            case .past: return .concluded
            case .future: return .scheduled
            case .present: return .scheduled
            case .open, nil: break
            }
            if weak == nil, let time = context.times.first {
                weak = direction(of: times[time].text)
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

    private static let past = WordSet("الماضي الماضية المنصرم المنصرمة الفارط الفارطة أمس")
    private static let coming = WordSet("المقبل المقبلة القادم القادمة غدا")

    /// The noun and the name, without number and year: the same in every text.
    private func key(of name: [EventNameWord], after kind: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(64 + name.count * 16)
        bytes += kind.utf8
        bytes += cluster.noun.lemma.utf8
        for word in name {
            bytes.append(UInt8(ascii: "-"))
            bytes.append(letters: (word.isInTitle ? title ?? body : body).letters[word.letters])
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func id(series: String?, _ dates: EventDates) -> String {
        if let ordinal = cluster.ordinal, let series {
            return "event:" + series + "/" + String(ordinal)
        }
        var id = key(of: cluster.name, after: "event:")
        if let ordinal = cluster.ordinal { id += "/" + String(ordinal) }
        if let year = dates.from?.year ?? dates.to?.year {
            id += "/" + String(year)
        } else if let value = dates.value, !value.hasPrefix("X") {
            id += "/" + value.prefix(4)
        }
        return id
    }

    private func evidence(_ inBody: [Int]) -> [TextSpan] {
        // Those with a name or number first; the rest only point back.
        let telling = inBody.filter { !mentions[$0].name.isEmpty || mentions[$0].ordinal != nil }
        return (telling.isEmpty ? inBody : telling).prefix(3).map {
            body.span(mentions[$0].words, cut: mentions[$0].cut)
        }
    }
}

extension [UInt8] {
    /// Adds letters of key form.
    mutating func append(letters: ArraySlice<UInt16>) {
        for letter in letters {
            if letter < 0x80 {
                append(UInt8(truncatingIfNeeded: letter))
                continue
            }
            if letter < 0x800 {
                append(UInt8(truncatingIfNeeded: 0xC0 | letter >> 6))
            } else {
                append(UInt8(truncatingIfNeeded: 0xE0 | letter >> 12))
                append(UInt8(truncatingIfNeeded: 0x80 | letter >> 6 & 0x3F))
            }
            append(UInt8(truncatingIfNeeded: 0x80 | letter & 0x3F))
        }
    }
}
