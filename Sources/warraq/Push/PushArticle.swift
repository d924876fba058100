internal import Foundation

/// An article to push: its frames, and where it came from.
struct PushArticle: Hashable, Sendable {
    /// The file, or `FILE:LINE`.
    let origin: String
    /// A JSON object.
    let header: [UInt8]
    /// Any bytes.
    let body: [UInt8]
}

/// Why an input is no article.
struct PushInputError: Error, Hashable, CustomStringConvertible {
    let origin: String
    let reason: String

    var description: String { "\(origin): \(reason)" }
}

/// The header keys that the command line gives, for every article.
struct PushHeader: Sendable {
    private let members: [String: any Sendable]

    /// - Parameters:
    ///   - json: A JSON object.
    ///   - overrides: Keys that replace those of `json` where they are not `nil`.
    /// - Throws: ``PushInputError`` if `json` is no object.
    init(json: String?, overrides: [String: String?]) throws {
        var members = try json.map { try Self.object(Array($0.utf8), origin: "--header") } ?? [:]
        for (key, value) in overrides {
            if let value { members[key] = value }
        }
        self.members = members
    }

    /// An article that is all of `body`.
    func article(_ body: [UInt8], origin: String) throws -> PushArticle {
        PushArticle(origin: origin, header: try Self.bytes(members), body: body)
    }

    /// The article in a JSON object with `content` or `contentBase64`: its other keys are the
    /// header, and go before those of the command line.
    func article(line: [UInt8], origin: String) throws -> PushArticle {
        var object = try Self.object(line, origin: origin)
        let body: [UInt8]
        if let content = object.removeValue(forKey: "content") {
            guard let text = content as? String else {
                throw PushInputError(origin: origin, reason: "\"content\" is no string")
            }
            body = Array(text.utf8)
        } else if let content = object.removeValue(forKey: "contentBase64") {
            guard let text = content as? String, let data = Data(base64Encoded: text) else {
                throw PushInputError(origin: origin, reason: "\"contentBase64\" is no base64")
            }
            body = Array(data)
        } else {
            throw PushInputError(origin: origin, reason: "no \"content\" in the object")
        }
        let header = members.merging(object) { $1 }
        return PushArticle(origin: origin, header: try Self.bytes(header), body: body)
    }

    private static func object(
        _ bytes: [UInt8], origin: String
    ) throws -> [String: any Sendable] {
        guard let value = try? JSONSerialization.jsonObject(with: Data(bytes)),
            let object = value as? [String: any Sendable]
        else { throw PushInputError(origin: origin, reason: "not a JSON object") }
        return object
    }

    private static func bytes(_ members: [String: any Sendable]) throws -> [UInt8] {
        Array(try JSONSerialization.data(withJSONObject: members, options: .sortedKeys))
    }
}
