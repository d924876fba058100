/// The lines on which a TOML text names its tables and keys.
///
/// TOMLKit tells no lines of values, so they are found here. The text has been parsed before, so its
/// syntax is known to be right and this need only tell names, values and comments apart.
struct SettingsLines {
    private var lines: [[String]: Int] = [:]

    /// The line of `path`, from 1, or of the nearest table around it; 1 if there is none.
    func line(of path: [String]) -> Int {
        var path = path
        while !path.isEmpty {
            if let line = lines[path] { return line }
            path.removeLast()
        }
        return 1
    }

    init(_ text: String) {
        var scanner = Scanner(bytes: Array(text.utf8))
        var table: [String] = []
        while scanner.skipToStatement() {
            let line = scanner.line
            if scanner.takes("[") {
                _ = scanner.takes("[")
                table = scanner.path()
                record(table, line)
                scanner.skipLine()
            } else {
                record(table + scanner.path(), line)
                scanner.skipValue()
            }
        }
    }

    private mutating func record(_ path: [String], _ line: Int) {
        // The first one stays: `[a.b]` names `a` too, but a later `[a]` does not move it.
        for length in 1...max(1, path.count) where lines[Array(path.prefix(length))] == nil {
            lines[Array(path.prefix(length))] = line
        }
    }
}

private struct Scanner {
    let bytes: [UInt8]
    var position = 0
    var line = 1

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func advance() {
        if current == UInt8(ascii: "\n") { line += 1 }
        position += 1
    }

    mutating func takes(_ symbol: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: symbol) else { return false }
        advance()
        return true
    }

    private mutating func skipBlanks() {
        while current == UInt8(ascii: " ") || current == UInt8(ascii: "\t") { advance() }
    }

    mutating func skipLine() {
        while let byte = current, byte != UInt8(ascii: "\n") { advance() }
    }

    /// Goes to the next table or key; `false` at the end of the text.
    mutating func skipToStatement() -> Bool {
        while let byte = current {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
                advance()
            case UInt8(ascii: "#"): skipLine()
            default: return true
            }
        }
        return false
    }

    /// A dotted key; stops at what follows it.
    mutating func path() -> [String] {
        var parts: [String] = []
        repeat {
            skipBlanks()
            parts.append(part())
            skipBlanks()
        } while takes(".")
        return parts
    }

    private mutating func part() -> String {
        let start = position
        if let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            skipString()
            return String(
                decoding: bytes[(start + 1)..<max(start + 1, position - 1)], as: UTF8.self)
        }
        while let byte = current, !Self.endsBareKey.contains(byte) { advance() }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private static let endsBareKey = Set(".=] \t\r\n#".utf8)

    /// Goes past a value, which may run over several lines.
    mutating func skipValue() {
        var depth = 0
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                advance()
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                advance()
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: "\n"):
                if depth <= 0 { return }
                advance()
            default: advance()
            }
        }
    }

    /// Goes past a string of any of TOML's four kinds. A basic one has escapes.
    private mutating func skipString() {
        guard let quote = current else { return }
        let isLong = bytes[position...].starts(with: [quote, quote, quote])
        let end = [UInt8](repeating: quote, count: isLong ? 3 : 1)
        for _ in end { advance() }
        while current != nil, !bytes[position...].starts(with: end) {
            if quote == UInt8(ascii: "\""), current == UInt8(ascii: "\\") { advance() }
            advance()
        }
        for _ in end { advance() }
        // """" ends a long string that has a quote as its last letter.
        if isLong { while current == quote { advance() } }
    }
}
