internal import ArgumentParser
internal import Foundation
internal import Logging
internal import WarraqServer

/// `warraq bench`: how many articles a second this machine takes, acked and durable.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure how many articles a second this machine takes, acked and durable.",
        discussion: """
            Starts a daemon in a temporary directory and pushes composed articles over ZeroMQ from the \
            same process, each one new, with a window of unanswered ones. The clock runs from the \
            first article sent to the last answer. Everything is on: extraction, duplicates, records, \
            synced commits, the feed. Build with -c release, and run it several times: disks and \
            neighbours make it noisy.

            EXAMPLES
              warraq bench
              warraq bench --articles 50000 --window 256
            """)

    @Option(help: "How many articles.")
    var articles = 20_000

    @Option(help: "Bytes of an article, about.")
    var bytes = 3_900

    @Option(help: "Articles without an answer at once.")
    var window = 64

    @Option(help: "Where the temporary directory goes: the disk that is measured.")
    var directory = "/tmp"

    func validate() throws {
        guard articles >= 1, bytes >= 100, window >= 1 else {
            throw ValidationError("articles and window are at least 1, bytes at least 100.")
        }
    }

    func run() throws {
        let place = "\(directory)/warraq-bench-\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try FileManager.default.createDirectory(
                atPath: place, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: place) }
            let result = try measure(in: place)
            report(result)
        } catch {
            StandardError.write("bench: \(error)\n")
            throw ExitCode(ExitStatus.system.rawValue)
        }
    }

    private func measure(in place: String) throws -> BenchResult {
        let file = "\(place)/warraqd.toml"
        try Data(
            """
            [intake]
            acked = ["ipc://\(place)/acked"]
            pull = []
            subscribe = []
            [feed]
            publish = ["ipc://\(place)/feed"]
            replay = ["ipc://\(place)/replay"]
            [http]
            listen = ""
            [store]
            directory = "\(place)/store"
            """.utf8
        ).write(to: URL(fileURLWithPath: file))
        let source = SettingsSource(file: file, environment: [:])
        let daemon = Daemon(
            source: source, settings: try source.load(),
            log: LogDestination(level: .warning, environment: [:]))
        try daemon.start()
        StandardError.write("composing \(articles) articles of about \(bytes) bytes\n")
        var composer = BenchComposer(bytes: bytes)
        let bodies = (0..<articles).map { _ in composer.next() }
        StandardError.write("pushing\n")
        let result = try BenchClient(endpoint: "ipc://\(place)/acked", window: window).push(bodies)
        try daemon.stop()
        return result
    }

    private func report(_ result: BenchResult) {
        let rate = Double(articles) / result.seconds
        StandardOutput.print(
            """
            articles        \(articles) of \(result.bytes / articles) bytes, window \(window)
            time            \(String(format: "%.2f", result.seconds)) s
            rate            \(Int(rate)) articles/s, acked and durable
            ack p50, p99    \(milliseconds(result.percentile(0.50))), \(milliseconds(result.percentile(0.99)))
            outcomes        \(result.outcomes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
            """)
    }

    private func milliseconds(_ seconds: Double) -> String {
        String(format: "%.2f ms", seconds * 1000)
    }
}
