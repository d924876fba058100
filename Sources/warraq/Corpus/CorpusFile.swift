internal import Foundation
internal import JSONReading
internal import WarraqServer

/// A corpus: a file of JSON lines, plain or gzipped, or standard input.
enum CorpusFile {
    /// Opens `path`; `-` is standard input, and what ends in `.gz` goes through gzip.
    static func open(_ path: String) throws -> CorpusLines {
        guard path.hasSuffix(".gz") else { return try CorpusLines(path: path) }
        // The file itself first: gzip's own complaint would come too late for an exit code.
        _ = try CorpusLines(path: path)
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
        gzip.arguments = ["-dc", "--", path]
        let pipe = Pipe()
        gzip.standardOutput = pipe
        try gzip.run()
        return CorpusLines(owning: dup(pipe.fileHandleForReading.fileDescriptor), name: path)
    }

    /// Hands every line that is a JSON object to `body`; `nil` for one that is none.
    static func forEachObject(
        in path: String, _ body: (JSONValue?) throws -> Void
    ) throws {
        var lines = try open(path)
        while let line = try lines.next() {
            guard !line.isEmpty else { continue }
            let document = try? JSONDocument(line)
            try body(document?.root)
        }
    }
}
