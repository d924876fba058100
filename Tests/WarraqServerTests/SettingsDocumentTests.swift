import Foundation
import Testing

@testable import WarraqServer

struct SettingsDocumentTests {
    private var file: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "config/warraqd.toml")
    }

    @Test func `config slash warraqd toml is what the code says`() throws {
        let written = try String(contentsOf: file, encoding: .utf8)
        #expect(written == Settings.document, "write it with: warraq check --defaults")
    }

    @Test func `config slash warraqd toml has nothing wrong with it`() throws {
        #expect(try Settings.load(file: file.path, environment: [:]) == .defaults)
    }

    @Test func `no two keys share a name or a variable`() {
        #expect(Set(Settings.keys.map(\.name)).count == Settings.keys.count)
        #expect(Set(Settings.keys.map(\.environmentName)).count == Settings.keys.count)
        for table in Settings.tables {
            #expect(table.keys.allSatisfy { $0.table == table.name })
        }
    }

    @Test func `lines of the document fit a page`() {
        #expect(Settings.document.split(separator: "\n").allSatisfy { $0.count <= 110 })
    }
}
