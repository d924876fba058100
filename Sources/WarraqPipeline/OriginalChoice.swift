internal import NearDuplicates
internal import WarraqCore

/// A text of the index that shares passages with the one at hand.
struct DuplicateMatch: Sendable {
    /// Its number in the index.
    let document: DocumentNumber
    /// How the text at hand stands to it.
    let relation: Relation

    /// Whether it has the same words.
    var isExact: Bool { relation.kind == .exactCopyOf }
    /// Whether one of the two is a copy of the other.
    var isCopy: Bool { isExact || relation.kind == .nearDuplicateOf }

    /// Nearest first.
    static func isBefore(_ left: DuplicateMatch, _ right: DuplicateMatch) -> Bool {
        (left.relation.kind.rank, -left.relation.coverageHere, left.document)
            < (right.relation.kind.rank, -right.relation.coverageHere, right.document)
    }
}

/// Says which of several texts with the same words was published first.
///
/// An agency's text comes before its customers', then publication decides, then arrival. Publication
/// decides only where it is sure: a page that tells no date is not later than one that does.
struct OriginalChoice {
    /// The matches with their originals named, those that lead to the original first.
    ///
    /// Of copies the original is always named: the earliest among them, or the text at hand, `uri`. Of a
    /// text that holds another's, or lies in it, only where publication says which was first.
    func named(
        in matches: [DuplicateMatch], of uri: ArticleURI, source: TextSource,
        sourceOf: (DocumentNumber) throws(StorageError) -> TextSource
    ) throws(StorageError) -> [DuplicateMatch] {
        guard !matches.isEmpty else { return [] }
        var sources: [DocumentNumber: TextSource] = [:]
        for match in matches where match.relation.kind != .reuses {
            sources[match.document] = try sourceOf(match.document)
        }
        let copies = matches.filter(\.isCopy)
        let earliest = earliest(of: copies, sources: sources)
        let isOriginal = earliest.map { source.precedes(sources[$0.document] ?? .unknown) }
        let original = isOriginal == true ? uri : earliest?.relation.uri
        let named = matches.map { match in
            let name: ArticleURI?
            switch match.relation.kind {
            case .exactCopyOf, .nearDuplicateOf: name = original
            case .contains, .containedIn, .updates:
                let other = sources[match.document] ?? .unknown
                name =
                    source.precedes(other)
                    ? uri : other.precedes(source) ? match.relation.uri : nil
            case .reuses: name = nil
            }
            return DuplicateMatch(document: match.document, relation: match.relation.naming(name))
        }
        // An exact copy of a copy still points at the original where that has the same words too.
        guard let place = named.firstIndex(where: { $0.relation.uri == original }),
            place > 0, named[place].isExact == named[0].isExact
        else { return named }
        return [named[place]] + named[..<place] + named[(place + 1)...]
    }

    private func earliest(
        of copies: [DuplicateMatch], sources: [DocumentNumber: TextSource]
    ) -> DuplicateMatch? {
        var earliest: DuplicateMatch?
        // In the order of arrival: the numbers of an index rise.
        for copy in copies.sorted(by: { $0.document < $1.document }) {
            guard let first = earliest else {
                earliest = copy
                continue
            }
            let source = sources[copy.document] ?? .unknown
            if source.precedes(sources[first.document] ?? .unknown) { earliest = copy }
        }
        return earliest
    }
}
