internal import ArabicText
internal import ArticleExtraction
internal import NewsEnrichment
internal import WarraqCore

/// Step 7 of an article's way: makes the record, and new versions of those it changes.
struct RecordStage {
    private let amending: AmendmentStage

    init(journal: any Journal) {
        amending = AmendmentStage(journal: journal)
    }

    /// What storing `fresh`, the input `number`, which arrived at `time`, asks of the journal.
    func stored(
        _ fresh: DuplicateStage.FreshArticle, findings: Findings?, story: StoryState.Placed?,
        number: Int, at time: UnixTime, memory: inout RecordMemory
    ) throws(StorageError) -> StoredArticle {
        let prepared = fresh.prepared
        let record = EnrichedRecord(
            uri: prepared.uri, version: 1, versionCreated: time, article: prepared.article,
            header: prepared.header, verdict: fresh.verdict, findings: findings,
            story: story?.story)
        let draft = RecordDraft(
            uri: prepared.uri, version: 1,
            topic: Topic(
                article: fresh.verdict.change, language: prepared.article.language.tag,
                host: prepared.host.description),
            json: RecordEncoder.json(of: record),
            keeps: fresh.verdict.isLight ? fresh.verdict.relations.first?.uri : nil)
        let headlines = fresh.headlines.map { seen in
            RecordDraft(
                uri: seen.headline.uri, version: seen.version,
                topic: Topic(
                    headlineIn: seen.headline.language, host: prepared.host.description),
                json: HeadlineEncoder.json(
                    uri: seen.headline.uri, version: seen.version, versionCreated: time,
                    text: seen.headline.text, language: seen.headline.language,
                    page: prepared.uri),
                keeps: nil)
        }
        let completed = try amending.complete(
            draft, verdict: fresh.verdict, story: story?.story, number: number, at: time,
            memory: &memory)
        return StoredArticle(
            outcome: fresh.verdict.outcome, record: completed.record, index: fresh.index,
            url: fresh.url, headlines: headlines, sighting: sighting(of: fresh, at: time),
            story: story?.row, names: names(in: findings, of: fresh),
            amendments: completed.amendments)
    }

    /// The names that `fresh` introduces. A new version of an article is no other article.
    private func names(
        in findings: Findings?, of fresh: DuplicateStage.FreshArticle
    ) -> NameSighting? {
        guard fresh.verdict.outcome == .new, let findings else { return nil }
        let sighting = NameSighting(of: findings)
        return sighting.names.isEmpty ? nil : sighting
    }

    // RFC 1035, section 2.3.4. What is longer is no site, and is not worth its room in memory.
    private static let maxHostBytes = 253

    /// What `fresh` teaches about its site. A copy or a new version of an article is no other article:
    /// its lines are the article's, not the site's.
    private func sighting(
        of fresh: DuplicateStage.FreshArticle, at time: UnixTime
    ) -> SightingRow? {
        let prepared = fresh.prepared
        guard fresh.verdict.outcome == .new, prepared.host.isKnown,
            prepared.host.description.utf8.count <= Self.maxHostBytes,
            !prepared.article.sighting.isEmpty
        else { return nil }
        return SightingRow(
            host: prepared.host.description, sighting: prepared.article.sighting, at: time)
    }
}
