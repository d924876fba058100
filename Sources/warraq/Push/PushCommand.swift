internal import ArgumentParser
internal import WarraqServer

/// `warraq push`: sends articles and waits until each is on disk.
struct PushCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "push",
        abstract: "Send articles to the daemon and wait until each is on disk.",
        discussion: """
            Each file is one article: a page of HTML, plain text or JSON, in any charset. Each answer \
            is a line of JSON on standard output: what the daemon says, after the input it is about. \
            What is not answered is sent again until it is, with the same id, so that nothing is lost \
            and nothing is stored twice.

            A header is {"url","source","contentType","title","publishedAt","fetchedAt","language",\
            "byline"}, every key optional.

            Exits 0 when everything was accepted, 1 when something was refused, 65 when an input could \
            not be read, 69 when the daemon was not there, 124 when it fell silent.

            EXAMPLES
              warraq push page.html --url https://example.org/news/1.html --source "أخبار"
              curl -s https://example.org/ | warraq push - --url https://example.org/
              warraq push --lines scraped.jsonl       lines such as {"url":"…","content":"…"}
            """)

    @Argument(help: "Files to send; - is standard input.", completion: .file())
    var files: [String]

    @Flag(help: "Each line is a JSON object: its \"content\" is the article, the rest its header.")
    var lines = false

    @Option(
        help: ArgumentHelp("What is known about the articles, a JSON object.", valueName: "json"))
    var header: String?

    @Option(
        help: ArgumentHelp("Where the page was fetched, short for a header.", valueName: "url"))
    var url: String?

    @Option(help: ArgumentHelp("The publisher's name, short for a header.", valueName: "name"))
    var source: String?

    @Option(help: ArgumentHelp("Where to send to, instead of intake.acked.", valueName: "endpoint"))
    var to: String?

    @Option(help: ArgumentHelp("How many articles may wait for their answers.", valueName: "count"))
    var window = 64

    @Option(
        help: ArgumentHelp(
            "Give up after this long without any answer; 0 is never.", valueName: "seconds"))
    var timeout = 60.0

    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Give a file to send, or - for stdin.") }
        guard (1...10_000).contains(window) else {
            throw ValidationError("--window is a number from 1 to 10000.")
        }
        guard timeout >= 0 else { throw ValidationError("--timeout is a number of seconds.") }
        do {
            _ = try pushHeader()
        } catch let error as PushInputError {
            throw ValidationError(error.description)
        }
    }

    func run() throws {
        try reportingFailures {
            let settings = try connection.settings()
            var session = try PushSession(
                address: try connection.address(
                    to, or: settings.intake.acked, key: "intake.acked"),
                source: PushSource(files: files, hasLines: lines, header: try pushHeader()),
                limit: window, timeout: timeout == 0 ? nil : .seconds(timeout))
            try session.run(print: StandardOutput.write)
            if lines || files.count > 1 { notice(session.report) }
            guard session.unreadable == 0 else { throw ExitCode(ExitStatus.badData.rawValue) }
            guard session.summary.refused == 0 else { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }

    private func pushHeader() throws -> PushHeader {
        try PushHeader(json: header, overrides: ["url": url, "source": source])
    }
}

extension PushSession {
    /// `6010 articles in 2.1 s (2861/s): 20 duplicate, 5990 new`.
    var report: String {
        let seconds = max(elapsed / .seconds(1), 1e-9)
        let words = summary.counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        let rate = Int(Double(summary.answered) / seconds)
        let tenths = Double(Int(seconds * 10)) / 10
        var text = "\(summary.answered) articles in \(tenths) s (\(rate)/s)"
        if !words.isEmpty { text += ": " + words.joined(separator: ", ") }
        if summary.resent > 0 { text += "; \(summary.resent) sent again" }
        if unreadable > 0 { text += "; \(unreadable) unreadable" }
        return text
    }
}
