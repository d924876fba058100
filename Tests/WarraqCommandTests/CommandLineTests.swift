import Foundation
import Testing

/// What the real program says and exits with.
struct CommandLineTests {
    private func run(
        _ program: String, _ arguments: String..., environment: [String: String] = [:]
    ) throws -> (status: Int32, output: String, errors: String) {
        try run(program, arguments, environment: environment)
    }

    private func run(
        _ program: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> (status: Int32, output: String, errors: String) {
        let result = try BuiltProgram.run(program, arguments, environment: environment)
        return (result.status, result.output, result.errors)
    }

    private func file(_ text: String) throws -> String {
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).toml")
        try text.write(to: url, atomically: true, encoding: .utf8)
        return url.path
    }

    @Test(arguments: [
        ["frobnicate"], ["push"], ["push", "x", "--window", "0"], ["push", "x", "--header", "[]"],
        ["tail", "-n", "0"], ["tail", "--no-follow"], ["check"], ["tail", "--after", "-1"],
    ])
    func `wrong usage is 64`(arguments: [String]) throws {
        let status = try run("warraq", arguments).status
        #expect(status == 64)
    }

    @Test func `check prints every problem and exits 78`() throws {
        let path = try file("[intake]\nackd = []\n[store]\ndays = 0\n")
        let (status, output, errors) = try run("warraq", "check", path)
        #expect(status == 78)
        #expect(
            output == """
                \(path):2: intake.ackd: unknown key, did you mean intake.acked?
                \(path):4: store.days: 0 is out of range, allowed are 1 to 36500 days

                """)
        #expect(errors == "")
    }

    @Test func `check of a good file says nothing and exits 0`() throws {
        let (status, output, _) = try run("warraq", "check", try file("[log]\nlevel = 'debug'\n"))
        #expect(status == 0)
        #expect(output == "")
    }

    @Test func `the daemon refuses wrong settings with 78 and every line`() throws {
        let path = try file("[intake]\nackd = []\n[store]\ndays = 0\n")
        let (status, output, errors) = try run(
            "warraqd", "--config", path, environment: ["WARRAQ_LOG_LEVEL": "loud"])
        #expect(status == 78)
        #expect(output == "")
        #expect(
            errors == """
                \(path):2: intake.ackd: unknown key, did you mean intake.acked?
                \(path):4: store.days: 0 is out of range, allowed are 1 to 36500 days
                WARRAQ_LOG_LEVEL: log.level: "loud" is none of trace, debug, info, notice, warning, \
                error, critical

                """)
    }

    @Test func `push to nobody is 69 and says where it tried`() throws {
        let (status, output, errors) = try run(
            "warraq", "push", "/dev/null", "--to", "tcp://127.0.0.1:1", "--timeout", "0.2")
        #expect(status == 69)
        #expect(output == "")
        #expect(errors.hasPrefix("warraq: no answer from tcp://127.0.0.1:1"))
    }

    @Test func `push of a file that is not there is 65`() throws {
        let (status, _, errors) = try run(
            "warraq", "push", "/nonexistent/page.html", "--to", "tcp://127.0.0.1:1")
        #expect(status == 65)
        #expect(errors == "warraq: /nonexistent/page.html: No such file or directory\n")
    }

    @Test(arguments: [["process"], ["compare", "/nonexistent/page.html"]])
    func `a file that cannot be read is 65 and says why`(command: [String]) throws {
        let missing = try run("warraq", command + ["/nonexistent/page.html"])
        #expect(missing.status == 65)
        #expect(missing.errors.hasSuffix("/nonexistent/page.html: No such file or directory\n"))
        let folder = try run("warraq", ["process", "/tmp"])
        #expect(folder.status == 65)
        #expect(folder.errors == "warraq: /tmp: Is a directory\n")
    }

    @Test func `a misspelt command is 64 and told what it may be`() throws {
        let (status, output, errors) = try run("warraq", "proces", "x")
        #expect(status == 64)
        #expect(output == "")
        #expect(errors.hasPrefix("Error: proces is no command, did you mean process?\n"))
    }

    @Test func `tail that runs out of time is 69 when nobody was there`() throws {
        let (status, _, _) = try run(
            "warraq", "tail", "--timeout", "0.2", "--from", "tcp://127.0.0.1:1", "--replay",
            "tcp://127.0.0.1:1")
        #expect(status == 69)
    }

    @Test(arguments: [["status"], ["reload"], ["dead", "list"], ["dead", "drop", "3"]])
    func `asking a daemon that is not there is 69`(command: [String]) throws {
        let arguments = command + ["--control", "ipc:///tmp/warraq-nobody", "--timeout", "0.1"]
        let (status, output, errors) = try run("warraq", arguments)
        #expect(status == 69)
        #expect(output == "")
        #expect(
            errors == """
                warraq: no daemon at /tmp/warraq-nobody yet, waiting; --config FILE says where \
                another one is
                warraq: no answer from ipc:///tmp/warraq-nobody

                """)
    }

    @Test func `reload of wrong settings is 78 before the daemon is asked`() throws {
        let path = try file("[store]\ndays = 0\n")
        let (status, _, errors) = try run("warraq", "reload", "--config", path)
        #expect(status == 78)
        #expect(errors == "\(path):2: store.days: 0 is out of range, allowed are 1 to 36500 days\n")
    }

    @Test(arguments: [
        "demo", "push", "tail", "process", "compare", "status", "reload", "site", "dead", "check",
        "bench",
    ])
    func `help teaches by examples`(command: String) throws {
        let (status, output, _) = try run("warraq", "help", command)
        #expect(status == 0)
        #expect(output.contains("EXAMPLES\n"))
        #expect(output.contains("  warraq \(command)"))
    }
}
