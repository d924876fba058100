extension SiteSighting {
    /// Its form for a log: lines, then at most one title, each line as 8 bytes of key, a byte with the
    /// length of its text, and the text. About 90 bytes a line.
    public var bytes: [UInt8] {
        var output: [UInt8] = [UInt8(min(lines.count, 255))]
        for line in lines.prefix(255) { line.append(to: &output) }
        if let title {
            output.append(UInt8(min(title.tails.count, 255)))
            SiteSighting.append(title.key, to: &output)
            for tail in title.tails.prefix(255) { tail.append(to: &output) }
        }
        return output
    }

    /// Reads ``bytes``; `nil` if they are damaged.
    public init?(bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        guard let count = reader.byte(), let lines = reader.lines(count) else { return nil }
        guard !reader.isAtEnd else {
            self.init(lines: lines, title: nil)
            return
        }
        guard let tailCount = reader.byte(), let key = reader.number(),
            let tails = reader.lines(tailCount), reader.isAtEnd
        else { return nil }
        self.init(lines: lines, title: Title(key: key, tails: tails))
    }

    fileprivate static func append(_ number: UInt64, to output: inout [UInt8]) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            output.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        var isAtEnd: Bool { position == bytes.count }

        mutating func byte() -> Int? {
            guard position < bytes.count else { return nil }
            defer { position += 1 }
            return Int(bytes[position])
        }

        mutating func number() -> UInt64? {
            guard bytes.count - position >= 8 else { return nil }
            defer { position += 8 }
            return (0..<8).reduce(0) { $0 | UInt64(bytes[position + $1]) << UInt64($1 * 8) }
        }

        mutating func lines(_ count: Int) -> [Line]? {
            var lines: [Line] = []
            for _ in 0..<count {
                guard let key = number(), let length = byte(), bytes.count - position >= length
                else { return nil }
                let text = bytes[position..<position + length]
                guard let text = String(validating: text, as: UTF8.self) else { return nil }
                lines.append(Line(key: key, text: text))
                position += length
            }
            return lines
        }
    }
}

extension SiteSighting.Line {
    fileprivate func append(to output: inout [UInt8]) {
        SiteSighting.append(key, to: &output)
        // Longer texts are not made; one from elsewhere loses its text, not its key.
        let text = text.utf8.count <= 255 ? text : ""
        output.append(UInt8(text.utf8.count))
        output += text.utf8
    }
}
