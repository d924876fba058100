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

    /// Decides about `article` and claims what that takes, under `number`.
    ///
    /// The first match of PROTOCOL.md's order wins: known uri, known address, copy, new.
    func decide(
        _ article: PreparedArticle, number: Int, at time: UnixTime,
        index: any DuplicateIndex
    ) throws(StorageError) -> Decision {
        if try index.isKnown(article.uri) { return .known(article.uri) }
        let host = hostHash(of: article)
        let source = TextSource(article.article, host: article.host, arrival: time)
        var earlier: URLRow?
        if let url = article.url { earlier = try index.row(forURL: url.hash64) }
        let isSameText = earlier.map { $0.textHash == article.fingerprint.exactBytes } ?? false
        var matches: [DuplicateMatch] = []
        if !isSameText {
            matches = try self.matches(of: article, host: host, at: time, index: index)
            if !matches.contains(where: \.isCopy) {
                matches += try older(like: article, at: time, index: index)
                matches.sort(by: DuplicateMatch.isBefore)
            }
            matches = try originals.named(in: matches, of: article.uri, source: source) {
                document throws(StorageError) in try index.source(of: document)
            }
        }
        let verdict: Verdict
        if let earlier, isSameText {
            var original = earlier.uri
            if let document = earlier.document, let carrier = try index.uri(of: document) {
                original = carrier
            }
            verdict = .duplicate(relations: [copy(of: original).naming(original)])
        } else if let earlier {
            verdict = try .update(
                relations: updating(earlier, article: article, matches: matches, index: index))
        } else {
            verdict = Self.verdict(from: matches, of: article.uri)
        }
        return try .fresh(
            claim(
                article, verdict: verdict, source: source, host: host, number: number, at: time,
                copyOf: isSameText ? earlier?.document : matches.first { $0.isExact }?.document,
                in: index))
    }

    // MARK: Matches

    private func matches(
        of article: PreparedArticle, host: UInt64, at time: UnixTime,
        index: any DuplicateIndex
    ) throws(StorageError) -> [DuplicateMatch] {
        let answer = try index.answer(for: article.fingerprint, host: host, at: time)
        guard !answer.candidates.isEmpty else { return [] }
        let prepared = PreparedText(article.text, commonKeys: answer.commonKeys)
        var matches: [DuplicateMatch] = []
        for candidate in answer.candidates {
            // Its own text is there if a payload that held it was refused by the store.
            guard let uri = try index.uri(of: candidate.number), uri != article.uri else {
                continue
            }
            if candidate.isExactCopy {
                matches.append(
                    DuplicateMatch(document: candidate.number, relation: copy(of: uri)))
                continue
            }
            // Exact copies come first, and say all there is to say.
            if !matches.isEmpty, matches[0].isExact { break }
            guard let block = try index.tokens(of: candidate.number),
                let comparison = TextComparer.compare(block: block.span.bytes, prepared),
                let relation = Relation(comparison, to: uri)
            else { continue }
            matches.append(DuplicateMatch(document: candidate.number, relation: relation))
        }
        return matches.sorted(by: DuplicateMatch.isBefore)
    }

    // More than this are one text many times.
    private static let olderTexts = 4
    // Below it nothing is a copy.
    private static let leastResemblance = 0.5

    /// Texts that left the window. What the estimate of their resemblance promises is compared word by
    /// word like any other.
    private func older(
        like article: PreparedArticle, at time: UnixTime, index: any DuplicateIndex
    ) throws(StorageError) -> [DuplicateMatch] {
        guard let sketch = article.sketch else { return [] }
        var matches: [DuplicateMatch] = []
        for candidate in try index.olderTexts(like: sketch, at: time).prefix(Self.olderTexts)
        where candidate.resemblance >= Self.leastResemblance {
            guard let uri = try index.uri(of: candidate.number), uri != article.uri else {
                continue
            }
            if candidate.isExactCopy {
                matches.append(
                    DuplicateMatch(document: candidate.number, relation: copy(of: uri)))
            } else if let other = try text(of: candidate.number, in: index),
                let relation = Relation(TextComparer.compare(other, article.text), to: uri)
            {
                matches.append(DuplicateMatch(document: candidate.number, relation: relation))
            }
        }
        return matches
    }

    private func text(
        of document: DocumentNumber, in index: any DuplicateIndex
    ) throws(StorageError) -> TokenizedText? {
        guard let block = try index.tokens(of: document) else { return nil }
        return TokenBlock.text(from: block)
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
        index: any DuplicateIndex
    ) throws(StorageError) -> [Relation] {
        var shared: Relation?
        if let document = earlier.document, let other = try text(of: document, in: index) {
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

    /// Claims what storing `article` takes. A copy of the text numbered `copyOf` has no place of its own.
    private func claim(
        _ article: PreparedArticle, verdict: Verdict, source: TextSource, host: UInt64,
        number: Int, at time: UnixTime, copyOf: DocumentNumber?, in index: any DuplicateIndex
    ) throws(StorageError) -> FreshArticle {
        let headlines = try unseenHeadlines(of: article, number: number, at: time, index: index)
        try index.claim(uri: article.uri, number: number)
        var row: IndexRow?
        if verdict.outcome != .duplicate {
            let text = IndexedText(
                fingerprint: article.fingerprint, sketch: article.sketch,
                tokens: TokenBlock.bytes(of: article.text),
                source: source, uri: article.uri, host: host, at: time)
            row = IndexRow(
                text, as: try index.claim(text, number: number),
                published: article.article.published?.date)
        }
        let url = article.url.map { url in
            URLRow(
                urlHash: url.hash64, uri: article.uri, textHash: article.fingerprint.exactBytes,
                document: row?.document ?? copyOf, at: time)
        }
        if let url { try index.claim(url, number: number) }
        return FreshArticle(
            prepared: article, verdict: verdict, index: row, url: url, headlines: headlines)
    }

    private func unseenHeadlines(
        of article: PreparedArticle, number: Int, at time: UnixTime, index: any DuplicateIndex
    ) throws(StorageError) -> [(headline: PreparedHeadline, version: Int)] {
        var unseen: [(headline: PreparedHeadline, version: Int)] = []
        for headline in article.headlines
        where try !index.hasSeen(headline: headline.uri, at: time) {
            let version = try journal.version(of: headline.uri) ?? 0
            unseen.append((headline, version + 1))
            try index.claim(headline: headline.uri, at: time, number: number)
        }
        return unseen
    }

    private func hostHash(of article: PreparedArticle) -> UInt64 {
        article.host.isKnown ? StableHash.of(Array(article.host.description.utf8)) : 0
    }
}

extension IndexRow {
    /// The row of a text that got the number `document`.
    fileprivate init(_ text: IndexedText, as document: DocumentNumber, published day: CivilDate?) {
        self.init(
            document: document, uri: text.uri, fingerprint: text.fingerprint.bytes,
            tokens: text.tokens, host: text.host, at: text.at,
            published: day.map { $0.year * 10_000 + $0.month * 100 + $0.day } ?? 0,
            source: text.source)
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
