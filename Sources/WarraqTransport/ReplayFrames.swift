import WarraqCore

/// Spells replays as frames, without the envelope.
enum ReplayFrames {
    /// A REC for each record, then the END.
    static func page(_ page: ReplayPage, of request: ReplayRequest, epoch: String) -> [[[UInt8]]] {
        var messages = page.messages.map { message in
            [
                Wire.version, Wire.rec, Array(message.topic.description.utf8), message.header,
                message.record,
            ]
        }
        var writer = JSONWriter()
        writer.object { object in
            object.member("epoch", epoch)
            object.member("last", page.last)
            object.member("more", page.more)
            object.member("oldest", page.oldest)
            if let echo = request.request { object.member("request", json: echo) }
        }
        messages.append([Wire.version, Wire.end, writer.bytes])
        return messages
    }

    /// The answer to a replay that the journal could not read.
    static func failure(_ error: StorageError) -> [[[UInt8]]] {
        [[Wire.version, Wire.err, Malformed.json(code: "storage", reason: "\(error)")]]
    }
}
