public import WarraqCore

/// The names of a corpus's texts, and which texts are copies of which: 8 bytes a text and 12 a copy.
public struct CorpusGroups: ~Copyable {
    private struct Copy {
        let original: UInt32
        let number: UInt32
        let isExact: Bool
    }

    private var names: BlockFile
    private var copies: [Copy] = []

    /// No texts; their names go to a temporary file in `directory`.
    public init(directory: String) throws(CorpusError) {
        names = try BlockFile(in: directory)
    }

    /// Adds a text under the next number, from 0.
    public mutating func add(name: String) throws(CorpusError) {
        try names.append(name.utf8)
    }

    /// The name of a text.
    public func name(of number: Int) -> String {
        String(decoding: names.read(number), as: UTF8.self)
    }

    /// Remembers that a text is a copy of an original, which is no copy itself.
    public mutating func add(copy number: Int, of original: Int, isExact: Bool) {
        copies.append(
            Copy(
                original: UInt32(truncatingIfNeeded: original),
                number: UInt32(truncatingIfNeeded: number), isExact: isExact))
    }

    /// Texts that are copies.
    public var copyCount: Int { copies.count }

    /// Calls `body` with every original that has copies, and these, in the order of the corpus.
    public mutating func forEachGroup(
        _ body: (_ original: String, _ copies: [(name: String, kind: Relation.Kind)])
            throws(CorpusError) -> Void
    ) throws(CorpusError) {
        copies.sort { ($0.original, $0.number) < ($1.original, $1.number) }
        var start = 0
        while start < copies.count {
            let original = copies[start].original
            var members: [(name: String, kind: Relation.Kind)] = []
            while start < copies.count, copies[start].original == original {
                members.append(
                    (
                        name(of: Int(copies[start].number)),
                        copies[start].isExact ? .exactCopyOf : .nearDuplicateOf
                    ))
                start += 1
            }
            try body(name(of: Int(original)), members)
        }
    }
}
