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
        let words = body.words.span
        for index in words.indices {
            let senses = words[unchecked: index].anySenses
            guard !senses.isDisjoint(with: [.eventNoun, .eventVerb]) else { continue }
            if senses.contains(.eventNoun) { nouns.append(index) }
            if senses.contains(.eventVerb) { verbs.append(index) }
        }
        guard !nouns.isEmpty || !verbs.isEmpty else { return }
        let entities = EventEntities(findings, in: body)
        var events: [(first: Int, event: NewsEvent)] = []
        events.reserveCapacity(8)
        var mentions = title.map { self.mentions(in: $0) } ?? []
        let titleCount = mentions.count
        add(in: body, isTitle: false, at: nouns, entities.organisations, to: &mentions)
        if mentions.count > titleCount {
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
            deeds.add(at: verbs, findings, to: &events)
        }
        findings.events = Self.chosen(of: events)
        for place in findings.events.lazy.compactMap(\.place) {
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
        var mentions: [EventMention] = []
        add(in: title, isTitle: true, at: nouns, [], to: &mentions)
        return mentions
    }

    private func add(
        in text: NewsText, isTitle: Bool, at nouns: [Int], _ organisations: [EventEntities.Item],
        to mentions: inout [EventMention]
    ) {
        guard !nouns.isEmpty else { return }
        let reader = EventReader(text: text, isTitle: isTitle, lexicon: lexicon)
        mentions.reserveCapacity(mentions.count + nouns.count)
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
    }

    private func isSubject(_ index: Int, in text: NewsText) -> Bool {
        guard index > 0 else { return false }
        let before = text.words[index - 1]
        // «جمعية منتدى الشباب».
        if before.anySenses.contains(.orgTrigger), text.words[index].before.isEmpty,
            text.readings(of: before).contains(where: { Self.bodies.contains($0.hash) })
        {
            return true
        }
        guard let reading = text.reading(of: before, in: .eventVerb) else { return false }
        return lexicon.verbs[reading.hash]?.hasObject == true
    }

    private static let bodies = WordSet("جمعية حزب حركة شركة مؤسسة منظمة قناة مجلة نادي")
}
