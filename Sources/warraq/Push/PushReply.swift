internal import Foundation
internal import WarraqCore
internal import WarraqServer

/// What the daemon answered to an article.
struct PushReply {
    /// What follows from it.
    enum Meaning: Hashable {
        case accepted
        /// Sending it again changes nothing.
        case refused
        /// Sending it again may help.
        case postponed
    }

    let number: Int
    let meaning: Meaning
    /// `new`, `duplicate`, `update`, or the code of a refusal.
    let word: String
    private let verb: String
    private let id: String
    private let json: [UInt8]

    private struct Content: Decodable {
        var outcome: String?
        var code: String?
        var retryable: Bool?
    }

    /// Reads the frames of a reply to an article of the push with `prefix`; `nil` for a reply to
    /// something else.
    ///
    /// - Throws: ``CommandFailure`` if the daemon did not understand us, or we do not understand it.
    init?(frames: [[UInt8]], prefix: String) throws {
        guard frames.first == Wire.version, frames.count >= 3 else {
            throw CommandFailure(.badData, "the answer is not of this protocol's")
        }
        if frames[1] == Wire.err {
            let reason = String(decoding: frames[2], as: UTF8.self)
            throw CommandFailure(.badData, "the daemon did not understand: \(reason)")
        }
        guard frames.count == 4, frames[1] == Wire.ack || frames[1] == Wire.nak else { return nil }
        let id = String(decoding: frames[2], as: UTF8.self)
        guard id.hasPrefix(prefix), let number = Int(id.dropFirst(prefix.count)) else { return nil }
        guard frames[3].first == UInt8(ascii: "{"),
            let content = try? JSONDecoder().decode(Content.self, from: Data(frames[3]))
        else { throw CommandFailure(.badData, "the answer to \(id) is not JSON") }
        let isAccepted = frames[1] == Wire.ack
        self.number = number
        self.id = id
        json = frames[3]
        verb = isAccepted ? "ACK" : "NAK"
        word = content.outcome ?? content.code ?? "-"
        meaning = isAccepted ? .accepted : content.retryable == true ? .postponed : .refused
    }

    /// The reply's own keys after those that say which input it is about.
    func line(input: Int, origin: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { object in
            object.member("input", input)
            object.member("from", origin)
            object.member("id", id)
            object.member("reply", verb)
        }
        let isEmpty = json.dropFirst().first { $0 > UInt8(ascii: " ") } == UInt8(ascii: "}")
        return writer.bytes.dropLast() + (isEmpty ? [] : [UInt8(ascii: ",")]) + json.dropFirst()
            + [UInt8(ascii: "\n")]
    }
}
