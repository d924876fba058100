internal import ArgumentParser
internal import WarraqServer

/// `warraq dead`: inputs that were refused and kept.
struct DeadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dead",
        abstract: "Look after the inputs that were refused.",
        discussion: """
            A refused input is kept with its bytes and its reason, so that nothing disappears unseen. \
            Each is a line of JSON.

            Exits 0 when done, 1 when there is no such dead letter or it was refused again, 69 when the \
            daemon is not there.

            EXAMPLES
              warraq dead list | jq -r .code | sort | uniq -c
              warraq dead show 17
              warraq dead retry 17
              warraq dead drop 17
            """,
        subcommands: [List.self, Show.self, Retry.self, Drop.self])

    /// `warraq dead list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the dead letters, the oldest first, without their bytes.")

        @OptionGroup var control: ControlOptions

        func run() throws {
            try control.printAnswer(to: .listDeadLetters)
        }
    }

    /// `warraq dead show ID`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one with its bytes.")

        @Argument(help: "Its id, as list says.") var id: Int
        @OptionGroup var control: ControlOptions

        func run() throws {
            try control.printAnswer(to: .showDeadLetter, id: id)
        }
    }

    /// `warraq dead retry ID`.
    struct Retry: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Process one again; it is gone if it is accepted now.")

        @Argument(help: "Its id, as list says.") var id: Int
        @OptionGroup var control: ControlOptions

        func run() throws {
            try control.printAnswer(to: .retryDeadLetter, id: id)
        }
    }

    /// `warraq dead drop ID`.
    struct Drop: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Forget one.")

        @Argument(help: "Its id, as list says.") var id: Int
        @OptionGroup var control: ControlOptions

        func run() throws {
            try control.printAnswer(to: .dropDeadLetter, id: id)
        }
    }
}
