import Foundation

/// The C library's converter, as an independent witness of the encoding tables.
enum Iconv {
    /// `bytes` of one encoding in another, or `nil` if a character has no place there.
    static func convert(_ bytes: [UInt8], from source: String, to target: String) -> [UInt8]? {
        guard let descriptor = iconv_open(target, source), descriptor != iconv_t(bitPattern: -1)
        else {
            return nil
        }
        defer { iconv_close(descriptor) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
        var inputLeft = input.count
        var outputLeft = output.count
        let result = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var inputPointer = input.baseAddress
                var outputPointer = output.baseAddress
                return iconv(
                    descriptor, &inputPointer, &inputLeft, &outputPointer, &outputLeft)
            }
        }
        guard result != Int.max, inputLeft == 0 else { return nil }
        return output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
    }
}

/// Lines of the language table.
enum SampleLines {
    /// The lines whose variety begins with `prefix`.
    static func of(_ prefix: String) throws -> [String] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures")
        let table = try String(contentsOf: folder.appending(path: "languages.tsv"), encoding: .utf8)
        return table.split(separator: "\n").compactMap { row in
            let fields = row.split(separator: "\t", maxSplits: 1).map(String.init)
            return fields.count == 2 && fields[0].hasPrefix(prefix) ? fields[1] : nil
        }
    }
}
