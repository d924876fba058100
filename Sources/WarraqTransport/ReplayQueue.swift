import WarraqCore

/// The replays that were asked for and not yet sent: who is next, and what waits for whom.
///
/// Requests of one peer are answered in order, one page at a time, and one page is read at a time. What
/// waits in memory is bounded: pages by their bytes together, requests by their number. No I/O.
struct ReplayQueue {
    /// What to do with a request.
    enum Admitted: Equatable {
        /// It waits for its turn.
        case waits
        /// Too many wait; it is refused.
        case refused
    }

    /// A page's messages on their way to one peer.
    struct Page {
        var frames: [[[UInt8]]]
        var next = 0
        var byteCount: Int
        var blockedSince: ContinuousClock.Instant?
    }

    private static let maxWaitingPerPeer = 16
    private static let maxWaiting = 1024

    private struct Peer {
        var waiting: [ReplayRequest] = []
        var page: Page?
    }

    private let maxBytes: Int
    private var peers: [[[UInt8]]: Peer] = [:]
    /// Peers with a waiting request and no page, in the order of their requests.
    private var turns: [[[UInt8]]] = []
    private var waitingCount = 0
    private var fetching: [[UInt8]]?

    /// The bytes of the pages that wait.
    private(set) var byteCount = 0

    /// A queue that reads no further page while `maxBytes` wait.
    init(maxBytes: Int) {
        self.maxBytes = maxBytes
    }

    /// Whether nothing waits and nothing is read.
    var isEmpty: Bool { peers.isEmpty && fetching == nil }

    /// Whether no further page is read because those that wait are too large together.
    var isFull: Bool { byteCount >= maxBytes }

    /// Peers whose page is not all sent.
    var sending: [[[UInt8]]] { peers.compactMap { $0.value.page == nil ? nil : $0.key } }

    /// Takes a request of the peer at `envelope`.
    mutating func add(_ request: ReplayRequest, from envelope: [[UInt8]]) -> Admitted {
        let peer = peers[envelope] ?? Peer()
        guard waitingCount < Self.maxWaiting, peer.waiting.count < Self.maxWaitingPerPeer else {
            return .refused
        }
        peers[envelope, default: Peer()].waiting.append(request)
        waitingCount += 1
        if peer.waiting.isEmpty, peer.page == nil, fetching != envelope { turns.append(envelope) }
        return .waits
    }

    /// The request to read a page for now, if there is one and room for its page.
    mutating func nextFetch() -> ReplayRequest? {
        guard fetching == nil, !isFull, !turns.isEmpty else { return nil }
        let envelope = turns.removeFirst()
        guard var peer = peers[envelope], !peer.waiting.isEmpty else { return nil }
        let request = peer.waiting.removeFirst()
        peers[envelope] = peer
        waitingCount -= 1
        fetching = envelope
        return request
    }

    /// Takes the page that was read: whole messages after the envelope.
    mutating func fetched(_ messages: [[[UInt8]]]) {
        guard let envelope = fetching else { return }
        fetching = nil
        guard peers[envelope] != nil else { return }  // it left in the meantime
        let bytes = messages.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
        byteCount += bytes
        peers[envelope]?.page = Page(frames: messages, byteCount: bytes)
    }

    /// The next message for a peer, `nil` when its page is sent.
    func nextMessage(for envelope: [[UInt8]]) -> [[UInt8]]? {
        guard let page = peers[envelope]?.page, page.next < page.frames.count else { return nil }
        return envelope + page.frames[page.next]
    }

    /// Notes that the peer's next message was taken.
    mutating func sent(to envelope: [[UInt8]]) {
        guard var page = peers[envelope]?.page else { return }
        page.next += 1
        page.blockedSince = nil
        if page.next < page.frames.count {
            peers[envelope]?.page = page
        } else {
            byteCount -= page.byteCount
            peers[envelope]?.page = nil
            finishTurn(of: envelope)
        }
    }

    /// Notes that the peer took nothing; true if it has been so for `patience` and should be given up.
    mutating func blocked(
        _ envelope: [[UInt8]], at now: ContinuousClock.Instant, patience: Duration
    ) -> Bool {
        guard let page = peers[envelope]?.page else { return false }
        guard let since = page.blockedSince else {
            peers[envelope]?.page?.blockedSince = now
            return false
        }
        return since.duration(to: now) >= patience
    }

    /// Forgets a peer, its page and its requests.
    mutating func remove(_ envelope: [[UInt8]]) {
        guard let peer = peers.removeValue(forKey: envelope) else { return }
        byteCount -= peer.page?.byteCount ?? 0
        waitingCount -= peer.waiting.count
        turns.removeAll { $0 == envelope }
    }

    private mutating func finishTurn(of envelope: [[UInt8]]) {
        if peers[envelope]?.waiting.isEmpty == true {
            peers[envelope] = nil
        } else {
            turns.append(envelope)
        }
    }
}
