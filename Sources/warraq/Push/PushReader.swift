internal import Dispatch
internal import Foundation
internal import Synchronization
internal import ZeroMQ

/// Reads articles on a thread of its own, so that waiting for the next one (standard input may be a
/// program that is still working) keeps no answer waiting.
final class PushReader: Sendable {
    private struct State {
        var articles: [PushArticle] = []
        var isFinished = false
        var refused = 0
    }

    /// Rings when ``take()`` may have more than before.
    let wakeup: Wakeup
    private let state = Mutex(State())
    private let room: DispatchSemaphore

    /// Starts reading.
    ///
    /// - Parameters:
    ///   - source: What to read.
    ///   - capacity: How many articles are read ahead at most.
    init(_ source: PushSource, capacity: Int) throws(ZeroMQError) {
        wakeup = try Wakeup()
        room = DispatchSemaphore(value: capacity)
        Thread.detachNewThread { [self] in read(source) }
    }

    private func read(_ source: PushSource) {
        var source = source
        while let article = source.next(complain: notice) {
            room.wait()
            state.withLock { $0.articles.append(article) }
            wakeup.ring()
        }
        state.withLock { [refused = source.refused] in
            $0.refused = refused
            $0.isFinished = true
        }
        wakeup.ring()
    }

    /// The articles read so far, at most `limit`.
    func take(_ limit: Int) -> [PushArticle] {
        let taken = state.withLock { state in
            let taken = Array(state.articles.prefix(limit))
            state.articles.removeFirst(taken.count)
            return taken
        }
        for _ in taken { room.signal() }
        return taken
    }

    /// Whether everything was read and taken.
    var isAtEnd: Bool { state.withLock { $0.isFinished && $0.articles.isEmpty } }

    /// How many inputs were no articles; final once ``isAtEnd``.
    var refused: Int { state.withLock { $0.refused } }
}
