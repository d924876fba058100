internal import Foundation

/// Reads the articles to push, one at a time, so that a file of a million lines takes no memory.
struct PushSource {
    private let header: PushHeader
    private let hasLines: Bool
    private var files: ArraySlice<String>
    private var lines: LineReader?
    /// Inputs that were no articles.
    private(set) var refused = 0

    /// - Parameters:
    ///   - files: Paths; `-` is standard input.
    ///   - hasLines: Whether each holds JSON lines.
    ///   - header: Goes with every article.
    init(files: [String], hasLines: Bool, header: PushHeader) {
        self.files = files[...]
        self.hasLines = hasLines
        self.header = header
    }

    /// The next article; `nil` at the end. What cannot be read is said to `complain` and skipped.
    mutating func next(complain: (String) -> Void) -> PushArticle? {
        while true {
            do {
                if lines != nil {
                    if let article = try nextOfLines() { return article }
                    lines = nil
                }
                guard let file = files.popFirst() else { return nil }
                let handle = try InputFile.open(file)
                guard hasLines else {
                    let data = try handle.readToEnd() ?? Data()
                    return try header.article(Array(data), origin: file)
                }
                lines = LineReader(handle, name: file)
            } catch {
                refused += 1
                complain("\(error)")
            }
        }
    }

    private mutating func nextOfLines() throws -> PushArticle? {
        while let line = try lines?.next() {
            guard line.bytes.contains(where: { $0 > UInt8(ascii: " ") }) else { continue }
            return try header.article(line: line.bytes, origin: line.origin)
        }
        return nil
    }
}

/// Splits a file into lines.
struct LineReader {
    private let handle: FileHandle
    private let name: String
    private var buffer: [UInt8] = []
    private var position = 0
    private var number = 0
    private var isAtEnd = false

    init(_ handle: FileHandle, name: String) {
        self.handle = handle
        self.name = name
    }

    /// The next line without its line feed, and `FILE:LINE`.
    mutating func next() throws -> (bytes: [UInt8], origin: String)? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                return take(upTo: end, skipping: 1)
            }
            searched = buffer.count
            if isAtEnd {
                return position < buffer.count ? take(upTo: buffer.count, skipping: 0) : nil
            }
            searched -= position
            buffer.removeFirst(position)
            position = 0
            let block = try handle.read(upToCount: 262_144) ?? Data()
            isAtEnd = block.isEmpty
            buffer += block
        }
    }

    private mutating func take(upTo end: Int, skipping: Int) -> (bytes: [UInt8], origin: String) {
        let line = Array(buffer[position..<end])
        position = end + skipping
        number += 1
        return (line, "\(name):\(number)")
    }
}
