import ArticleExtraction
import Testing
import WarraqCore
import WarraqTransport
import ZeroMQ

struct HostileIntakeTests {
    @Test func `random messages on every socket stop nothing`() throws {
        let fixture = try IntakeFixture(maxArticles: 100_000, maxArticleBytes: 5000)
        var generator = SplitMix(state: 7)
        let dealer = try fixture.client(.dealer, to: fixture.addresses.acked[0])
        let pusher = try fixture.client(.push, to: fixture.addresses.pull[0])
        let words = [
            "WRQ1", "PUT", "PING", "GET", "", "{}", #"{"url":1}"#, #"{"content":"x"}"#, "\u{0}",
        ]
        var pushed = 0
        for _ in 0..<3000 {
            let frames: [[UInt8]] = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                if Bool.random(using: &generator) {
                    return Array((words.randomElement(using: &generator) ?? "").utf8)
                }
                let count = Int.random(in: 0...200, using: &generator)
                return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            }
            if Bool.random(using: &generator) {
                try dealer.waitAndSend(frames)
                while case .message = try dealer.receive(within: messageLimits) {}
            } else {
                try pusher.waitAndSend(frames)
                pushed += 1
            }
        }
        for _ in 0..<pushed { while try fixture.sink.submissions.next().origin.name == "acked" {} }
        try fixture.expectAlive()
        #expect(fixture.failures.isEmpty)
    }

    @Test func `garbage instead of a greeting is cut and counted`() throws {
        let fixture = try IntakeFixture()
        for seed in 0..<20 {
            var generator = SplitMix(state: UInt64(seed))
            let connection = try RawConnection(to: fixture.addresses.acked[0])
            // 0xFF first would begin a greeting, for which libzmq waits.
            connection.send(
                [UInt8(seed)] + (0..<500).map { _ in UInt8.random(in: 0...255, using: &generator) })
            connection.close()
        }
        try fixture.expectAlive()
        #expect(fixture.failures.isEmpty)
    }

    @Test func `a peer that pings and never reads costs a bounded number of answers`() throws {
        let fixture = try IntakeFixture()
        let deaf = try fixture.client(
            .dealer, to: fixture.addresses.acked[1],
            options: [.receiveHighWater(1), .routingID([1]), .sendHighWater(0)])
        for _ in 0..<60_000 { try deaf.waitAndSend([Array("WRQ1".utf8), Array("PING".utf8)]) }
        while fixture.metrics.dropped[.reply].value == 0 {
            try fixture.expectAlive()
        }
        #expect(fixture.metrics.dropped[.reply].value > 0)
    }

    @Test func `an endless message brings a rebind when memory is beyond its limit`() throws {
        // Every process is beyond a limit of one byte.
        let fixture = try IntakeFixture(residentBytes: 1)
        let connection = try RawConnection(to: fixture.addresses.acked[0])
        connection.greetAsDealer()
        for _ in 0..<1000 { connection.send([1, 1, 65]) }  // one-byte frames with MORE
        #expect(fixture.metrics.wait(for: \.reboundSockets, toReach: 3))
        try fixture.expectAlive()
        let pusher = try fixture.client(.push, to: fixture.addresses.pull[0])
        try pusher.send(Message("after"))
        #expect(try fixture.sink.submissions.next().article?.body == Array("after".utf8))
        connection.close()
        #expect(fixture.failures.isEmpty)
    }
}

extension Socket {
    borrowing func waitAndSend(_ frames: [[UInt8]]) throws {
        #expect(try send(frames: frames, waitingAtMost: patience) == .accepted)
    }
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
