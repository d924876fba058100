import JSONReading
import WarraqCore

/// A GET of the replay socket.
struct ReplayRequest: Hashable {
    /// The most records of a page.
    static let maxLimit = 1000
    /// The most bytes of a page.
    static let maxPageBytes = 8 << 20
    private static let maxPrefixes = 100

    let after: UInt64
    let prefixes: [[UInt8]]
    let limit: Int
    /// What END echoes, as JSON.
    let request: [UInt8]?

    /// Reads the object of a GET.
    ///
    /// - Throws: `wrongEpoch` if it is meant for another feed than that of `epoch`.
    init(json: [UInt8], epoch: String) throws(Malformed) {
        guard json.count <= Wire.maxJSONBytes else {
            throw Malformed(
                .badRequest, "request is \(json.count) bytes, limit is \(Wire.maxJSONBytes)")
        }
        let root: JSONValue
        do {
            root = try JSONDocument(json).root
        } catch {
            throw Malformed(.badRequest, "request is not JSON")
        }
        guard root.kind == .object else {
            throw Malformed(.badRequest, "request is not a JSON object")
        }
        after = try Self.number(root["after"], "after") ?? 0
        limit = Int(min(1000, max(1, try Self.number(root["limit"], "limit") ?? 1000)))
        prefixes = try Self.prefixes(root["prefixes"])
        if let wanted = root["epoch"], wanted.kind != .null {
            guard let wanted = wanted.string else {
                throw Malformed(.badRequest, "epoch is not a string")
            }
            guard wanted == epoch else { throw Malformed(.wrongEpoch, "feed's epoch is \(epoch)") }
        }
        do {
            request = try root["request"]?.serialized()
        } catch {
            throw Malformed(.badRequest, "request is too large")
        }
    }

    private static func number(_ value: JSONValue?, _ name: String) throws(Malformed) -> UInt64? {
        guard let value, value.kind != .null else { return nil }
        if let number = value.unsigned { return number }
        if name == "limit", value.integer != nil { return 0 }  // negative: clamped
        throw Malformed(.badRequest, "\(name) is not a whole number from 0")
    }

    private static func prefixes(_ value: JSONValue?) throws(Malformed) -> [[UInt8]] {
        guard let value, value.kind != .null else { return [] }
        var prefixes: [[UInt8]] = []
        for element in value.elements {
            guard let prefix = element.utf8 else {
                throw Malformed(.badRequest, "a prefix is not a string")
            }
            prefixes.append(prefix)
        }
        guard value.kind == .array, prefixes.count <= maxPrefixes else {
            throw Malformed(
                .badRequest, "prefixes are not an array of at most \(maxPrefixes) strings")
        }
        // An empty prefix asks for everything, whatever stands beside it.
        return prefixes.contains([]) ? [] : prefixes
    }

    /// What it asks of the journal.
    func query(through last: UInt64) -> ReplayQuery {
        ReplayQuery(
            after: after, through: last, prefixes: prefixes, limit: limit,
            maxBytes: Self.maxPageBytes)
    }
}
