internal import ArgumentParser
internal import WarraqServer

/// `warraq tail`: prints records as they come.
struct TailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail",
        abstract: "Print records as they come.",
        discussion: """
            Each record is a line of JSON: {"topic","header","record"}. A topic is \
            article/CHANGE/LANGUAGE/HOST, where CHANGE is new, duplicate or update, or \
            headline/new/LANGUAGE/HOST for a headline that stood on a page and is not its article's.

            A record is numbered by its seq, in the header. Without --after, only those that come from \
            now on are printed.

            A gap in what comes is filled from the replay. With --after, so is everything since that \
            seq: nothing is missed and nothing comes twice.

            Exits 0 after COUNT records, 69 when --timeout ran out and the daemon was not there, 124 \
            when it ran out otherwise.

            EXAMPLES
              warraq tail
              warraq tail --topic article/new/ar/ | jq .record.title
              warraq tail --after 0 --no-follow > everything.jsonl
              warraq tail -n 1 --timeout 30        wait for the next record, half a minute at most
            """)

    @Option(
        name: .customLong("topic"),
        help: ArgumentHelp("Only topics that begin so; may be given again.", valueName: "prefix"))
    var topics: [String] = []

    @Option(name: .customShort("n"), help: ArgumentHelp("Stop after so many.", valueName: "count"))
    var count: Int?

    @Option(help: ArgumentHelp("Begin after this seq; 0 is the oldest.", valueName: "seq"))
    var after: UInt64?

    @Option(help: ArgumentHelp("Stop after this long.", valueName: "seconds"))
    var timeout: Double?

    @Flag(inversion: .prefixedNo, help: "Wait for more when everything is printed.")
    var follow = true

    @Option(
        help: ArgumentHelp("Where to subscribe, instead of feed.publish.", valueName: "endpoint"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "Where to ask for replays, instead of feed.replay.", valueName: "endpoint"))
    var replay: String?

    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard (count ?? 1) >= 1 else { throw ValidationError("-n is a number from 1 on.") }
        guard (timeout ?? 1) > 0 else { throw ValidationError("--timeout is a number of seconds.") }
        guard follow || after != nil else {
            throw ValidationError("--no-follow needs --after: there is nothing before now.")
        }
    }

    func run() throws {
        try reportingFailures {
            let settings = try connection.settings()
            var session = TailSession(
                TailSession.Request(
                    publishAddress: try connection.address(
                        from, or: settings.feed.publish, key: "feed.publish"),
                    replayAddress: try connection.address(
                        replay, or: settings.feed.replay, key: "feed.replay"),
                    prefixes: topics, after: after, count: count,
                    timeout: timeout.map { .seconds($0) }, follows: follow))
            switch try session.run(print: StandardOutput.write) {
            case .counted, .caughtUp: return
            case .timedOut(let heard):
                throw ExitCode((heard ? ExitStatus.timedOut : .unreachable).rawValue)
            }
        }
    }
}
