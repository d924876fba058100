import Logging
import Testing

@testable import WarraqServer

struct SettingsTests {
    private func settings(
        _ text: String, environment: [String: String] = [:]
    ) throws -> Settings {
        try Settings.read(text, file: "warraqd.toml", environment: environment)
    }

    private func problems(_ text: String, environment: [String: String] = [:]) -> [String] {
        do throws(SettingsProblems) {
            _ = try Settings.read(text, file: "warraqd.toml", environment: environment)
            return []
        } catch {
            return error.all.map(\.description)
        }
    }

    @Test func `an empty file gives the defaults of the protocol`() throws {
        let settings = try settings("")
        #expect(settings.intake.acked.map(\.address) == ["tcp://127.0.0.1:7801"])
        #expect(settings.intake.pull.map(\.address) == ["tcp://127.0.0.1:7802"])
        #expect(settings.intake.subscribe.map(\.address) == ["tcp://127.0.0.1:7803"])
        #expect(settings.intake.subscribe.map(\.attachment) == [.bind])
        #expect(settings.intake.topics == [])
        #expect(settings.intake.maxArticleBytes == 4 * 1_048_576)
        #expect(settings.intake.maxMessageBytes == 16 * 1_048_576)
        #expect(settings.feed.publish.map(\.address) == ["tcp://127.0.0.1:7810"])
        #expect(settings.feed.replay.map(\.address) == ["tcp://127.0.0.1:7811"])
        #expect(settings.feed.patience == .milliseconds(50))
        #expect(settings.http.listen == "127.0.0.1:7880")
        #expect(settings.store.directory == "/var/lib/warraq")
        #expect(settings.store.idDays == 30)
        #expect(settings.headlines.hours == 24)
        #expect(settings.controlAddress == "ipc:///var/lib/warraq/control.sock")
        #expect(settings == .defaults)
    }

