internal import Foundation
internal import NearDuplicates
internal import WarraqServer

/// An index that grows article by article, and what each step of that costs.
struct ScaleEvaluation: ~Copyable {
    /// The means of one size.
    private struct Means {
        var fold = Duration.zero
        var fingerprint = Duration.zero
        var query = Duration.zero
        var verify = Duration.zero
        var insert = Duration.zero
        var store = Duration.zero
        var candidates = 0
        var derived = 0
        var linked = 0
        var all: Duration { fold + fingerprint + query + verify + insert + store }
    }

    private let composer: ArticleComposer
    private var index: NearDuplicateIndex
    private var words: BlockFile
    private var log: BlockFile
    private let memoryBefore: Int
    private var next = 0

    init(composer: ArticleComposer, directory: String) throws(CorpusError) {
        let words = try BlockFile(in: directory)
        let log = try BlockFile(in: directory)
        self.words = words
        self.log = log
        self.composer = composer
        index = NearDuplicateIndex(configuration: Self.configuration)
        memoryBefore = Self.anonymousBytes
    }

    private static var configuration: IndexConfiguration {
        var configuration = IndexConfiguration()
        configuration.maxDocuments = .max
        configuration.rollbackDepth = 1
        return configuration
    }

    static let heading =
        "     live    fold  finger   query  verify  insert   store  all µs  candidates  linked  bytes/text"

    /// Grows to `size` articles, then takes some more and tells what they cost.
    mutating func measure(at size: Int, articles: Int) throws(CorpusError) -> String {
        var ignored = Means()
        while next < size { try take(into: &ignored) }
        var means = Means()
        for _ in 0..<articles { try take(into: &means) }
        func mean(_ duration: Duration) -> String {
            String(format: "%7.1f", duration / .microseconds(1) / Double(articles))
        }
        let memory = (Self.anonymousBytes - memoryBefore) / next
        return String(format: "%9d ", size)
            + [
                means.fold, means.fingerprint, means.query, means.verify, means.insert, means.store,
                means.all,
            ]
            .map(mean).joined(separator: " ")
            + String(
                format: "    %11.2f  %6.4f %11d", Double(means.candidates) / Double(articles),
                Double(means.linked) / Double(max(1, means.derived)), memory)
    }

    /// One article through every step. All are inserted, copies too: the index is as full as it gets.
    private mutating func take(into means: inout Means) throws(CorpusError) {
        let number = next
        let article = CorpusText.Clean(composer.article(number))
        next += 1
        let start = Self.processorTime
        let text = CorpusText.words(of: article)
        let folded = Self.processorTime
        let fingerprint = Fingerprint(of: text)
        let fingerprinted = Self.processorTime
        let host = UInt64(number % 500)
        // 500 hosts, a million articles in 30 days.
        let time = Int64(number) * 2_592
        let answer = index.answer(for: fingerprint, host: host, at: time)
        let looked = Self.processorTime
        let isLinked = verify(text, answer, origin: composer.origin(of: number))
        let verified = Self.processorTime
        _ = index.insert(fingerprint, host: host, at: time)
        let inserted = Self.processorTime
        try words.append(TokenBlock.bytes(of: text))
        try log.append(fingerprint.bytes)
        let stored = Self.processorTime
        means.fold += folded - start
        means.fingerprint += fingerprinted - folded
        means.query += looked - fingerprinted
        means.verify += verified - looked
        means.insert += inserted - verified
        means.store += stored - inserted
        means.candidates += answer.candidates.count
        if composer.origin(of: number) != .own { means.derived += 1 }
        if isLinked { means.linked += 1 }
    }

    /// Compares with every candidate and says whether what an article was derived from is among them,
    /// under the right name.
    private func verify(
        _ text: TokenizedText, _ answer: IndexAnswer, origin: ArticleComposer.Origin
    ) -> Bool {
        guard !answer.candidates.isEmpty else { return false }
        let prepared = PreparedText(text, commonKeys: answer.commonKeys)
        var isLinked = false
        words.fetch(answer.candidates.map { Int($0.number.rawValue) - 1 })
        for candidate in answer.candidates {
            let number = Int(candidate.number.rawValue) - 1
            let relation = words.withBlock(number) { block in
                TextComparer.compare(block: block, prepared)?.relation
            }
            switch origin {
            case .own: break
            case .copy(let earlier):
                isLinked = isLinked || (number == earlier && relation == .exact)
            case .edited(let earlier):
                isLinked = isLinked || (number == earlier && relation == .near)
            case .holding(let earlier):
                isLinked =
                    isLinked
                    || (number == earlier && (relation == .contains || relation == .containedIn))
            }
        }
        return isLinked
    }

    /// Builds the index again from its log and tells how long that took.
    mutating func restart() -> String {
        index = NearDuplicateIndex(configuration: Self.configuration)
        let start = Self.processorTime
        for number in 0..<log.count {
            guard let fingerprint = Fingerprint(bytes: log.read(number)) else { continue }
            _ = index.insert(
                fingerprint, host: UInt64(number % 500), at: Int64(number) * 2_592)
        }
        let seconds = (Self.processorTime - start) / .seconds(1)
        return String(
            format: "restart with %d: %.1f s, %d bytes of postings a text", log.count, seconds,
            index.postingBytes / max(1, log.count))
    }

    /// The time this thread has run: what others do on the machine does not count.
    static var processorTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// Bytes of memory that no file stands behind. What reading the pool left behind is among them, and
    /// is used again: about 50 MB, so the first sizes seem to cost less than they do.
    private static var anonymousBytes: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
        return (line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first)
            .flatMap { Int($0) }.map { $0 * 1_024 } ?? 0
    }
}
