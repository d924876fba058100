internal import ArabicDates
internal import ArticleExtraction

/// Finds what happens at a time and a place.
///
/// Events that have a noun of their own (ندوة, مؤتمر) and a name or a number; bodies founded; agreements
/// made. An event needs its date, place or number besides its name, and a word or date that says whether
/// it is over.
struct EventFinder: Sendable {
    private let lexicon = EventLexicon.shared
    /// The words of a body that make what stands in them a main event.
    private static let leadWords = 45
    private static let limit = 12

    /// Adds to `findings` the events, and makes their places event places.
    func find(in words: ArticleWords, findings: inout Findings) {
        find(
            title: words.title, body: words.body, published: words.article.published?.date,
            findings: &findings)
    }

    /// The same of a title and a body.
    func find(
        title: NewsText?, body: NewsText, published: CivilDate?, findings: inout Findings
    ) {
        var (nouns, verbs): ([Int], [Int]) = ([], [])
        for index in body.words.indices {
            let senses = body.words[index].anySenses
            if senses.contains(.eventNoun) { nouns.append(index) }
            if senses.contains(.eventVerb) { verbs.append(index) }
        }
        guard !nouns.isEmpty || !verbs.isEmpty else { return }
        let entities = EventEntities(findings, in: body)
        var events: [(first: Int, event: NewsEvent)] = []
        let inBody = mentions(in: body, isTitle: false, at: nouns, entities.organisations)
        if !inBody.isEmpty {
            let mentions = title.map { self.mentions(in: $0) + inBody } ?? inBody
            let contexts = EventContextReader(
                text: body, mentions: mentions, entities: entities, lexicon: lexicon)
            for cluster in EventCluster.clusters(of: mentions) where cluster.isNamed {
                let draft = EventDraft(
                    cluster: cluster, mentions: mentions, contexts: contexts, body: body,
                    title: title, published: published)
                if let event = draft.event(findings, leadWords: Self.leadWords) {
                    events.append(event)
                }
            }
        }
        if !verbs.isEmpty {
            let deeds = DeedFinder(text: body, entities: entities, lexicon: lexicon)
            events += deeds.deeds(at: verbs, findings)
        }
        findings.events = Self.chosen(of: events)
        for event in findings.events {
            guard let place = event.place else { continue }
            for index in findings.places.indices where findings.places[index].ref == place {
                findings.places[index].role = .eventPlace
            }
        }
    }

    /// Main events first, then by place; each once.
    private static func chosen(of events: [(first: Int, event: NewsEvent)]) -> [NewsEvent] {
        // An order of numbers: events are large.
        let order = events.indices.sorted { left, right in
            let role = events[left].event.role
            return role == events[right].event.role
                ? events[left].first < events[right].first : role == .main
        }
        var chosen: [Int] = []
        for index in order where chosen.count < limit {
            if chosen.contains(where: { events[$0].event.id == events[index].event.id }) {
                continue
            }
            chosen.append(index)
        }
        return chosen.map { events[$0].event }
    }

    /// The mentions in a title.
    private func mentions(in title: NewsText) -> [EventMention] {
        let nouns = title.words.indices.filter { title.words[$0].anySenses.contains(.eventNoun) }
        return mentions(in: title, isTitle: true, at: nouns, [])
    }

    private func mentions(
        in text: NewsText, isTitle: Bool, at nouns: [Int], _ organisations: [EventEntities.Item]
    ) -> [EventMention] {
        guard !nouns.isEmpty else { return [] }
        let reader = EventReader(text: text, isTitle: isTitle, lexicon: lexicon)
        var mentions: [EventMention] = []
        mentions.reserveCapacity(nouns.count)
        var end = 0
        for index in nouns where index >= end {
            // «منظمة المؤتمر الإسلامي» is a body.
            guard !organisations.contains(where: { $0.words.contains(index) }),
                // «التي نظمها ملتقى …» is who holds one.
                !isSubject(index, in: text),
                let mention = reader.mention(at: index)
            else { continue }
            mentions.append(mention)
            end = mention.words.upperBound
        }
        return mentions
    }

    private func isSubject(_ index: Int, in text: NewsText) -> Bool {
        guard index > 0,
            let reading = text.reading(of: text.words[index - 1], in: .eventVerb)
        else { return false }
        return lexicon.verbs[reading.hash]?.hasObject == true
    }
}