    @Test func `every default reads back as itself`() throws {
        let active = Settings.document.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("#") && !$0.hasPrefix("# ") && $0 != "#" ? $0.dropFirst() : $0 }
            .joined(separator: "\n")
        #expect(Settings.keys.allSatisfy { active.contains("\n\($0.leaf) = ") })
        #expect(try settings(active) == .defaults)
    }

    @Test func `a file sets every kind of value`() throws {
        let settings = try settings(
            """
            intake.acked = [ "tcp://127.0.0.1:1", 'ipc:///run/warraq/in.sock' ]
            [store]
            directory = "/srv/warraq" # here
            [security]
            allowPlaintext = true
            [log]
            level = "debug"
            [dedup]
            windowDays = 1_0
            """)
        #expect(
            settings.intake.acked.map(\.text) == ["tcp://127.0.0.1:1", "ipc:///run/warraq/in.sock"])
        #expect(settings.store.directory == "/srv/warraq")
        #expect(settings.security.allowsPlaintext)
        #expect(settings.log.level == .debug)
        #expect(settings.dedup.windowDays == 10)
    }

    @Test func `the environment overrides the file`() throws {
        let settings = try settings(
            "[intake]\nmaxArticleBytes = 2000",
            environment: [
                "WARRAQ_INTAKE_MAX_ARTICLE_BYTES": "3000",
                "WARRAQ_INTAKE_ACKED": "tcp://127.0.0.1:1, ipc:///tmp/a",
                "WARRAQ_INTAKE_PULL": "",
                "WARRAQ_SECURITY_ALLOW_PLAINTEXT": "true",
                "WARRAQ_LOG_LEVEL": "trace",
                "WARRAQ_FEED_PORT_7810_TCP_ADDR": "10.0.0.1",  // a container platform's
                "PATH": "/bin",
            ])
        #expect(settings.intake.maxArticleBytes == 3000)
        #expect(settings.intake.acked.map(\.text) == ["tcp://127.0.0.1:1", "ipc:///tmp/a"])
        #expect(settings.intake.pull == [])
        #expect(settings.security.allowsPlaintext)
        #expect(settings.log.level == .trace)
    }

    @Test func `every problem is reported at once with its line`() {
        let found = problems(
            """
            # a comment
            [intake]
            ackd = ["tcp://127.0.0.1:1"]
            pull = "tcp://127.0.0.1:2"
            subscribe = [
                "udp://127.0.0.1:3",  # first
                4,
            ]
            maxArticleBytes = "4 MiB"

            [feeed]
            publish = []

            [feed]
            patience = 2000
            idDays = 3
            publish = ["tcp://0.0.0.0:7810"]
            [store]
            days = 31
            [http]
            listen = 7880
            [log]
            level = "loud"
            """,
            environment: [
                "WARRAQ_STORE_BYTES": "many", "WARRAQ_STORE_DIRECTRY": "/tmp",
            ])
        #expect(
            found == [
                "warraqd.toml:3: intake.ackd: unknown key, did you mean intake.acked?",
                "warraqd.toml:4: intake.pull: expected a list of strings, found a string",
                "warraqd.toml:5: intake.subscribe: \"udp://127.0.0.1:3\" is no endpoint: write "
                    + "tcp://HOST:PORT or ipc://PATH",
                "warraqd.toml:5: intake.subscribe: expected a list of strings, found a whole number "
                    + "in it",
                "warraqd.toml:9: intake.maxArticleBytes: expected a whole number, found a string",
                "warraqd.toml:11: feeed: unknown table, did you mean feed?",
                "warraqd.toml:15: feed.patience: 2000 is out of range, allowed are 0 to 1000 "
                    + "milliseconds",
                "warraqd.toml:16: feed.idDays: unknown key, did you mean store.idDays?",
                "warraqd.toml:17: feed.publish: \"tcp://0.0.0.0:7810\" leaves this machine, and "
                    + "nothing there is encrypted: set security.allowPlaintext = true if that is meant",
                "warraqd.toml:19: store.idDays: 30 days is less than the 31 of store.days: an "
                    + "article sent again would be stored twice",
                "warraqd.toml:21: http.listen: expected a string, found a whole number",
                "warraqd.toml:23: log.level: \"loud\" is none of trace, debug, info, notice, warning, "
                    + "error, critical",
                "WARRAQ_STORE_BYTES: store.bytes: expected a whole number, found a string",
                "WARRAQ_STORE_DIRECTRY: unknown variable, did you mean WARRAQ_STORE_DIRECTORY?",
            ])
    }

    @Test(arguments: [
        ("[intake", 1), ("[intake]\nacked = [\n\"a\"\n", 3), ("\n[store]\ndays = 1\ndays = 2\n", 4),
    ])
    func `a syntax error names its line`(text: String, line: Int) throws {
        let found = problems(text)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("warraqd.toml:\(line): ") == true, "\(found)")
    }

    @Test(arguments: [
        ("intake = 3", "warraqd.toml:1: intake: expected the table [intake], found a whole number"),
        ("acked = []", "warraqd.toml:1: acked: unknown key, did you mean intake.acked?"),
        ("zzz = 1", "warraqd.toml:1: zzz: unknown key"),
        ("\n[[store]]\n", "warraqd.toml:2: store: expected the table [store], found a list"),
        (
            "store = { days = 1.5 }",
            "warraqd.toml:1: store.days: expected a whole number, found a number with a fraction"
        ),
        (
            "[store.days]\nx = 1",
            "warraqd.toml:1: store.days: expected a whole number, found a table"
        ),
        (
            "[store]\ndirectory = 'warraq'",
            "warraqd.toml:2: store.directory: \"warraq\" must be an absolute path"
        ),
        (
            "[store]\ndirectory = '/\(String(repeating: "d", count: 100))'",
            "warraqd.toml:2: store.directory: the path is too long for the control socket in it: "
                + "set control.listen"
        ),
        (
            "[feed]\nreplay = ['tcp://127.0.0.1:7801']",
            "warraqd.toml:2: feed.replay: tcp://127.0.0.1:7801 is bound by intake.acked already"
        ),
        (
            "[control]\nlisten = 'tcp://*:7000'",
            "warraqd.toml:2: control.listen: \"tcp://*:7000\" must be local and without a prefix: "
                + "whoever reaches it can stop and change the daemon"
        ),
        (
            "[http]\nlisten = '0.0.0.0:80'",
            "warraqd.toml:2: http.listen: \"0.0.0.0:80\" leaves this machine, and nothing there is "
                + "encrypted: set security.allowPlaintext = true if that is meant"
        ),
        (
            "[http]\nlisten = 'example.org:80'",
            "warraqd.toml:2: http.listen: \"example.org:80\": the host must be an address in digits, "
                + "localhost or *"
        ),
    ])
    func `a wrong value names its key and line`(text: String, problem: String) {
        #expect(problems(text) == [problem])
    }

    @Test func `a file that cannot be read is a problem`() {
        #expect(throws: SettingsProblems.self) {
            try Settings.load(file: "/nonexistent/warraqd.toml", environment: [:])
        }
        do throws(SettingsProblems) {
            _ = try Settings.load(file: "/nonexistent/warraqd.toml", environment: [:])
        } catch {
            #expect(error.description == "/nonexistent/warraqd.toml: No such file or directory")
        }
    }

    @Test func `a network endpoint is taken when plaintext is allowed`() throws {
        let settings = try settings(
            "[intake]\nacked = ['tcp://*:7801']\n[security]\nallowPlaintext = true")
        #expect(settings.intake.acked.map(\.isLocal) == [false])
    }

    @Test func `a reload takes up what it can and names the rest`() throws {
        let old = try settings("[store]\ndays = 3")
        let new = try settings(
            "[store]\ndays = 4\n[feed]\npublish = []\n[log]\nlevel = 'error'")
        #expect(
            old.changes(in: new) == [
                SettingsChange(
                    key: "feed.publish", old: "[\"tcp://127.0.0.1:7810\"]", new: "[]",
                    takesEffect: .restart),
                SettingsChange(key: "store.days", old: "3", new: "4", takesEffect: .reload),
                SettingsChange(
                    key: "log.level", old: "\"info\"", new: "\"error\"", takesEffect: .reload),
            ])
        let reloaded = old.reloaded(with: new)
        #expect(reloaded.store.days == 4)
        #expect(reloaded.log.level == .error)
        #expect(reloaded.feed.publish == old.feed.publish)
        #expect(reloaded.changes(in: new).map(\.key) == ["feed.publish"])
    }
}
