/// One part of a record held against the gold's, item by item.
struct GoldPart {
    /// Something the gold asks for, and what is wrong with ours.
    private struct Item {
        let name: String
        let isOptional: Bool
        /// Whether anything stands for it; what stands may still be wrong.
        let isThere: Bool
        let problems: [String]
    }

    let name: String
    private var items: [Item] = []
    /// What was found and the gold has not: for a reader to judge.
    private var beyond: [String] = []

    init(_ name: String) { self.name = name }

    /// Notes an item that something was found for.
    mutating func found(_ name: String, problems: [String] = [], isOptional: Bool = false) {
        items.append(
            Item(name: name, isOptional: isOptional, isThere: true, problems: problems))
    }

    /// Notes an item that nothing was found for.
    mutating func missing(_ name: String, isOptional: Bool = false) {
        items.append(Item(name: name, isOptional: isOptional, isThere: false, problems: []))
    }

    /// Notes a finding that the gold has not.
    mutating func add(beyond finding: String) { beyond.append(finding) }

    private var asked: [Item] { items.filter { !$0.isOptional } }
    private var right: Int { asked.count { $0.isThere && $0.problems.isEmpty } }

    /// Whether all that is asked for is there and right.
    var isComplete: Bool { right == asked.count }

    /// A line for the part.
    var summary: String {
        let there = asked.count(where: \.isThere)
        return "\(name): \(right) of \(asked.count) right"
            + (there > right ? ", \(there - right) found otherwise" : "")
            + (there < asked.count ? ", \(asked.count - there) missing" : "")
            + (beyond.isEmpty ? "" : ", \(beyond.count) beyond the gold")
    }

    /// A line for each item, and for each finding beyond.
    var details: [String] {
        items.flatMap { item in
            let state =
                item.isThere
                ? (item.problems.isEmpty ? "ok     " : "differs")
                : item.isOptional ? "absent " : "MISSING"
            let note = item.isOptional ? " (optional)" : ""
            return ["  \(state) \(Self.line(item.name))\(note)"]
                + item.problems.map { "            \(Self.line($0))" }
        } + beyond.map { "  beyond  \(Self.line($0))" }
    }

    private static func line(_ text: String) -> String {
        let flat = String(text.map { $0.isNewline ? " " : $0 })
        return flat.count <= 170 ? flat : flat.prefix(110) + " … " + flat.suffix(50)
    }
}
