import Foundation
import Testing

@testable import WarraqServer

/// `warraqd.toml(5)` says of every setting what the code says.
struct SettingsManualTests {
    private var page: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "config/man/warraqd.toml.5")
    }

    /// The section on the settings, as mdoc. A sentence has a line, and no line is longer than 80.
    private var section: String {
        var lines: [String] = []
        for table in Settings.tables {
            lines += [".Ss \"[\(table.name)]: \(table.about)\"", ".Bl -tag -width Ds"]
            for key in table.keys {
                lines.append(
                    ".It Sy \(key.leaf)" + (key.takesEffect == .reload ? " Pq reload" : ""))
                for sentence in sentences(of: "\(key.range).") { lines += wrapped(sentence) }
                lines += wrapped("Default: \(key.defaultText)")
                lines.append(".br")
                for sentence in sentences(of: key.meaning) { lines += wrapped(sentence) }
            }
            lines.append(".El")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func sentences(of text: String) -> [String] {
        text.replacing(". ", with: ".\n").split(separator: "\n").map(String.init)
    }

    private func wrapped(_ text: String) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= 79 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    @Test func `the manual page holds every setting as the code has it`() throws {
        let written = try String(contentsOf: page, encoding: .utf8)
        let begin = try #require(written.range(of: ".Sh SETTINGS\n"))
        let end = try #require(
            written.range(of: ".Sh ", range: begin.upperBound..<written.endIndex))
        let isCurrent = written[begin.upperBound..<end.lowerBound] == section
        if !isCurrent, ProcessInfo.processInfo.environment["WARRAQ_WRITE_MANUAL"] != nil {
            let text = written.replacingCharacters(
                in: begin.upperBound..<end.lowerBound, with: section)
            try text.write(to: page, atomically: true, encoding: .utf8)
        }
        #expect(
            isCurrent, "WARRAQ_WRITE_MANUAL=1 swift test --filter SettingsManualTests writes it")
    }
}
