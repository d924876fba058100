import Foundation
import Logging
import Testing

@testable import WarraqServer

struct LogDestinationTests {
    private let lines = Lines()

    private func destination(
        _ level: Logger.Level = .trace, _ style: LogDestination.Style = .journal
    ) -> LogDestination {
        LogDestination(level: level, style: style, write: lines.append)
    }

    @Test(arguments: [
        (Logger.Level.trace, 7), (.debug, 7), (.info, 6), (.notice, 5), (.warning, 4), (.error, 3),
        (.critical, 2),
    ])
    func `journald is told the priority`(level: Logger.Level, priority: Int) {
        destination().logger("intake").log(level: level, "Listening")
        #expect(lines.all == ["<\(priority)>intake: Listening\n"])
    }

    @Test func `an event is one line whatever is in it`() {
        var logger = destination().logger("store")
        logger[metadataKey: "store.directory"] = "/srv/a b"
        logger.notice(
            "Opened\nwith care",
            metadata: [
                "b": "x\u{1B}[31m", "a": "say \"hi\"", "empty": "", "zmq.endpoint": "tcp://a:1",
            ])
        #expect(
            lines.all == [
                #"<5>store: Opened\u{a}with care a="say \"hi\"" b=x\u{1b}[31m empty="" "#
                    + #"store.directory="/srv/a b" zmq.endpoint=tcp://a:1"# + "\n"
            ])
    }

    @Test func `a person sees the time and the level`() throws {
        destination(.info, .plain).logger("daemon").warning("Degraded")
        let line = try #require(lines.all.first)
        let parts = line.split(separator: " ", maxSplits: 1)
        #expect(parts.last == "warning daemon: Degraded\n")
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        let date = try #require(formatter.date(from: String(parts[0])))
        #expect(abs(date.timeIntervalSinceNow) < 60)
    }

    @Test func `a changed level holds for the loggers there are`() {
        let destination = destination(.warning)
        let logger = destination.logger("daemon")
        logger.info("first")
        destination.level = .info
        logger.info("second")
        #expect(lines.all == ["<6>daemon: second\n"])
    }

    @Test func `journald is known by the stream and not by the variable alone`() throws {
        let file = try #require(tmpfile())
        defer { fclose(file) }
        var status = stat()
        #expect(fstat(fileno(file), &status) == 0)
        let stream = "\(status.st_dev):\(status.st_ino)"
        let other = "\(status.st_dev):\(status.st_ino + 1)"
        #expect(
            LogDestination.isJournal(
                environment: ["JOURNAL_STREAM": stream], descriptor: fileno(file)))
        #expect(
            !LogDestination.isJournal(
                environment: ["JOURNAL_STREAM": other], descriptor: fileno(file)))
        #expect(!LogDestination.isJournal(environment: [:], descriptor: fileno(file)))
    }
}
