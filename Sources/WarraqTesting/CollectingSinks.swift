internal import Synchronization
public import WarraqCore

/// Keeps what a pipeline answers, and lets a test wait for it.
public final class CollectingReplies: ReplySink {
    private let collected = Collected<Reply>()

    /// An empty collection.
    public init() {}

    /// Keeps `replies`.
    public func send(_ replies: [Reply]) { collected.add(replies) }

    /// The replies so far, once there are at least `count`.
    public func first(_ count: Int) async -> [Reply] { await collected.first(count) }
}

/// Keeps what a pipeline publishes, and lets a test wait for it.
public final class CollectingFeed: FeedSink {
    private let collected = Collected<FeedMessage>()

    /// An empty collection.
    public init() {}

    /// Keeps `messages` and says at once that they were sent.
    public func publish(_ messages: [FeedMessage], sent: @escaping @Sendable () -> Void) {
        collected.add(messages)
        sent()
    }

    /// The messages so far, once there are at least `count`.
    public func first(_ count: Int) async -> [FeedMessage] { await collected.first(count) }

    /// The messages so far.
    public var all: [FeedMessage] { collected.all }
}

/// Elements that arrive from any thread.
private final class Collected<Element: Sendable>: Sendable {
    private struct State {
        var elements: [Element] = []
        var waiting: [(count: Int, continuation: CheckedContinuation<[Element], Never>)] = []
    }

    private let state = Mutex(State())

    var all: [Element] { state.withLock { $0.elements } }

    func add(_ elements: [Element]) {
        let (ready, all) = state.withLock { state in
            state.elements += elements
            let ready = state.waiting.filter { $0.count <= state.elements.count }
            state.waiting.removeAll { $0.count <= state.elements.count }
            return (ready.map(\.continuation), state.elements)
        }
        for continuation in ready { continuation.resume(returning: all) }
    }

    func first(_ count: Int) async -> [Element] {
        await withCheckedContinuation { continuation in
            let all = state.withLock { state -> [Element]? in
                if state.elements.count >= count { return state.elements }
                state.waiting.append((count, continuation))
                return nil
            }
            if let all { continuation.resume(returning: all) }
        }
    }
}
