internal import ArgumentParser
internal import WarraqServer

/// `warraq`, everything a person or a script does. Each subcommand has a file of its own.
@main
struct Warraq: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warraq",
        abstract: "Cleans and de-duplicates Arabic news.",
        discussion: """
            Data goes to standard output, one JSON object a line; notices go to standard error.

            Exit codes: 0 done, 1 a negative answer (an article was refused), 64 wrong usage, \
            65 unreadable input, 69 the daemon cannot be reached, 71 the system failed, 75 try again, \
            78 wrong settings, 124 timed out.
            """,
        version: Version.current,
        subcommands: [
            DemoCommand.self, PushCommand.self, TailCommand.self, ProcessCommand.self,
            CompareCommand.self, DedupCommand.self, StatusCommand.self, ReloadCommand.self,
            DeadCommand.self,
            CheckCommand.self, EvalCommand.self, BenchCommand.self,
        ])
}
