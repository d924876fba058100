import Foundation
import FuzzEntries

/// The seed corpus in `Fixtures`.
enum Corpus {
    /// The inputs of an entry with their names, in order of name.
    static func inputs(of entry: FuzzEntry) throws -> [(name: String, bytes: [UInt8])] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/\(entry.rawValue)")
        return try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil
        ).sorted { $0.path() < $1.path() }
            .map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) }
    }
}
