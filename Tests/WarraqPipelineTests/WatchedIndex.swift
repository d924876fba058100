import NearDuplicates
import Synchronization
import WarraqCore
import WarraqPipeline

/// A local index that is watched, and out of reach when a test says so, as one on another machine may be.
final class WatchedIndex: DuplicateIndex {
    /// What the test and the index have in common.
    final class Link: Sendable {
        private struct State {
            var failures = 0
            var counts: [DuplicateState.Counts] = []
            var rollbacks = 0
        }

        private let state = Mutex(State())

        /// How much there was after each input.
        var counts: [DuplicateState.Counts] { state.withLock { $0.counts } }

        var rollbacks: Int { state.withLock { $0.rollbacks } }

        /// Makes the next `count` questions about texts fail.
        func failNext(_ count: Int) { state.withLock { $0.failures += count } }

        fileprivate func ask() throws(StorageError) {
            let fails = state.withLock { state in
                guard state.failures > 0 else { return false }
                state.failures -= 1
                return true
            }
            if fails { throw .unavailable("index out of reach") }
        }

        fileprivate func note(_ counts: DuplicateState.Counts) {
            state.withLock { $0.counts.append(counts) }
        }

        fileprivate func noteRollback() { state.withLock { $0.rollbacks += 1 } }
    }

    private let index: LocalDuplicateIndex
    private let link: Link

    init(_ index: LocalDuplicateIndex, link: Link) {
        self.index = index
        self.link = link
    }

    func expire(now: UnixTime) {
        index.expire(now: now)
        link.note(index.counts)
    }

    func answer(
        for fingerprint: Fingerprint, host: UInt64, at time: UnixTime
    ) throws(StorageError) -> IndexAnswer {
        try link.ask()
        return index.answer(for: fingerprint, host: host, at: time)
    }

    func rollback() {
        link.noteRollback()
        index.rollback()
    }

    func isKnown(_ uri: ArticleURI) throws(StorageError) -> Bool { try index.isKnown(uri) }

    func row(forURL hash: UInt64) throws(StorageError) -> URLRow? { index.row(forURL: hash) }

    func hasSeen(headline uri: ArticleURI, at time: UnixTime) throws(StorageError) -> Bool {
        index.hasSeen(headline: uri, at: time)
    }

    func uri(of document: DocumentNumber) throws(StorageError) -> ArticleURI? {
        try index.uri(of: document)
    }

    func tokens(of document: DocumentNumber) throws(StorageError) -> [UInt8]? {
        try index.tokens(of: document)
    }

    func source(of document: DocumentNumber) throws(StorageError) -> TextSource {
        try index.source(of: document)
    }

    func claim(uri: ArticleURI, number: Int) throws(StorageError) {
        index.claim(uri: uri, number: number)
    }

    func claim(headline uri: ArticleURI, at time: UnixTime, number: Int) throws(StorageError) {
        index.claim(headline: uri, at: time, number: number)
    }

    func claim(_ row: URLRow, number: Int) throws(StorageError) {
        index.claim(row, number: number)
    }

    func claim(_ text: IndexedText, number: Int) throws(StorageError) -> DocumentNumber {
        index.claim(text, number: number)
    }

    func confirm(upTo number: Int) { index.confirm(upTo: number) }

    func olderTexts(
        like sketch: ResemblanceSketch, at time: UnixTime
    ) throws(StorageError) -> [TailCandidate] {
        index.olderTexts(like: sketch, at: time)
    }

    func nextWork() -> IndexWork? { index.nextWork() }
}
