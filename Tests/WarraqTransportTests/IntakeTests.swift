import ArticleExtraction
import Testing
import WarraqCore
import WarraqTransport
import ZeroMQ

struct IntakeTests {
    @Test(arguments: [0, 1])
    func `an article goes in and its answer comes back`(endpoint: Int) throws {
        let fixture = try IntakeFixture()
        let client = try fixture.client(.dealer, to: fixture.addresses.acked[endpoint])
        try client.send(Message("WRQ1", "PUT", "id-1", #"{"url":"http://a/"}"#, "نص"))
        let submission = try fixture.sink.submissions.next()
        #expect(submission.article?.header.url == "http://a/")
        #expect(submission.article?.body == Array("نص".utf8))
        #expect(fixture.admission.load.articles == 1)
        #expect(fixture.admission.load.bytes == 23)

        let route = try #require(submission.origin.route)
        #expect(route.id == Array("id-1".utf8))
        let uri = ArticleURI(body: [65], url: nil)
        fixture.intake.send([
            Reply(
                route: route,
                answer: .accepted(
                    items: [Acknowledgement(uri: uri, outcome: .new, sequence: 42)], repeated: false
                ))
        ])
        #expect(
            try client.next() == [
                "WRQ1", "ACK", "id-1", #"{"uri":"\#(uri)","outcome":"new","seq":42,"epoch":"e1"}"#,
            ])
    }

    @Test func `a REQ socket gets its delimiter back`() throws {
        let fixture = try IntakeFixture()
        let client = try fixture.client(.request, to: fixture.addresses.acked[0])
        try client.send(Message("WRQ1", "PUT", "r", "", "نص"))
        let submission = try fixture.sink.submissions.next()
        let route = try #require(submission.origin.route)
        #expect(route.envelope.count == 2)
        #expect(route.envelope[1] == [])
        fixture.intake.send([Reply(route: route, answer: .refused(.storage, deadLetter: nil))])
        #expect(
            try client.next() == [
                "WRQ1", "NAK", "r",
                #"{"code":"storage","reason":"store refuses for now, send again","retryable":true}"#,
            ])
        try client.send(Message("WRQ1", "PING"))
        #expect(try client.next()[1] == "PONG")
    }

