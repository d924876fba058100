internal import ArgumentParser
internal import Foundation
internal import WarraqServer

/// `warraq reload`: has the daemon read its settings again, and waits for what it says.
struct ReloadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Have the daemon read its settings again.",
        discussion: """
            Either everything is taken up that can be while it runs, or, when anything is wrong with \
            the new settings, nothing. Prints what changed, and what waits for a restart, as one JSON \
            object.

            Exits 0 when done, 69 when the daemon is not there, 78 when the settings are wrong.

            EXAMPLES
              warraq reload --config /etc/warraq/warraqd.toml
              systemctl reload warraqd       the same, for the service
            """)

    @OptionGroup var control: ControlOptions

    /// What is read of the answer.
    private struct Report: Decodable {
        struct Change: Decodable { let key: String }
        let needRestart: [Change]
    }

    func run() throws {
        try reportingFailures {
            for line in try control.ask(.reload) {
                StandardOutput.write(line + [UInt8(ascii: "\n")])
                let report = try? JSONDecoder().decode(Report.self, from: Data(line))
                for change in report?.needRestart ?? [] {
                    notice("\(change.key) has changed and waits for a restart")
                }
            }
        }
    }
}
