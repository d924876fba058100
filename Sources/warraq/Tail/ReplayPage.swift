internal import Foundation
internal import WarraqCore

/// A record as the feed and the replay send it.
struct FeedRecord: Hashable, Sendable {
    let topic: [UInt8]
    let header: [UInt8]
    let record: [UInt8]
    /// From the header.
    let place: Place

    /// The part of a header that says where a record belongs.
    struct Place: Hashable, Sendable, Decodable {
        let epoch: String
        let seq: UInt64
        let prev: UInt64
    }

    /// Reads the three frames of a feed message; `nil` if they are none.
    init?(frames: ArraySlice<[UInt8]>) {
        guard frames.count == 3, let first = frames.first,
            let place = try? JSONDecoder().decode(
                Place.self, from: Data(frames[frames.startIndex + 1]))
        else { return nil }
        topic = first
        header = frames[frames.startIndex + 1]
        record = frames[frames.startIndex + 2]
        self.place = place
    }

    /// `{"topic","header","record"}` and a line feed. A record that was withheld is `null`.
    var line: [UInt8] {
        var writer = JSONWriter(capacity: header.count + record.count + 128)
        writer.object { object in
            object.member("topic", String(decoding: topic, as: UTF8.self))
            object.member("header", json: header)
            object.member("record", json: record.isEmpty ? Array("null".utf8) : record)
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}

/// The feed's last seq, once a second.
struct Heartbeat: Hashable, Sendable, Decodable {
    let epoch: String
    let seq: UInt64

    /// Reads the three frames of a heartbeat; `nil` if they are none.
    init?(frames: ArraySlice<[UInt8]>) {
        guard frames.count == 3, frames.first == Wire.heartbeat,
            let heartbeat = try? JSONDecoder().decode(
                Heartbeat.self, from: Data(frames[frames.startIndex + 1]))
        else { return nil }
        self = heartbeat
    }
}

/// What closes a page of a replay.
struct ReplayEnd: Hashable, Sendable, Decodable {
    let epoch: String
    /// The last seq that was examined: the `after` of the next page.
    let last: UInt64
    let more: Bool
    /// From here on nothing is missing.
    let oldest: UInt64
    let request: String?
}
