internal import ArgumentParser
internal import WarraqServer

/// `warraq status`: what the running daemon says of itself.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say how the running daemon is doing.",
        discussion: """
            Prints one JSON object: version, readiness, what is under way, what the journal holds and \
            what was counted since the start.

            Exits 0 when the daemon answers, 69 when it is not there.

            EXAMPLES
              warraq status
              warraq status --config /etc/warraq/warraqd.toml | jq .
            """)

    @OptionGroup var control: ControlOptions

    func run() throws {
        try control.printAnswer(to: .status)
    }
}
