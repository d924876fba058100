internal import ArgumentParser

/// `warraq eval`: measures this program on labelled data.
struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Measure how well, and how fast, things are found.",
        subcommands: [
            EvalDuplicatesCommand.self, EvalScaleCommand.self, EvalTailCommand.self,
            EvalComposeCommand.self, EvalNamesCommand.self, EvalQuotationsCommand.self,
            EvalGoldCommand.self, EvalStoriesCommand.self,
        ])
}
