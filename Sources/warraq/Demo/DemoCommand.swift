internal import ArgumentParser
internal import Foundation
internal import Logging
internal import WarraqServer

/// `warraq demo`: a newcomer's first minute, complete in itself.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Show all of it: a daemon of its own, real texts in, records out.",
        discussion: """
            Starts a daemon in a temporary directory with its own endpoints, pushes a police \
            communiqué, an aggregator's page that copies it, and a handful more over ZeroMQ, shows \
            the records as a person would want to see them, and stops. Nothing is left behind; a \
            running daemon is not touched. Arabic lines run from the right where the terminal can.

            EXAMPLES
              warraq demo
              warraq demo --keep         leaves the journal, for a look with sqlite3
              warraq demo | less         without colours, and lines as wide as COLUMNS says
            """)

    @Flag(help: "Keep the temporary directory, with the journal in it, and say where it is.")
    var keep = false

    func run() throws {
        // A path short enough for the address of a unix socket.
        let directory = "/tmp/warraq-demo-\(ProcessInfo.processInfo.processIdentifier)"
        let terminal = TerminalText()
        terminal.begin()
        defer { terminal.end() }
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true)
            defer { if !keep { try? FileManager.default.removeItem(atPath: directory) } }
            try show(in: directory, on: terminal)
            if keep { terminal.line("\nThe journal is in \(directory)/store.") }
        } catch {
            StandardError.write("demo: \(error)\n")
            throw ExitCode(ExitStatus.system.rawValue)
        }
    }

    private func show(in directory: String, on terminal: TerminalText) throws {
        let file = "\(directory)/warraqd.toml"
        try Data(DemoCommand.settings(in: directory).utf8).write(to: URL(fileURLWithPath: file))
        let source = SettingsSource(file: file, environment: [:])
        let daemon = Daemon(
            source: source, settings: try source.load(),
            log: LogDestination(level: .warning, environment: [:]))
        try daemon.start()
        terminal.heading("A daemon runs in \(directory), with an empty journal.")
        let client = try DemoClient(directory: directory)
        var replies: [(input: DemoInput, reply: DemoReply)] = []
        terminal.heading("What is pushed over ZeroMQ, and what the daemon answers")
        for input in DemoInput.all {
            let reply = try client.push(input)
            replies.append((input, reply))
            terminal.line()
            terminal.item("\(input.title) (\(input.body.count) bytes)", indent: 2)
            terminal.item(reply.sentence, indent: 6, label: "    →")
        }
        let records = try client.replay()
        DemoReport(terminal: terminal, records: records, replies: replies).show()
        try daemon.stop()
        terminal.heading("The daemon has drained and stopped.")
        terminal.item(
            "The same from Python, from the shell, or as a service: README.md.", indent: 2)
        terminal.item("All commands: \(CommandLine.arguments[0]) help", indent: 2)
    }

    private static func settings(in directory: String) -> String {
        """
        [intake]
        acked = ["ipc://\(directory)/acked"]
        pull = []
        subscribe = []
        [feed]
        publish = ["ipc://\(directory)/feed"]
        replay = ["ipc://\(directory)/replay"]
        [http]
        listen = ""
        [store]
        directory = "\(directory)/store"
        """
    }
}
