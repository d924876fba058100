internal import Glibc
internal import JSONReading
internal import ZeroMQ

/// What a run measured.
struct BenchResult {
    let seconds: Double
    let bytes: Int
    /// Seconds from sending to the answer, sorted.
    let waits: [Double]
    let outcomes: [String: Int]

    /// The wait that `share` of the articles did not exceed.
    func percentile(_ share: Double) -> Double {
        waits.isEmpty ? 0 : waits[min(waits.count - 1, Int(Double(waits.count) * share))]
    }
}

/// Pushes articles with a window of unanswered ones.
struct BenchClient: ~Copyable {
    /// The daemon fell silent.
    struct Silence: Error, CustomStringConvertible {
        let description: String
    }

    private let socket: Socket
    private let window: Int

    init(endpoint: String, window: Int) throws {
        let socket = try Socket(
            .dealer, in: try Context(linger: .zero),
            options: [.sendHighWater(window + 1), .receiveHighWater(window + 1)])
        try socket.connect(endpoint)
        self.socket = socket
        self.window = window
    }

    /// Sends every body and waits for every answer.
    borrowing func push(_ bodies: [[UInt8]]) throws -> BenchResult {
        var sentAt = [Double](repeating: 0, count: bodies.count)
        var waits: [Double] = []
        waits.reserveCapacity(bodies.count)
        var outcomes: [String: Int] = [:]
        let (version, verb) = (Array("WRQ1".utf8), Array("PUT".utf8))
        let limits = MessageLimits(frames: 8, bytes: 1 << 20)
        let begun = Self.now()
        var sent = 0
        while waits.count < bodies.count {
            while sent < bodies.count, sent - waits.count < window {
                sentAt[sent] = Self.now()
                let frames = [version, verb, Array(String(sent).utf8), [], bodies[sent]]
                guard try socket.send(frames: frames) == .accepted else { break }
                sent += 1
            }
            guard try socket.waitUntilReadable(timeout: .seconds(30)) else {
                throw Silence(
                    description: "no answer for 30 s, \(waits.count) of \(bodies.count) came")
            }
            while case .message(let message) = try socket.receive(within: limits) {
                guard message.frames.count == 4,
                    let number = Int(String(decoding: message.frames[2], as: UTF8.self))
                else { throw Silence(description: "an answer of \(message.frames.count) frames") }
                waits.append(Self.now() - sentAt[number])
                let answer = try JSONDocument(message.frames[3]).root
                let outcome = answer["outcome"]?.string ?? answer["code"]?.string ?? "unknown"
                outcomes[outcome, default: 0] += 1
            }
        }
        let seconds = Self.now() - begun
        return BenchResult(
            seconds: seconds, bytes: bodies.reduce(0) { $0 + $1.count }, waits: waits.sorted(),
            outcomes: outcomes)
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
