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
            ExplainCommand.self, CompareCommand.self, DedupCommand.self, StatusCommand.self,
            ReloadCommand.self,
            DeadCommand.self, SiteCommand.self, CheckCommand.self, EvalCommand.self,
            BenchCommand.self,
        ])

    /// Runs the command line; a first word that is no command is told apart here, because
    /// ArgumentParser would only call it unexpected.
    static func main() {
        if let word = unknownCommand(in: CommandLine.arguments) {
            StandardError.write(complaint(about: word))
            exit(withError: ExitCode(ExitStatus.usage.rawValue))
        }
        main(nil)
    }

    private static var commandNames: [String] {
        configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    }

    private static func unknownCommand(in arguments: [String]) -> String? {
        guard let word = arguments.dropFirst().first, !word.hasPrefix("-"),
            !commandNames.contains(word)
        else { return nil }
        return word
    }

    private static func complaint(about word: String) -> String {
        var line = "Error: \(word) is no command"
        if let meant = Spelling.suggestion(for: word, among: commandNames) {
            line += ", did you mean \(meant)?"
        }
        return line
            + "\nUsage: warraq <subcommand>\n  See 'warraq --help' for more information.\n"
    }
}
