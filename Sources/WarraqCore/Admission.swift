internal import Synchronization

/// The one bound of the pipeline: how many articles, and how many bytes of them, are under way.
///
/// The intake thread asks before it reads; whoever finishes an article gives its room back. The
/// first article always fits, so one larger than the byte bound cannot wait for ever.
public final class Admission: Sendable {
    /// What is under way.
    public struct Load: Hashable, Sendable {
        /// Articles admitted and not finished.
        public let articles: Int
        /// Their bytes as received.
        public let bytes: Int
    }

    private struct State {
        var articles = 0
        var bytes = 0
        var isClosed = false
        var storeRefuses = false
        var wake: (@Sendable () -> Void)?
        var whenIdle: (@Sendable () -> Void)?
    }

    private let maxArticles: Int
    private let maxBytes: Int
    private let state = Mutex(State())

    /// A bound of `maxArticles` articles and `maxBytes` bytes, both at least 1.
    public init(maxArticles: Int, maxBytes: Int) {
        precondition(maxArticles >= 1 && maxBytes >= 1)
        self.maxArticles = maxArticles
        self.maxBytes = maxBytes
    }

    /// Sets what is called, from any thread, when room appears or the store's state changes.
    public func onChange(_ wake: @escaping @Sendable () -> Void) {
        state.withLock { $0.wake = wake }
    }

    /// Whether the next article may be read.
    public var hasRoom: Bool {
        state.withLock {
            !$0.isClosed && $0.articles < maxArticles && ($0.bytes < maxBytes || $0.articles == 0)
        }
    }

    /// Whether pull and subscribe may be read: there is room, and the store takes records.
    public var hasRoomForUnacked: Bool {
        hasRoom && state.withLock { !$0.storeRefuses }
    }

    /// Whether a drain has begun: nothing more is admitted.
    public var isClosed: Bool { state.withLock { $0.isClosed } }

    /// What is under way.
    public var load: Load { state.withLock { Load(articles: $0.articles, bytes: $0.bytes) } }

    /// Counts an article of `bytes` bytes in. Call only after ``hasRoom``; one reader may overshoot
    /// by the article it holds.
    public func enter(bytes: Int) {
        state.withLock {
            $0.articles += 1
            $0.bytes += bytes
        }
    }

    /// Counts `articles` articles of `bytes` bytes together out.
    public func leave(articles: Int, bytes: Int) {
        let (wake, idle) = state.withLock { state in
            let wasFull = state.articles >= maxArticles || state.bytes >= maxBytes
            state.articles -= articles
            state.bytes -= bytes
            precondition(state.articles >= 0 && state.bytes >= 0, "left more than entered")
            let idle = state.articles == 0 && state.isClosed ? state.whenIdle : nil
            if idle != nil { state.whenIdle = nil }
            return (wasFull ? state.wake : nil, idle)
        }
        wake?()
        idle?()
    }

    /// Says that the store refuses (or takes) records, so that unacked sockets rest.
    public func setStoreRefuses(_ refuses: Bool) {
        let wake = state.withLock { state in
            guard state.storeRefuses != refuses else { return nil as (@Sendable () -> Void)? }
            state.storeRefuses = refuses
            return state.wake
        }
        wake?()
    }

    /// Ends admission. `whenIdle` is called once, from any thread, when nothing is under way.
    public func close(whenIdle: @escaping @Sendable () -> Void) {
        let isIdle = state.withLock { state in
            state.isClosed = true
            if state.articles == 0 { return true }
            state.whenIdle = whenIdle
            return false
        }
        if isIdle { whenIdle() }
    }
}
