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
            title: words.title, body: words.body, cues: words.cues,
            published: words.article.published?.date, findings: &findings)
    }

    /// The same of a title and a body.
    func find(
        title: NewsText?, body: NewsText, cues: [Int], published: CivilDate?,
        findings: inout Findings
    ) {
        guard
            cues.contains(where: {
                !body.words[$0].anySenses.isDisjoint(with: [.eventNoun, .eventVerb])
            })
        else { return }
        var candidates = candidates(
            title: title, body: body, cues, published: published, findings)
        candidates.choose(atMost: Self.limit)
        for place in candidates.places { findings.places[place].role = .eventPlace }
        findings.events = candidates.events
    }

    private func candidates(
        title: NewsText?, body: NewsText, _ cues: [Int], published: CivilDate?,
        _ findings: borrowing Findings
    ) -> EventCandidates {
        var candidates = EventCandidates()
        let entities = EventEntities(findings, in: body)
        var mentions = EventMentions()
        if let title { add(in: title, isTitle: true, at: title.cues, [], to: &mentions) }
        let titleCount = mentions.list.count
        add(in: body, isTitle: false, at: cues, entities.organisations, to: &mentions)
        if mentions.list.count > titleCount {
            let clusters = EventCluster.clusters(of: &mentions)
            let reader = EventContextReader(
                text: body, mentions: mentions.list, times: findings.times, entities: entities,
                lexicon: lexicon)
            var writer = EventWriter(
                mentions: mentions, reader: reader, title: title, published: published)
            for cluster in clusters where cluster.isNamed {
                writer.add(cluster, findings, leadWords: Self.leadWords, to: &candidates)
            }
        }
        let deeds = DeedFinder(text: body, entities: entities, lexicon: lexicon)
        deeds.add(at: cues, findings, to: &candidates)
        return candidates
    }

    private func add(
        in text: NewsText, isTitle: Bool, at cues: [Int], _ organisations: [EventEntities.Item],
        to mentions: inout EventMentions
    ) {
        guard !cues.isEmpty else { return }
        let reader = EventReader(text: text, isTitle: isTitle, lexicon: lexicon)
        var end = 0
        // Up to where those reach that begin so far, and the next.
        var (covered, next) = (0, 0)
        for index in cues where index >= end && text.words[index].anySenses.contains(.eventNoun) {
            while next < organisations.count, organisations[next].words.lowerBound <= index {
                covered = max(covered, organisations[next].words.upperBound)
                next += 1
            }
            // «منظمة المؤتمر الإسلامي» is a body.
            guard index >= covered,
                // «التي نظمها ملتقى …» is who holds one.
                !isSubject(index, in: text),
                let mention = reader.mention(at: index, names: &mentions.names)
            else { continue }
            mentions.list.append(mention)
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
