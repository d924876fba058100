import WarraqCore

/// The fixed frames of PROTOCOL.md and of the control socket.
enum Wire {
    static let version = Array("WRQ1".utf8)
    static let put = Array("PUT".utf8)
    static let ping = Array("PING".utf8)
    static let pong = Array("PONG".utf8)
    static let ack = Array("ACK".utf8)
    static let nak = Array("NAK".utf8)
    static let err = Array("ERR".utf8)
    static let get = Array("GET".utf8)
    static let rec = Array("REC".utf8)
    static let end = Array("END".utf8)
    static let control = Array("CTL1".utf8)
    static let okay = Array("OK".utf8)

    /// The most bytes of a header or of a request's JSON.
    static let maxJSONBytes = 65_536
    /// The most bytes of a sender's id.
    static let maxIDBytes = 64
}

/// A message that made no sense: what is counted, and what its sender is told.
struct Malformed: Error, Hashable {
    let reason: Metrics.MalformedReason
    let explanation: String

    init(_ reason: Metrics.MalformedReason, _ explanation: String) {
        self.reason = reason
        self.explanation = explanation
    }

    /// The frames of the ERR after the envelope.
    var frames: [[UInt8]] {
        [Wire.version, Wire.err, Self.json(code: reason.rawValue, reason: explanation)]
    }

    static func json(code: String, reason: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { object in
            object.member("code", code)
            object.member("reason", reason)
        }
        return writer.bytes
    }
}

/// A message on a ROUTER, taken apart: the way back, and what was said.
struct RoutedRequest {
    /// The peer's identity and, from REQ sockets, an empty delimiter.
    let envelope: [[UInt8]]
    /// The frames after it, from the protocol's version on.
    let frames: ArraySlice<[UInt8]>

    /// Takes apart `frames`; a ROUTER's message has at least the identity.
    init(_ frames: [[UInt8]]) {
        let envelopeCount = frames.count > 1 && frames[1].isEmpty ? 2 : 1
        envelope = Array(frames.prefix(envelopeCount))
        self.frames = frames.dropFirst(envelopeCount)
    }

    /// The verb and what follows it, if the message begins with `version`.
    func verb(after version: [UInt8]) throws(Malformed) -> (
        verb: [UInt8], arguments: ArraySlice<[UInt8]>
    ) {
        guard let first = frames.first else { throw Malformed(.badFrames, "message is empty") }
        guard first == version else {
            throw Malformed(
                .badFrames, "first frame is not \(String(decoding: version, as: UTF8.self))")
        }
        guard let verb = frames.dropFirst().first else {
            throw Malformed(.badFrames, "message has no verb")
        }
        return (verb, frames.dropFirst(2))
    }
}
