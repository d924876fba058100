internal import Foundation
internal import JSONReading
internal import ZeroMQ

/// What the daemon answered to one input.
struct DemoReply {
    /// The record's identity; `nil` if the input was refused.
    let uri: String?
    /// The answer in words.
    let sentence: String
    /// The answer in a few of them.
    let word: String
}

/// A scraper and a subscriber in one, as PROTOCOL.md has them.
struct DemoClient: ~Copyable {
    /// Something the daemon should have said and did not.
    struct Silence: Error, CustomStringConvertible {
        let description: String
    }

    private static let patience = Duration.seconds(20)
    private static let limits = MessageLimits(frames: 8, bytes: 1 << 26)

    private let acked: Socket
    private let feed: Socket

    /// Connects to the daemon whose endpoints lie in `directory`.
    init(directory: String) throws {
        let context = try Context(linger: .zero)
        let acked = try Socket(.dealer, in: context)
        try acked.connect("ipc://\(directory)/acked")
        let feed = try Socket(.dealer, in: context)
        try feed.connect("ipc://\(directory)/replay")
        self.acked = acked
        self.feed = feed
    }

    /// Pushes one article and waits for the answer.
    borrowing func push(_ input: DemoInput) throws -> DemoReply {
        _ = try acked.send(
            frames: [
                Array("WRQ1".utf8), Array("PUT".utf8), Array("demo".utf8), Array(input.header.utf8),
                input.body,
            ])
        let frames = try Self.receive(from: acked, "answer")
        let answer = try JSONDocument(frames[3]).root
        if frames[1] == Array("ACK".utf8) {
            let outcome = answer["outcome"]?.string ?? ""
            let sequence = answer["seq"]?.integer ?? 0
            return DemoReply(
                uri: answer["uri"]?.string,
                sentence: "on disk as record \(sequence), \(outcome)", word: outcome)
        }
        let kept = answer["deadLetter"]?.integer.map { ", kept as dead letter \($0)" } ?? ""
        return DemoReply(
            uri: nil, sentence: "refused: \(answer["reason"]?.string ?? "")\(kept)",
            word: "refused")
    }

    /// Every record of the feed, in order: topic and JSON.
    borrowing func replay() throws -> [DemoRecord] {
        var records: [DemoRecord] = []
        var after = 0
        while true {
            _ = try feed.send(
                frames: [
                    Array("WRQ1".utf8), Array("GET".utf8), Array("{\"after\":\(after)}".utf8),
                ])
            while true {
                let frames = try Self.receive(from: feed, "replay")
                guard frames[1] == Array("REC".utf8) else {
                    let end = try JSONDocument(frames[2]).root
                    after = end["last"]?.integer ?? after
                    if end["more"]?.boolean != true { return records }
                    break
                }
                records.append(
                    DemoRecord(
                        topic: String(decoding: frames[2], as: UTF8.self),
                        json: try JSONDocument(frames[4])))
            }
        }
    }

    private static func receive(from socket: borrowing Socket, _ what: String) throws -> [[UInt8]] {
        guard try socket.waitUntilReadable(timeout: patience),
            case .message(let message) = try socket.receive(within: limits),
            message.frames.count >= 3
        else { throw Silence(description: "no \(what) from the daemon within \(patience)") }
        return message.frames
    }
}

/// A record as it came over the feed.
struct DemoRecord {
    let topic: String
    let json: JSONDocument
}
