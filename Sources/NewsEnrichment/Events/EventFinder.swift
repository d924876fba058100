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
    private static let evidenceLimit = 3
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
        guard
            body.words.contains(where: {
                !$0.anySenses.isDisjoint(with: [.eventNoun, .eventVerb])
            })
        else { return }
        let entities = EventEntities(findings, in: body)
        let mentions = title.map { self.mentions(in: $0, isTitle: true, []) } ?? []
        let inBody = self.mentions(in: body, isTitle: false, entities.organisations)
        var events: [(first: Int, event: NewsEvent)] = []
        if !inBody.isEmpty {
            let contexts = contexts(of: inBody, in: body, entities)
            for cluster in EventCluster.clusters(of: mentions + inBody) {
                let draft = EventDraft(
                    cluster: cluster, contexts: contexts, body: body, title: title,
                    published: published, findings: findings)
                if let event = draft.event(leadWords: Self.leadWords) { events.append(event) }
            }
        }
        let deeds = DeedFinder(text: body, entities: entities, lexicon: lexicon)
        events += deeds.foundings(findings) + deeds.agreements(findings)
        var seen: Set<String> = []
        findings.events = events.sorted {
            ($0.event.role == .main ? 0 : 1, $0.first) < ($1.event.role == .main ? 0 : 1, $1.first)
        }.map(\.event).filter { seen.insert($0.id).inserted }.prefix(Self.limit).map { $0 }
        let places = Set(findings.events.compactMap(\.place))
        for index in findings.places.indices where places.contains(findings.places[index].ref) {
            findings.places[index].role = .eventPlace
        }
    }

    private func mentions(
        in text: NewsText, isTitle: Bool, _ organisations: [EventEntities.Item]
    ) -> [EventMention] {
        let reader = EventReader(text: text, isTitle: isTitle, lexicon: lexicon)
        var mentions: [EventMention] = []
        var index = 0
        while index < text.words.count {
            guard text.words[index].anySenses.contains(.eventNoun),
                // «منظمة المؤتمر الإسلامي» is a body.
                !organisations.contains(where: { $0.words.contains(index) }),
                // «التي نظمها ملتقى …» is who holds one.
                !isSubject(index, in: text),
                let mention = reader.mention(at: index)
            else {
                index += 1
                continue
            }
            mentions.append(mention)
            index = mention.words.upperBound
        }
        return mentions
    }

    private func isSubject(_ index: Int, in text: NewsText) -> Bool {
        guard index > 0,
            let reading = text.reading(of: text.words[index - 1], in: .eventVerb)
        else { return false }
        return lexicon.verbs[reading.hash]?.hasObject == true
    }

    private func contexts(
        of mentions: [EventMention], in text: NewsText, _ entities: EventEntities
    ) -> [Int: EventContext] {
        var contexts: [Int: EventContext] = [:]
        let reader = EventContextReader(text: text, entities: entities, lexicon: lexicon)
        for (index, mention) in mentions.enumerated() {
            let sentence = text.sentences[text.sentence(of: mention.head)]
            var (lower, upper) = (sentence.lowerBound, sentence.upperBound)
            if index > 0 { lower = max(lower, mentions[index - 1].words.upperBound) }
            if index + 1 < mentions.count {
                upper = min(upper, mentions[index + 1].words.lowerBound)
            }
            guard lower <= mention.words.lowerBound, upper >= mention.words.upperBound else {
                continue
            }
            contexts[mention.head] = reader.context(of: mention, bounds: lower..<upper)
        }
        return contexts
    }
}
