internal import ArabicDates
internal import ArticleExtraction
internal import NearDuplicates
internal import WarraqCore

/// Step 5 of an article's way: looks a text up, verifies what it finds, and decides.
struct DuplicateStage {
    private let journal: any Journal
    private let originals = OriginalChoice()

    init(journal: any Journal) {
        self.journal = journal
    }

    /// What one article is, and what storing it will bring.
    enum Decision: Sendable {
        /// The record is stored already or on its way.
        case known(ArticleURI)
        /// A record to make.
        case fresh(FreshArticle)
    }

    /// A record to make.
    struct FreshArticle: Sendable {
        let prepared: PreparedArticle
        let verdict: Verdict
        let index: IndexRow?
        let url: URLRow?
        let headlines: [(headline: PreparedHeadline, version: Int)]
    }

    /// Decides about `article` and changes `state` accordingly, logged under `number`.
    ///
    /// The first match of PROTOCOL.md's order wins: known uri, known address, copy, new.
    func decide(
        _ article: PreparedArticle, number: Int, at time: UnixTime,
        state: inout DuplicateState
    ) throws(StorageError) -> Decision {
        if state.isPending(article.uri) { return .known(article.uri) }
        if try journal.version(of: article.uri) != nil { return .known(article.uri) }
        let host = hostHash(of: article)
        let source = TextSource(article.article, host: article.host, arrival: time)
        let earlier = article.url.flatMap { state.row(forURL: $0.hash64) }
        let isSameText = earlier.map { $0.textHash == article.fingerprint.exactBytes } ?? false
        var matches: [DuplicateMatch] = []
        if !isSameText {
            matches = try self.matches(of: article, host: host, at: time, state: state)
            matches = try originals.named(in: matches, of: article.uri, source: source) {
                document throws(StorageError) in
                try self.source(of: document, state: state)
            }
        }
        let verdict: Verdict
        if let earlier, isSameText {
            let original = earlier.document.flatMap { state.uri(of: $0) } ?? earlier.uri
            verdict = .duplicate(relations: [copy(of: original).naming(original)])
        } else if let earlier {
            verdict = try .update(
                relations: updating(earlier, article: article, matches: matches, state: state))
        } else {
            verdict = Self.verdict(from: matches, of: article.uri)
        }
        let headlines = try unseenHeadlines(of: article, number: number, at: time, state: &state)
        state.add(uri: article.uri, number: number)
        var index: IndexRow?
        if verdict.outcome != .duplicate {
            index = insert(
                article, source: source, host: host, at: time, number: number, state: &state)
        }
        let original = isSameText ? earlier?.document : matches.first { $0.isExact }?.document
        let url = article.url.map { url in
            URLRow(
                urlHash: url.hash64, uri: article.uri, textHash: article.fingerprint.exactBytes,
                document: index?.document ?? original, at: time)
        }
        if let url { state.set(url, number: number) }
        return .fresh(
            FreshArticle(
                prepared: article, verdict: verdict, index: index, url: url, headlines: headlines))
    }

    // MARK: Matches

    private func matches(
        of article: PreparedArticle, host: UInt64, at time: UnixTime,
        state: borrowing DuplicateState
    ) throws(StorageError) -> [DuplicateMatch] {
        let answer = state.answer(for: article.fingerprint, host: host, at: time)
        guard !answer.candidates.isEmpty else { return [] }
        let prepared = PreparedText(article.text, commonKeys: answer.commonKeys)
        var matches: [DuplicateMatch] = []
        for candidate in answer.candidates {
            // Its own text is there if a payload that held it was refused by the store.
            guard let uri = state.uri(of: candidate.number), uri != article.uri else { continue }
            if candidate.isExactCopy {
                matches.append(
                    DuplicateMatch(document: candidate.number, relation: copy(of: uri)))
                continue
            }
            // Exact copies come first, and say all there is to say.
            if !matches.isEmpty, matches[0].isExact { break }
            guard let other = try text(of: candidate.number, state: state) else { continue }
            let comparison = TextComparer.compare(other, prepared)
            guard let relation = Relation(comparison, to: uri) else { continue }
            matches.append(DuplicateMatch(document: candidate.number, relation: relation))
        }
        return matches.sorted { left, right in
            (left.relation.kind.rank, -left.relation.coverageHere, left.document)
                < (right.relation.kind.rank, -right.relation.coverageHere, right.document)
        }
    }

