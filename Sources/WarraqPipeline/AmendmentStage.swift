internal import WarraqCore

/// Makes new versions of the records that a later article has something to add to.
struct AmendmentStage {
    private let journal: any Journal

    init(journal: any Journal) {
        self.journal = journal
    }

    /// The records that `draft` amends, each in its next version; `memory` has them from then on.
    func amendments(
        by draft: RecordDraft, verdict: Verdict, number: Int, at time: UnixTime,
        memory: inout RecordMemory
    ) throws(StorageError) -> [RecordDraft] {
        var amendments: [RecordDraft] = []
        for relation in verdict.relations where relation.original == draft.uri && relation.isCopy {
            guard let mirrored = relation.mirrored(as: draft.uri),
                let earlier = try latest(of: relation.uri, in: memory),
                let amended = amended(earlier, uri: relation.uri, with: mirrored, at: time)
            else { continue }
            memory.add(amended, number: number)
            amendments.append(amended)
        }
        return amendments
    }

    private func latest(
        of uri: ArticleURI, in memory: RecordMemory
    ) throws(StorageError) -> StoredRecord? {
        if let pending = memory.record(of: uri) { return pending }
        return try journal.latest(of: uri)
    }

    private func amended(
        _ earlier: StoredRecord, uri: ArticleURI, with relation: Relation, at time: UnixTime
    ) -> RecordDraft? {
        guard earlier.version <= RecordAmender.maxCompletions,
            let topic = earlier.topic.changed(to: .complete),
            var amender = RecordAmender(earlier.json)
        else { return nil }
        let version = earlier.version + 1
        amender.setVersion(version, created: time)
        amender.add(relation)
        amender.addProvenance(fields: ["relations"], from: relation.uri)
        return RecordDraft(
            uri: uri, version: version, topic: topic, json: amender.amended(), keeps: nil)
    }
}

extension Relation {
    /// Whether one of the two texts is a copy of the other.
    fileprivate var isCopy: Bool { kind == .exactCopyOf || kind == .nearDuplicateOf }
}
