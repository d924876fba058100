public import NearDuplicates
public import WarraqCore

/// All texts of a corpus, each compared with those before it: the duplicate stage without a daemon.
///
/// There is no window: the last text meets the first. In memory are the index and 16 bytes a text;
/// what comparing needs lies in a temporary file.
public struct CorpusIndex: ~Copyable {
    /// What is done with a text that is a copy.
    public enum Copies: Hashable, Sendable {
        /// It is left out, as in the daemon: the next copy meets the same original.
        case leaveOut
        /// It is kept like any other text, for judging every pair.
        case keep
    }

    /// How a text relates to an earlier one.
    public struct Match: Hashable, Sendable {
        /// The earlier text's number.
        public let number: Int
        /// What this text, B, has of it, A.
        public let comparison: Comparison

        /// The relation by its name in records.
        public var kind: Relation.Kind { comparison.relation.map(Relation.Kind.init) ?? .reuses }

        /// Whether this text is a copy of the earlier one, and nothing of its own.
        public var isCopy: Bool { comparison.isCopy }
    }

    private var index: NearDuplicateIndex
    private var blocks: BlockFile
    /// For each document of the index the text it is; texts left out have none.
    private var numbers: [UInt32] = [0]
    private let copies: Copies
    /// Texts added.
    public private(set) var count = 0

    /// An empty index with a temporary file in `directory`.
    public init(copies: Copies, directory: String) throws(CorpusError) {
        var configuration = IndexConfiguration()
        configuration.windowMilliseconds = .max / 8
        configuration.maxDocuments = .max
        configuration.rollbackDepth = 1
        // Copies that stay would take the places of the texts they are copies of.
        if copies == .keep { configuration.maxCandidates *= 2 }
        index = NearDuplicateIndex(configuration: configuration)
        blocks = try BlockFile(in: directory)
        self.copies = copies
    }

    /// Bytes of the inverted index.
    public var postingBytes: Int { index.postingBytes }

    /// Adds a text under the next number, from 0.
    ///
    /// - Parameter host: A hash of where it comes from, for the furniture of a site; `nil` if that is
    ///   not known: then nothing is furniture.
    /// - Returns: Its relations to earlier texts, the strongest first.
    public mutating func add(
        _ text: TokenizedText, host: UInt64? = nil
    ) throws(CorpusError) -> [Match] {
        defer { count += 1 }
        let fingerprint = Fingerprint(of: text)
        // No two texts of a corpus of one host each: nothing is seen twice on one.
        let host = host ?? UInt64(count) &* 0x9E37_79B9_7F4A_7C15
        let matches = matches(of: text, fingerprint, host: host)
        guard copies == .keep || !(matches.first?.isCopy ?? false) else { return matches }
        _ = index.insert(fingerprint, host: host, at: 0)
        numbers.append(UInt32(truncatingIfNeeded: count))
        try blocks.append(TokenBlock.bytes(of: text))
        return matches
    }

    private func matches(
        of text: TokenizedText, _ fingerprint: Fingerprint, host: UInt64
    ) -> [Match] {
        let answer = index.answer(for: fingerprint, host: host, at: 0)
        guard !answer.candidates.isEmpty else { return [] }
        let prepared = PreparedText(text, commonKeys: answer.commonKeys)
        var matches: [Match] = []
        blocks.fetch(answer.candidates.map { Int($0.number.rawValue) - 1 })
        for candidate in answer.candidates {
            let document = Int(candidate.number.rawValue)
            let comparison = blocks.withBlock(document - 1) { block in
                TextComparer.compare(block: block, prepared)
            }
            guard let comparison, comparison.relation != nil else { continue }
            matches.append(Match(number: Int(numbers[document]), comparison: comparison))
            if candidate.isExactCopy, copies == .leaveOut { break }
        }
        return matches.sorted { left, right in
            (left.kind.rank, -left.comparison.coverageB, left.number)
                < (right.kind.rank, -right.comparison.coverageB, right.number)
        }
    }
}

extension Comparison {
    /// Whether it makes one text a copy of the other.
    fileprivate var isCopy: Bool { relation == .exact || relation == .near }
}
