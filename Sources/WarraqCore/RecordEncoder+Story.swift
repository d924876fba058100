extension RecordStory {
    /// What ninjs `rel` says of articles of one story.
    static let relation = "sameStory"

    /// What ninjs wants as the association's name, for a person.
    fileprivate static let title = "same story"
}

extension RecordEncoder {
    /// `associations`: the texts it has words of, then other articles of its story.
    static func writeAssociations(of record: EnrichedRecord, to object: inout JSONWriter) {
        var associations = record.verdict.relations.map { relation in
            (name: relation.kind.title, rel: relation.kind.rawValue, uri: relation.uri)
        }
        for uri in record.story?.records ?? []
        where !associations.contains(where: { $0.uri == uri }) {
            associations.append((RecordStory.title, RecordStory.relation, uri))
        }
        guard !associations.isEmpty else { return }
        object.member("associations", associations) { array, association in
            array.object { member in
                member.member("name", association.name)
                member.member("rel", association.rel)
                member.member("uri", association.uri.description)
                member.member("type", "text")
            }
        }
    }

    /// `story`.
    static func write(_ story: RecordStory, to object: inout JSONWriter) {
        object.member(
            "story",
            object: { member in
                member.member("id", story.id.description)
                member.member("articleCount", story.articleCount)
                member.member("independentCount", story.independentCount)
            })
    }
}
