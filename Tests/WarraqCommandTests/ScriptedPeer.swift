import Dispatch
import Foundation
import Synchronization
import ZeroMQ

/// The other end of a command: a socket on a thread of its own that answers as a test says, and so
/// can do what the daemon would not, such as leave an article unanswered.
final class ScriptedPeer: Sendable {
    typealias Frames = [[UInt8]]

    /// Where it is bound.
    let address: String
    private let link: Link

    /// What both threads touch.
    private final class Link: Sendable {
        let context: Context
        let wakeup: Wakeup
        let outgoing = Mutex<[Frames]>([])
        let address = Mutex("")
        let bound = DispatchSemaphore(value: 0)
        let stopped = DispatchSemaphore(value: 0)

        init() throws {
            context = try Context(linger: .seconds(1))
            wakeup = try Wakeup()
        }

        func run(_ type: SocketType, _ answer: (Frames) -> [Frames]) throws {
            let socket = try Socket(type, in: context)
            let endpoint = try socket.bind("tcp://127.0.0.1:*")
            address.withLock { $0 = endpoint }
            bound.signal()
            var poller = Poller()
            poller.add(socket)
            poller.add(wakeup)
            while true {
                _ = try poller.wait(timeout: nil)
                wakeup.clear()
                for frames in outgoing.withLock({ queue in
                    defer { queue = [] }
                    return queue
                }) {
                    _ = try socket.send(frames: frames)
                }
                let limits = MessageLimits(frames: 100, bytes: 100_000_000)
                while case .message(let message) = try socket.receive(within: limits) {
                    for frames in answer(message.frames) { _ = try socket.send(frames: frames) }
                }
            }
        }
    }

    /// - Parameters:
    ///   - type: A router, whose messages come and go with the peer's frame in front, or an extended
    ///     publisher, whose messages are subscriptions.
    ///   - answer: The messages to send on receiving one; called on the thread.
    init(_ type: SocketType, answer: @escaping @Sendable (Frames) -> [Frames]) throws {
        let link = try Link()
        Thread.detachNewThread {
            // Ends with the context's shutdown, by an error.
            try? link.run(type, answer)
            link.stopped.signal()
        }
        link.bound.wait()
        self.link = link
        address = link.address.withLock { $0 }
    }

    /// Sends a message from the thread.
    func send(_ frames: Frames) {
        link.outgoing.withLock { $0.append(frames) }
        link.wakeup.ring()
    }

    deinit {
        link.context.shutdown()
        link.stopped.wait()
    }
}

/// The UTF-8 of each word.
func frames(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }

/// The words of each frame.
func words(_ frames: [[UInt8]]) -> [String] { frames.map { String(decoding: $0, as: UTF8.self) } }
