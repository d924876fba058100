import Foundation
import Testing
import WarraqTesting

/// The real `warraqd` as systemd runs it, and the real `warraq` beside it.
struct ServiceTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "warraq-\(UUID().uuidString.prefix(8))")

    private var settingsFile: String { folder.appending(path: "warraqd.toml").path }

    private func writeSettings(store: String = "") throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try """
        [intake]
        acked = ["ipc://\(folder.path)/acked.sock"]
        pull = []
        subscribe = []
        [feed]
        publish = ["ipc://\(folder.path)/feed.sock"]
        replay = ["ipc://\(folder.path)/replay.sock"]
        [http]
        listen = ""
        [store]
        directory = "\(folder.path)/store"
        \(store)
        """.write(toFile: settingsFile, atomically: true, encoding: .utf8)
    }

    private func start(_ notify: NotifySocket) throws -> Process {
        let daemon = BuiltProgram.process(
            "warraqd", ["--config", settingsFile],
            environment: [
                "NOTIFY_SOCKET": notify.name, "WATCHDOG_USEC": "400000",
                "WARRAQ_LOG_LEVEL": "critical",
            ])
        try daemon.run()
        return daemon
    }

    private func warraq(_ arguments: String...) throws -> BuiltProgram.Result {
        try BuiltProgram.run("warraq", arguments + ["--config", settingsFile])
    }

    @Test func `it takes articles in, gives records out, reloads and stops as systemd wants`()
        throws
    {
        try writeSettings()
        defer { try? FileManager.default.removeItem(at: folder) }
        let notify = try NotifySocket(abstract: true)
        let daemon = try start(notify)
        defer { daemon.terminate() }
        #expect(notify.receive(until: "READY=1").last?.contains("READY=1") == true)
        #expect(notify.receive(until: "WATCHDOG=1").last == "WATCHDOG=1\n")

        let article = folder.appending(path: "article.txt")
        try "أعلنت وزارة الصحة اليوم عن خطة جديدة لتحسين الخدمات في المستشفيات العمومية."
            .write(to: article, atomically: true, encoding: .utf8)
        let first = try warraq("push", article.path, "--url", "https://example.org/1")
        #expect(first.status == 0)
        #expect(first.output.contains(#""reply":"ACK""#))
        #expect(first.output.contains(#""outcome":"new","seq":1"#))
        let again = try warraq("push", article.path, "--url", "https://example.org/1")
        #expect(again.output.contains(#""outcome":"duplicate","seq":1"#))

        let records = try warraq("tail", "--after", "0", "-n", "1", "--timeout", "20")
        #expect(records.status == 0)
        #expect(
            records.output.hasPrefix(
                #"{"topic":"article/new/ar/example.org","header":{"epoch":""#))
        #expect(records.lines.count == 1)
        let status = try warraq("status")
        #expect(status.status == 0)
        #expect(status.output.contains(#""ready":true"#))

        try writeSettings(store: "days = 10")
        let reload = try warraq("reload")
        #expect(reload.status == 0)
        #expect(reload.lines == [#"{"key":"store.days","old":"30","new":"10","inForce":true}"#])
        let told = notify.receive(until: "RELOADING=1").last
        #expect(told?.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") == true)
        #expect(notify.receive(until: "READY=1").last?.hasPrefix("READY=1\n") == true)

        daemon.terminate()
        #expect(notify.receive(until: "STOPPING=1").last?.hasPrefix("STOPPING=1\n") == true)
        let asked = notify.receive(until: "EXTEND_TIMEOUT_USEC").last
        #expect(asked == "EXTEND_TIMEOUT_USEC=25000000\n", "the drain's 10 seconds and 15 more")
        daemon.waitUntilExit()
        #expect(daemon.terminationStatus == 0)
    }

    @Test func `a refused input is kept, shown and dropped`() throws {
        try writeSettings()
        defer { try? FileManager.default.removeItem(at: folder) }
        let notify = try NotifySocket(abstract: false)
        let daemon = try start(notify)
        defer { daemon.terminate() }
        _ = notify.receive(until: "READY=1")

        let file = folder.appending(path: "empty.txt")
        try Data().write(to: file)
        let refused = try warraq("push", file.path)
        #expect(refused.status == 1)
        #expect(refused.output.contains(#""reply":"NAK","code":"empty""#))
        let list = try warraq("dead", "list")
        #expect(list.lines.count == 1)
        #expect(list.output.hasPrefix(#"{"id":1,"#))
        #expect(try warraq("dead", "show", "1").output.contains(#""code":"empty""#))
        #expect(try warraq("dead", "retry", "1").status == 1)
        #expect(try warraq("dead", "drop", "1").status == 0)
        #expect(try warraq("dead", "drop", "1").status == 1)
        #expect(try warraq("dead", "list").output == "")

        let control = folder.appending(path: "store/control.sock").path
        let mode = try FileManager.default.attributesOfItem(atPath: control)[.posixPermissions]
        #expect(mode as? Int == 0o600, "scrapers in the group have no business there")
    }
}
