/// The names that an article introduces by a title, an office or a courtesy.
public struct NameSighting: Hashable, Sendable {
    /// The names, two words or more each, in the order of the text.
    public let names: [String]

    /// What `findings` introduce.
    public init(of findings: Findings) {
        names = findings.people.filter { person in
            Self.rules.contains(person.reason.rule) && person.name.utf8.contains(0x20)
        }.map(\.name)
    }

    /// What was stored as ``bytes``.
    public init(bytes: [UInt8]) {
        names = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The names as they are stored: one a line.
    public var bytes: [UInt8] { Array(names.joined(separator: "\n").utf8) }

    /// The rules by which a name is introduced.
    private static let rules: Set<String> = [
        "person.honorificName", "person.titleName", "person.officeName",
    ]
}