    @Test func `PULL and SUB take articles too`() throws {
        let fixture = try IntakeFixture(topics: ["news/"])
        let pusher = try fixture.client(.push, to: fixture.addresses.pull[0])
        try pusher.send(Message("{}", "a"))
        #expect(try fixture.sink.submissions.next().origin == .pull(topic: nil))

        let publisher = try fixture.client(.extendedPublish, to: fixture.addresses.subscribe[0])
        #expect(try publisher.next() == ["\u{1}news/"])
        try publisher.send(Message("sports/", "unwanted"))
        try publisher.send(Message("news/x", #"{"title":"ع"}"#, "b"))
        let submission = try fixture.sink.submissions.next()
        #expect(submission.origin == .subscribe(topic: Array("news/x".utf8)))
        #expect(submission.article?.header.title == "ع")
        #expect(submission.article?.body == [0x62])
    }

    @Test(arguments: [
        (["WRQ1", "PUT"], "badFrames", "PUT has 2 frames, expected 5"),
        (["WRQ1", "STEAL", "x"], "badVerb", "verb is not one of PUT, PING"),
        (["hello"], "badRequest", "first frame is not WRQ1"),
        (
            ["WRQ1"] + Array(repeating: "x", count: 50), "badFrames",
            "message has 52 frames or is too large"
        ),
    ])
    func `what makes no sense gets an ERR and is counted`(
        frames: [String], code: String, reason: String
    ) throws {
        let fixture = try IntakeFixture()
        let client = try fixture.client(.dealer, to: fixture.addresses.acked[0])
        try client.send(Message(frames.map { Array($0.utf8) }))
        #expect(
            try client.next() == ["WRQ1", "ERR", #"{"code":"\#(code)","reason":"\#(reason)"}"#])
        let label = try #require(Metrics.MalformedReason(rawValue: code))
        #expect(fixture.metrics.malformed[label].value == 1)
        try fixture.expectAlive()
        #expect(fixture.sink.submissions.isEmpty)
    }

    @Test func `a body beyond the limit is refused, up to four times the limit`() throws {
        let fixture = try IntakeFixture(maxArticleBytes: 1000)
        let client = try fixture.client(.dealer, to: fixture.addresses.acked[0])
        let body = [UInt8](repeating: 65, count: 4000)
        try client.send(Message(["WRQ1", "PUT", "x", "{}"].map { Array($0.utf8) } + [body]))
        let submission = try fixture.sink.submissions.next()
        #expect(submission.refusal?.rejection == .tooLarge(bytes: 4000, limit: 1000))
        #expect(submission.refusal?.body == body)
    }

    @Test func `a larger body is cut and counted, and others are served`() throws {
        let fixture = try IntakeFixture(maxArticleBytes: 1000)
        let good = try fixture.client(.dealer, to: fixture.addresses.acked[0])
        for address in [fixture.addresses.acked[0], fixture.addresses.acked[1]] {
            let client = try fixture.client(
                .dealer, to: address, options: [.reconnect(first: .seconds(60), longest: .zero)])
            let before = fixture.metrics.cutConnections.value
            try client.send(
                Message(
                    ["WRQ1", "PUT", "x", "{}"].map { Array($0.utf8) }
                        + [[UInt8](repeating: 65, count: 100_000_000)]))
            #expect(fixture.metrics.wait(for: \.cutConnections, toReach: before + 1))
        }
        try good.send(Message("WRQ1", "PUT", "y", "", "نص"))
        #expect(try fixture.sink.submissions.next().origin.route?.id == [0x79])
    }

    @Test func `a message of many large frames on PULL is refused by its size`() throws {
        let fixture = try IntakeFixture(maxArticleBytes: 50_000)
        let pusher = try fixture.client(.push, to: fixture.addresses.pull[0])
        let frame = [UInt8](repeating: 65, count: 200_000)
        try pusher.send(Message([frame, frame]))
        let large = try fixture.sink.submissions.next()
        #expect(large.refusal?.rejection == .tooLarge(bytes: 400_000, limit: 50_000))
        try pusher.send(Message(Array(repeating: frame, count: 20)))
        let many = try fixture.sink.submissions.next()
        #expect(
            many.refusal?.rejection
                == .badHeader(problem: "message has 20 frames, allowed are 1 to 3"))
        #expect(fixture.metrics.malformed[.badFrames].value == 1)
    }

    @Test func `nothing is read while there is no room, and reading goes on after`() throws {
        let fixture = try IntakeFixture(maxArticles: 2)
        let client = try fixture.client(.dealer, to: fixture.addresses.acked[0])
        let pusher = try fixture.client(.push, to: fixture.addresses.pull[0])
        for number in 0..<5 { try client.send(Message("WRQ1", "PUT", "\(number)", "", "a")) }
        let first = try fixture.sink.submissions.next()
        _ = try fixture.sink.submissions.next()
        try pusher.send(Message("b"))
        // A round trip through the intake thread, so that it had its chance to read too much.
        let route = try #require(first.origin.route)
        fixture.intake.send([Reply(route: route, answer: .refused(.empty, deadLetter: nil))])
        #expect(try client.next()[1] == "NAK")
        #expect(fixture.sink.submissions.isEmpty)
        #expect(fixture.admission.load.articles == 2)

        for _ in 0..<4 {
            fixture.admission.leave(articles: 1, bytes: 1)
            _ = try fixture.sink.submissions.next()
        }
        #expect(fixture.sink.submissions.isEmpty)
    }

    @Test func `unacked sockets rest while the store refuses`() throws {
        let fixture = try IntakeFixture()
        fixture.admission.setStoreRefuses(true)
        let pusher = try fixture.client(.push, to: fixture.addresses.pull[0])
        try pusher.send(Message("pushed"))
        let client = try fixture.client(.dealer, to: fixture.addresses.acked[0])
        try client.send(Message("WRQ1", "PUT", "1", "", "acked"))
        #expect(try fixture.sink.submissions.next().origin.name == "acked")
        try fixture.expectAlive()
        #expect(fixture.sink.submissions.isEmpty)
        fixture.admission.setStoreRefuses(false)
        #expect(try fixture.sink.submissions.next().origin.name == "pull")
    }

    @Test func `an answer to a peer that is gone is counted, not waited for`() throws {
        let fixture = try IntakeFixture()
        let stranger = ReplyRoute(socket: 0, envelope: [[1, 2, 3]], id: [1])
        fixture.intake.send([Reply(route: stranger, answer: .refused(.empty, deadLetter: 1))])
        try fixture.expectAlive()
        #expect(fixture.metrics.dropped[.reply].value == 1)
    }

    @Test func `reading stops when told to, and answers still go out`() throws {
        let fixture = try IntakeFixture()
        let client = try fixture.client(.dealer, to: fixture.addresses.acked[0])
        try client.send(Message("WRQ1", "PUT", "1", "", "a"))
        let route = try #require(try fixture.sink.submissions.next().origin.route)
        let stopped = Inbox<Bool>()
        fixture.intake.stopReading { stopped.put(true) }
        _ = try stopped.next()
        try client.send(Message("WRQ1", "PUT", "2", "", "b"))
        fixture.intake.send([Reply(route: route, answer: .refused(.draining, deadLetter: nil))])
        #expect(try client.next()[2] == "1")
        fixture.intake.stop()
        #expect(fixture.sink.submissions.isEmpty)
    }

    @Test func `answers queued before the end are delivered`() throws {
        let fixture = try IntakeFixture()
        let client = try fixture.client(.dealer, to: fixture.addresses.acked[0])
        try client.send(Message("WRQ1", "PUT", "1", "", "a"))
        let route = try #require(try fixture.sink.submissions.next().origin.route)
        let reply = Reply(route: route, answer: .refused(.draining, deadLetter: nil))
        fixture.intake.send(Array(repeating: reply, count: 500))
        fixture.intake.stop()
        for _ in 0..<500 { #expect(try client.next()[1] == "NAK") }
    }

    @Test func `an address in use is said with its name`() throws {
        let fixture = try IntakeFixture()
        let taken = Endpoint(address: fixture.addresses.pull[0], direction: .bind)
        let second = try Intake(
            configuration: IntakeConfiguration(acked: [taken]), context: fixture.context,
            admission: Admission(maxArticles: 1, maxBytes: 1), sink: fixture.sink,
            state: fixture.state, metrics: fixture.metrics, logger: quietLogger, onFailure: { _ in }
        )
        let error = try #require(throws: ZeroMQError.self) { try second.start() }
        #expect(error.description == "zmq_bind \(taken.address): Address already in use [98]")
        second.stop()
    }
}
