internal import Foundation
internal import WarraqCore
internal import WarraqServer
internal import ZeroMQ

/// One connection to a replay socket, and the page that was asked for on it.
///
/// After a time-out a client is thrown away and another made: what still comes on the old connection
/// is then nobody's.
final class ReplayClient {
    /// What came.
    enum Reply: Hashable {
        case record(FeedRecord)
        case end(ReplayEnd)
        /// The epoch in the request is not the feed's.
        case wrongEpoch
    }

    /// How long a page may take from one frame to the next.
    static let patience = Duration.seconds(10)

    let socket: Socket
    private var request = 0
    private var deadline: ContinuousClock.Instant?

    init(address: String, context: Context) throws {
        socket = try Socket(.dealer, in: context, options: SocketOption.client)
        try socket.connect(address)
    }

    /// Asks for a page. One page is asked for at a time.
    func ask(after: UInt64, prefixes: [String], epoch: String?) throws {
        request += 1
        var writer = JSONWriter()
        writer.object { object in
            object.member("after", after)
            object.member("prefixes", prefixes) { $0.value($1) }
            object.member("limit", 1_000)
            object.member("epoch", ifPresent: epoch)
            object.member("request", String(request))
        }
        guard try socket.send(frames: [Wire.version, Wire.get, writer.bytes]) == .accepted else {
            throw CommandFailure(.unreachable, "the replay socket takes no requests")
        }
        deadline = .now + Self.patience
    }

    /// How long until the page is late; `nil` if none is asked for.
    var remaining: Duration? { deadline.map { $0 - .now } }

    /// The next reply, `nil` if there is none yet.
    ///
    /// - Throws: ``CommandFailure`` if the daemon refuses or is not understood.
    func receive() throws -> Reply? {
        let limits = MessageLimits(frames: 8, bytes: 64 * 1_048_576)
        while case .message(let message) = try socket.receive(within: limits) {
            let frames = message.frames
            guard frames.count >= 3, frames[0] == Wire.version else {
                throw CommandFailure(.badData, "the replay's answer is not of this protocol's")
            }
            switch frames[1] {
            case Wire.rec:
                deadline = .now + Self.patience
                guard let record = FeedRecord(frames: frames[2...]) else {
                    throw CommandFailure(.badData, "the replay sent what is no record")
                }
                return .record(record)
            case Wire.end:
                guard let end = try? JSONDecoder().decode(ReplayEnd.self, from: Data(frames[2]))
                else { throw CommandFailure(.badData, "the end of the replay is not JSON") }
                guard end.request == nil || end.request == String(request) else { continue }
                deadline = nil
                return .end(end)
            case Wire.err:
                let reason = String(decoding: frames[2], as: UTF8.self)
                guard reason.contains("\"wrongEpoch\"") else {
                    throw CommandFailure(.badData, "the replay refused: \(reason)")
                }
                deadline = nil
                return .wrongEpoch
            default: continue
            }
        }
        return nil
    }
}
