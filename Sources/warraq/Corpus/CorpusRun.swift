internal import JSONReading
internal import NearDuplicates
internal import WarraqCore
internal import WarraqServer

/// One run of `warraq dedup`: lines in, relations and groups out.
struct CorpusRun: ~Copyable {
    /// What a run reads and prints.
    struct Options {
        let textKey: String
        let idKey: String
        /// The key of where a text comes from; `nil` if nothing says so.
        let sourceKey: String?
        let printsRelations: Bool
        let printsPassages: Bool
    }

    private let options: Options
    private var index: CorpusIndex
    private var groups: CorpusGroups
    private var unique: LineFile?
    private var progress = CorpusProgress()
    private var output: [UInt8] = []
    private var relations = 0
    private var groupCount = 0
    private var empty = 0
    /// Lines that are no JSON object with a text.
    private(set) var unreadable = 0

    /// Unreadable lines that are told one by one.
    private static let mostTold = 5
    private static let outputBytes = 1 << 16

    init(options: Options, directory: String, unique: consuming LineFile?) throws(CorpusError) {
        let index = try CorpusIndex(copies: .leaveOut, directory: directory)
        let groups = try CorpusGroups(directory: directory)
        self.options = options
        self.index = index
        self.groups = groups
        self.unique = unique
    }

    /// Goes through all lines.
    mutating func read(_ lines: consuming CorpusLines) throws {
        while let line = try lines.next() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            try take(line, number: lines.count)
            progress.show(
                texts: index.count, copies: groups.copyCount, bytes: lines.bytesRead,
                of: lines.byteCount)
        }
    }

    private mutating func take(_ line: [UInt8], number: Int) throws {
        guard let object = try? JSONDocument(line).root, object.kind == .object else {
            return tell("line \(number) is no JSON object")
        }
        guard let text = object[options.textKey]?.utf8 else {
            let keys = object.members.map(\.name).joined(separator: ", ")
            return tell(
                "line \(number) has no string \"\(options.textKey)\" (--text); it has \(keys)")
        }
        try groups.add(name: Self.name(object[options.idKey]) ?? "line \(number)")
        let words = CorpusText.words(of: text)
        if words.tokens.isEmpty { empty += 1 }
        let place = index.count
        let matches = try index.add(words, host: host(of: object))
        relations += matches.count
        if let first = matches.first, first.isCopy {
            groups.add(copy: place, of: first.number, isExact: first.kind == .exactCopyOf)
        } else {
            try unique?.write(line)
        }
        guard options.printsRelations, !matches.isEmpty else { return }
        let name = groups.name(of: place)
        for match in matches { print(relation(match, of: name)) }
    }

    /// An identity as it is printed: a string, or a number as one.
    private static func name(_ value: JSONValue?) -> String? {
        guard let value else { return nil }
        return value.string ?? value.integer.map(String.init)
    }

    private func host(of object: JSONValue) -> UInt64? {
        options.sourceKey.flatMap { object[$0]?.utf8 }.map { StableHash.of($0) }
    }

    private mutating func tell(_ problem: String) {
        unreadable += 1
        if unreadable <= Self.mostTold {
            progress.clear()
            notice(problem)
        }
    }

    /// Prints the groups and says on standard error what there was.
    mutating func finish() throws {
        let run = CorpusOutput(withPassages: false)
        var lines: [[UInt8]] = []
        try groups.forEachGroup { original, copies throws(CorpusError) in
            lines.append(run.group(original, copies))
        }
        groupCount = lines.count
        for line in lines { print(line) }
        flush()
        try unique?.flush()
        progress.clear()
        let others = unreadable == 0 ? "" : ", \(unreadable) lines not readable"
        notice(
            "\(index.count) texts, \(groups.copyCount) copies in \(groupCount) groups, "
                + "\(relations) relations, \(empty) texts without words\(others); "
                + progress.summary(texts: index.count))
    }

    private func relation(_ match: CorpusIndex.Match, of name: String) -> [UInt8] {
        CorpusOutput(withPassages: options.printsPassages).relation(
            match, of: name, to: groups.name(of: match.number))
    }

    private mutating func print(_ line: [UInt8]) {
        output += line
        if output.count >= Self.outputBytes { flush() }
    }

    private mutating func flush() {
        StandardOutput.write(output)
        output.removeAll(keepingCapacity: true)
    }
}
