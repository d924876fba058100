import Testing
import WarraqCore
import WarraqTransport
import ZeroMQ

struct ReplayServiceTests {
    private let journal = MemoryJournal(
        (1...5).map { feedMessage($0, host: $0 == 3 ? "b.com" : "a.com") })

    private func get(_ client: borrowing Socket, _ json: String) throws {
        #expect(try client.send(Message("WRQ1", "GET", json)) == .accepted)
    }

    @Test func `records come back as they were published, then the end`() throws {
        let fixture = try FeedFixture(journal: journal, lastPublished: 4)
        let client = try fixture.replayClient()
        try get(client, #"{"after":1,"limit":2,"request":"r"}"#)
        #expect(
            try client.next() == [
                "WRQ1", "REC", "article/new/ar/a.com", #"{"seq":2}"#, "xxxxxxxxxx",
            ])
        #expect(
            try client.next() == [
                "WRQ1", "REC", "article/new/ar/b.com", #"{"seq":3}"#, "xxxxxxxxxx",
            ])
        #expect(
            try client.next() == [
                "WRQ1", "END", #"{"epoch":"e1","last":3,"more":true,"oldest":1,"request":"r"}"#,
            ])
        // The fifth is not published yet, so nobody speaks of it.
        try get(client, #"{"after":3}"#)
        #expect(try client.next()[3] == #"{"seq":4}"#)
        #expect(try client.next()[2] == #"{"epoch":"e1","last":4,"more":false,"oldest":1}"#)
    }

    @Test func `requests of one connection are answered in order`() throws {
        let fixture = try FeedFixture(journal: journal, lastPublished: 5)
        let client = try fixture.replayClient()
        for number in 0..<10 {
            try get(client, #"{"prefixes":["article/new/ar/b"],"request":\#(number)}"#)
        }
        for number in 0..<10 {
            #expect(try client.next()[3] == #"{"seq":3}"#)
            #expect(
                try client.next()[2]
                    == #"{"epoch":"e1","last":5,"more":false,"oldest":1,"request":\#(number)}"#)
        }
        #expect(fixture.metrics.replayed.value == 10)
    }

    @Test(arguments: [
        (["WRQ1", "GET", "no"], "badRequest", "request is not JSON"),
        (["WRQ1", "GET"], "badFrames", "GET has 2 frames, expected 3"),
        (["WRQ1", "PUT", "i", "h", "b"], "badVerb", "verb is not one of GET, PING"),
        (["WRQ1", "GET", #"{"epoch":"e0"}"#], "wrongEpoch", "feed's epoch is e1"),
        (["WRQ1", "GET", "{}", "", "", "", "", ""], "badFrames", "message is too large"),
    ])
    func `what makes no sense gets an ERR`(frames: [String], code: String, reason: String) throws {
        let fixture = try FeedFixture(journal: journal)
        let client = try fixture.replayClient()
        try client.send(Message(frames.map { Array($0.utf8) }))
        #expect(
            try client.next() == ["WRQ1", "ERR", #"{"code":"\#(code)","reason":"\#(reason)"}"#])
        let label = try #require(Metrics.MalformedReason(rawValue: code))
        #expect(fixture.metrics.malformed[label].value == 1)
        try client.send(Message("WRQ1", "PING"))
        #expect(try client.next()[1] == "PONG")
    }

    @Test func `a journal that cannot be read is said so`() throws {
        let fixture = try FeedFixture(journal: MemoryJournal(failure: .unavailable("disk")))
        let client = try fixture.replayClient()
        try get(client, "{}")
        #expect(
            try client.next() == [
                "WRQ1", "ERR", #"{"code":"storage","reason":"store is unavailable: disk"}"#,
            ])
    }

    @Test func `a peer that never reads its replay is given up, and others are served meanwhile`()
        throws
    {
        let large = MemoryJournal((1...1000).map { feedMessage($0, size: 20_000) })
        let fixture = try FeedFixture(
            journal: large, lastPublished: 1000, replayPatience: .milliseconds(100))
        let deaf = try Socket(.dealer, in: fixture.context, options: [.receiveHighWater(1)])
        try deaf.connect(fixture.addresses.replay[0])
        try get(deaf, "{}")
        let client = try fixture.replayClient()
        try get(client, #"{"after":998}"#)
        #expect(try client.next()[3] == #"{"seq":999}"#)
        #expect(try client.next()[3] == #"{"seq":1000}"#)
        #expect(try client.next()[1] == "END")
        while fixture.metrics.dropped[.reply].value == 0 {
            try client.send(Message("WRQ1", "PING"))
            #expect(try client.next()[1] == "PONG")
        }
    }

    @Test func `a long replay is complete for a peer that reads`() throws {
        let large = MemoryJournal((1...1000).map { feedMessage($0, size: 5000) })
        let fixture = try FeedFixture(journal: large, lastPublished: 1000)
        let client = try fixture.replayClient()
        try get(client, "{}")
        for sequence in 1...1000 { #expect(try client.next()[3] == "{\"seq\":\(sequence)}") }
        #expect(try client.next()[1] == "END")
        #expect(fixture.metrics.dropped[.reply].value == 0)
    }
}

struct ControlServiceTests {
    @Test func `a control request is answered`() throws {
        let fixture = try FeedFixture()
        let client = try ControlClient(endpoint: fixture.addresses.control[0], in: fixture.context)
        let echo = ControlRequest(verb: "echo", arguments: Array(#"{"a":1}"#.utf8))
        #expect(
            try client.ask(echo, timeout: patience)
                == .lines([Array(#"{"a":1}"#.utf8), Array("{}".utf8)]))
        #expect(
            try client.ask(ControlRequest(verb: "nothing"), timeout: patience)
                == .refused(code: "unknown", reason: "no such verb"))
        #expect(try client.ask(ControlRequest(verb: "silence"), timeout: .milliseconds(1)) == nil)
    }

    @Test func `a stranger on the control socket is told so`() throws {
        let fixture = try FeedFixture()
        let client = try Socket(.dealer, in: fixture.context)
        try client.connect(fixture.addresses.control[0])
        try client.send(Message("WRQ1", "PING"))
        #expect(
            try client.next() == [
                "CTL1", "ERR", #"{"code":"badRequest","reason":"first frame is not CTL1"}"#,
            ])
        try client.send(Message("CTL1", "echo"))
        #expect(
            try client.next() == [
                "CTL1", "ERR", #"{"code":"badFrames","reason":"request has 2 frames, expected 3"}"#,
            ])
    }

    @Test func `nobody there is no answer`() throws {
        let context = try Context(linger: .zero)
        let client = try ControlClient(endpoint: "ipc:///nonexistent/control", in: context)
        #expect(try client.ask(ControlRequest(verb: "status"), timeout: .milliseconds(20)) == nil)
    }
}
