import CZeroMQ

/// What a socket does with messages.
public enum SocketType: String, Hashable, Sendable, CaseIterable {
    /// One to one, for threads of a program.
    case pair
    /// Sends to all subscribers.
    case publish
    /// Receives what it subscribed to.
    case subscribe
    /// Sends to all subscribers and receives their subscriptions as messages: a byte 1 or 0, then the prefix.
    case extendedPublish
    /// Receives what it subscribed to; subscriptions are messages.
    case extendedSubscribe
    /// Asks, then receives the answer, in turn.
    case request
    /// Receives a question, then answers, in turn.
    case reply
    /// Asks and receives in any order.
    case dealer
    /// Serves many dealers: the first frame names the peer.
    case router
    /// Receives from many pushers.
    case pull
    /// Sends to one of many pullers.
    case push

    var cValue: Int32 {
        switch self {
        case .pair: ZMQ_PAIR
        case .publish: ZMQ_PUB
        case .subscribe: ZMQ_SUB
        case .extendedPublish: ZMQ_XPUB
        case .extendedSubscribe: ZMQ_XSUB
        case .request: ZMQ_REQ
        case .reply: ZMQ_REP
        case .dealer: ZMQ_DEALER
        case .router: ZMQ_ROUTER
        case .pull: ZMQ_PULL
        case .push: ZMQ_PUSH
        }
    }
}
