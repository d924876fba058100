internal import Synchronization
internal import WarraqCore

/// Takes answers to whoever asked: the intake thread, or a person who had a dead letter tried again.
///
/// The pipeline needs somewhere to send answers before the intake exists, because the intake needs
/// the pipeline.
final class ReplyRelay: ReplySink {
    /// The socket number of inputs that did not come in on one.
    static let ownSocket = -1

    private struct State {
        var intake: (any ReplySink)?
        var waiting: [[UInt8]: @Sendable (Answer) -> Void] = [:]
        var lastNumber: UInt64 = 0
    }

    private let state = Mutex(State())

    /// Sets where answers to senders go.
    func attach(_ intake: any ReplySink) {
        state.withLock { $0.intake = intake }
    }

    /// A route whose answer goes to `body`, once, on the store queue.
    func route(to body: @escaping @Sendable (Answer) -> Void) -> ReplyRoute {
        state.withLock { state in
            state.lastNumber += 1
            let id = Array("retry-\(state.lastNumber)".utf8)
            state.waiting[id] = body
            return ReplyRoute(socket: Self.ownSocket, envelope: [], id: id)
        }
    }

    func send(_ replies: [Reply]) {
        let (intake, own) = state.withLock { state in
            let own = replies.filter { $0.route.socket == Self.ownSocket }.compactMap { reply in
                state.waiting.removeValue(forKey: reply.route.id).map { ($0, reply.answer) }
            }
            return (state.intake, own)
        }
        for (body, answer) in own { body(answer) }
        let others = own.isEmpty ? replies : replies.filter { $0.route.socket != Self.ownSocket }
        if !others.isEmpty { intake?.send(others) }
    }
}
