internal import WarraqCore

/// Lets an article and earlier records that share its words tell each other what one lacks, and makes new
/// versions of the earlier ones.
struct AmendmentStage {
    private let journal: any Journal

    init(journal: any Journal) {
        self.journal = journal
    }

    /// What there is to say once an article's relations are known.
    struct Result {
        /// The article's own record.
        let record: RecordDraft
        /// The earlier records that it amends, each in its next version.
        let amendments: [RecordDraft]
    }

    /// Completes `draft` from the records that it is related to, and those from it. `memory` has all of
    /// them from then on.
    func complete(
        _ draft: RecordDraft, verdict: Verdict, story: RecordStory?, number: Int,
        at time: UnixTime, memory: inout RecordMemory
    ) throws(StorageError) -> Result {
        var record = draft
        var amendments: [RecordDraft] = []
        let isCopy = verdict.outcome == .duplicate
        for relation in verdict.relations where relation.kind.sharesMost {
            guard let own = RecordFacts(record.json), !isCopy || own.datesItself,
                let earlier = try latest(of: relation.uri, in: memory),
                let facts = RecordFacts(earlier.json),
                let mirrored = relation.mirrored(as: draft.uri)
            else { continue }
            if let completion = Completion(
                of: own, from: facts, source: relation.uri, relation: relation)
            {
                record = record.filled(with: completion)
            }
            let given = Completion(of: facts, from: own, source: draft.uri, relation: mirrored)
            let isTold = relation.original == draft.uri && relation.kind.isCopy
            guard isTold || given != nil,
                let amended = amended(
                    earlier, uri: relation.uri, with: mirrored,
                    isSameStory: story?.related.contains(relation.uri) ?? false, given, at: time)
            else { continue }
            memory.add(amended, number: number)
            amendments.append(amended)
        }
        memory.add(record, number: number)
        return Result(record: record, amendments: amendments)
    }

    private func latest(
        of uri: ArticleURI, in memory: RecordMemory
    ) throws(StorageError) -> StoredRecord? {
        if let pending = memory.record(of: uri) { return pending }
        return try journal.latest(of: uri)
    }

    private func amended(
        _ earlier: StoredRecord, uri: ArticleURI, with relation: Relation,
        isSameStory: Bool, _ completion: Completion?, at time: UnixTime
    ) -> RecordDraft? {
        guard earlier.version <= RecordAmender.maxCompletions,
            let topic = earlier.topic.changed(to: .complete),
            var amender = RecordAmender(earlier.json)
        else { return nil }
        let version = earlier.version + 1
        amender.setVersion(version, created: time)
        if let completion { amender.fill(completion) }
        amender.add(relation, isSameStory: isSameStory)
        amender.addProvenance(
            fields: (completion?.fields ?? []) + ["relations"], from: relation.uri)
        return RecordDraft(
            uri: uri, version: version, topic: topic, json: amender.amended(), keeps: nil)
    }
}

extension RecordDraft {
    /// The record with what another gave it, before it goes out.
    fileprivate func filled(with completion: Completion) -> RecordDraft {
        guard var amender = RecordAmender(json) else { return self }
        amender.fill(completion)
        amender.addProvenance(fields: completion.fields, from: completion.source)
        return RecordDraft(
            uri: uri, version: version, topic: topic, json: amender.amended(), keeps: keeps)
    }
}

extension Relation.Kind {
    /// Whether one of the two texts is a copy of the other.
    fileprivate var isCopy: Bool { self == .exactCopyOf || self == .nearDuplicateOf }

    /// Whether most of one text stands in the other.
    fileprivate var sharesMost: Bool { isCopy || self == .contains || self == .containedIn }
}
