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
            the new settings, nothing. Prints a line of JSON for each key that has changed: its old and \
            new value, and whether the new one is in force or waits for a restart.

            Exits 0 when done, 69 when the daemon is not there, 78 when the settings are wrong.

            EXAMPLES
              warraq reload --config /etc/warraq/warraqd.toml
              systemctl reload warraqd       the same, for the service
            """)

    @OptionGroup var control: ControlOptions

    /// What is read of a line.
    private struct Change: Decodable {
        let key: String
        let inForce: Bool
    }

    func run() throws {
        try reportingFailures {
            for line in try control.ask(.reload) {
                StandardOutput.write(line + [UInt8(ascii: "\n")])
                if let change = try? JSONDecoder().decode(Change.self, from: Data(line)),
                    !change.inForce
                {
                    notice("\(change.key) has changed and waits for a restart")
                }
            }
        }
    }
}
