import WarraqCore

/// Spells answers as frames.
struct ReplyFrames: Sendable {
    let state: FeedState

    /// The whole message of a reply.
    func message(_ reply: Reply) -> [[UInt8]] {
        let route = reply.route
        switch reply.answer {
        case .accepted(let items, let repeated):
            return route.envelope + [
                Wire.version, Wire.ack, route.id, acknowledgement(items, repeated: repeated),
            ]
        case .refused(let rejection, let deadLetter):
            return route.envelope + [
                Wire.version, Wire.nak, route.id, refusal(rejection, deadLetter: deadLetter),
            ]
        }
    }

    /// The frames of a PONG after the envelope.
    func pong() -> [[UInt8]] {
        var writer = JSONWriter()
        writer.object { object in
            object.member("version", state.version)
            object.member("epoch", state.epoch)
            object.member("seq", state.lastPublished)
            object.member("ready", state.isReady)
        }
        return [Wire.version, Wire.pong, writer.bytes]
    }

    private func acknowledgement(_ items: [Acknowledgement], repeated: Bool) -> [UInt8] {
        guard let first = items.first else {
            preconditionFailure("an accepted input has at least one article")
        }
        var writer = JSONWriter()
        writer.object { object in
            write(first, to: &object)
            object.member("epoch", state.epoch)
            if repeated { object.member("repeated", true) }
            if items.count > 1 {
                object.member("items", items) { array, item in
                    array.object { write(item, to: &$0) }
                }
            }
        }
        return writer.bytes
    }

    private func write(_ item: Acknowledgement, to object: inout JSONWriter) {
        object.member("uri", item.uri.description)
        object.member("outcome", item.outcome.rawValue)
        object.member("seq", item.sequence)
    }

    private func refusal(_ rejection: Rejection, deadLetter: Int64?) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { object in
            object.member("code", rejection.code)
            object.member("reason", rejection.description)
            object.member("retryable", rejection.isRetryable)
            object.member("deadLetter", ifPresent: deadLetter.map { Int($0) })
        }
        return writer.bytes
    }
}