    private func text(
        of document: DocumentNumber, state: borrowing DuplicateState
    ) throws(StorageError) -> TokenizedText? {
        if let pending = state.pendingTokens(of: document) { return TokenBlock.text(from: pending) }
        guard let block = try journal.tokens(of: document) else { return nil }
        return TokenBlock.text(from: block)
    }

    private func source(
        of document: DocumentNumber, state: borrowing DuplicateState
    ) throws(StorageError) -> TextSource {
        if let pending = state.pendingSource(of: document) { return pending }
        return try journal.source(of: document) ?? .unknown
    }

    /// The verdict on the text of `uri`: a copy of what was published before it is a duplicate.
    private static func verdict(from matches: [DuplicateMatch], of uri: ArticleURI) -> Verdict {
        let relations = matches.map(\.relation)
        guard let first = matches.first, first.isCopy, first.relation.original != uri else {
            return .new(relations: relations)
        }
        // The words of an exact copy stand in one record; whoever wants them needs no other.
        return .duplicate(relations: first.isExact ? [first.relation] : relations)
    }

    private func copy(of uri: ArticleURI) -> Relation {
        Relation(uri: uri, kind: .exactCopyOf, coverageHere: 1, coverageThere: 1, passages: [])
    }

    /// The relations of a new text under a known address: first what it updates.
    private func updating(
        _ earlier: URLRow, article: PreparedArticle, matches: [DuplicateMatch],
        state: borrowing DuplicateState
    ) throws(StorageError) -> [Relation] {
        var shared: Relation?
        if let document = earlier.document, let other = try text(of: document, state: state) {
            shared = Relation(
                TextComparer.compare(other, article.text), to: earlier.uri)
        }
        let update = Relation(
            uri: earlier.uri, kind: .updates, coverageHere: shared?.coverageHere ?? 0,
            coverageThere: shared?.coverageThere ?? 0, passages: shared?.passages ?? [])
        let others = matches.map(\.relation).filter { $0.uri != earlier.uri }
        return [update] + others
    }

    // MARK: What storing brings

    private func insert(
        _ article: PreparedArticle, source: TextSource, host: UInt64, at time: UnixTime,
        number: Int, state: inout DuplicateState
    ) -> IndexRow {
        let tokens = TokenBlock.bytes(of: article.text)
        let document = state.insert(
            article.fingerprint, tokens: tokens, source: source, uri: article.uri, host: host,
            at: time, number: number)
        let day = article.article.published?.date
        return IndexRow(
            document: document, uri: article.uri, fingerprint: article.fingerprint.bytes,
            tokens: tokens, host: host, at: time,
            published: day.map { $0.year * 10_000 + $0.month * 100 + $0.day } ?? 0,
            source: source)
    }

    private func unseenHeadlines(
        of article: PreparedArticle, number: Int, at time: UnixTime, state: inout DuplicateState
    ) throws(StorageError) -> [(headline: PreparedHeadline, version: Int)] {
        var unseen: [(headline: PreparedHeadline, version: Int)] = []
        for headline in article.headlines where !state.hasSeen(headline: headline.uri, at: time) {
            let version = try journal.version(of: headline.uri) ?? 0
            unseen.append((headline, version + 1))
            state.add(headline: headline.uri, at: time, number: number)
        }
        return unseen
    }

    private func hostHash(of article: PreparedArticle) -> UInt64 {
        article.host.isKnown ? StableHash.of(Array(article.host.description.utf8)) : 0
    }
}

extension Relation {
    /// What a comparison of another text (A) with this one (B) says of this; `nil` if nothing.
    fileprivate init?(_ comparison: Comparison, to uri: ArticleURI) {
        guard let relation = comparison.relation else { return nil }
        self.init(
            uri: uri, kind: Kind(relation), coverageHere: comparison.coverageB,
            coverageThere: comparison.coverageA,
            passages: comparison.passages.map { passage in
                Passage(
                    here: passage.bStart..<passage.bEnd, there: passage.aStart..<passage.aEnd,
                    isFormulaic: passage.kind == .formulaic, matchedTokens: passage.matchedTokens,
                    dice: passage.dice)
            })
    }
}

extension Fingerprint {
    /// The hash of the whole text as 16 bytes.
    var exactBytes: [UInt8] {
        [exactHigh, exactLow].flatMap { half in
            (0..<8).map { UInt8(truncatingIfNeeded: half >> UInt64($0 * 8)) }
        }
    }
}
