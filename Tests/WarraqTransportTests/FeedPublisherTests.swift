import Testing
import WarraqCore
import WarraqTransport
import ZeroMQ

struct FeedPublisherTests {
    @Test func `records reach the subscribers that want them, in order`() throws {
        let fixture = try FeedFixture()
        let all = try fixture.subscriber("article/")
        let some = try fixture.subscriber("article/new/ar/b.com")
        let sent = Inbox<Int>()
        fixture.publisher.publish(
            [feedMessage(1), feedMessage(2, host: "b.com")], sent: { sent.put(1) })
        fixture.publisher.publish([feedMessage(3)], sent: { sent.put(2) })
        for (sequence, host) in [(1, "a.com"), (2, "b.com"), (3, "a.com")] {
            #expect(
                try all.next() == ["article/new/ar/\(host)", "{\"seq\":\(sequence)}", "xxxxxxxxxx"])
        }
        #expect(try some.next()[1] == #"{"seq":2}"#)
        #expect(try sent.next() == 1)
        #expect(try sent.next() == 2)
        #expect(fixture.state.lastPublished == 3)
        #expect(fixture.metrics.dropped[.feed].value == 0)
    }

    @Test func `heartbeats say the last sequence number of the feed`() throws {
        let fixture = try FeedFixture(lastPublished: 7, heartbeat: .milliseconds(5))
        let subscriber = try Socket(
            .subscribe, in: fixture.context, options: [.subscribe(Array("heartbeat".utf8))])
        try subscriber.connect(fixture.addresses.publish[0])
        #expect(try subscriber.next() == ["heartbeat", #"{"epoch":"e1","seq":7}"#, ""])
        fixture.publisher.publish([feedMessage(8)], sent: {})
        var last = ""
        while last != #"{"epoch":"e1","seq":8}"# { last = try subscriber.next()[1] }
    }

    @Test func `a subscriber that never reads costs the others nothing`() throws {
        let fixture = try FeedFixture(subscriberMessages: 50)
        let good = try fixture.subscriber("article/", options: [.receiveHighWater(0)])
        let stalled = try fixture.subscriber("article/", options: [.receiveHighWater(1)])
        // Far more than two high water marks and what the kernel holds.
        let count = 400
        let sent = Inbox<Bool>()
        for sequence in 1...count {
            fixture.publisher.publish([feedMessage(UInt64(sequence), size: 50_000)], sent: {})
        }
        fixture.publisher.publish([], sent: { sent.put(true) })
        for sequence in 1...count { #expect(try good.next()[1] == "{\"seq\":\(sequence)}") }
        _ = try sent.next()
        #expect(fixture.metrics.dropped[.feed].value > 0)
        #expect(fixture.state.lastPublished == UInt64(count))

        // What it did get is in order and without a gap up to where it stalled.
        var expected = 1
        while try stalled.waitUntilReadable(timeout: .milliseconds(200)), expected <= 10 {
            #expect(try stalled.next()[1] == "{\"seq\":\(expected)}")
            expected += 1
        }
        #expect(expected > 10)
    }

    @Test func `what was queued before the end is published`() throws {
        let fixture = try FeedFixture()
        let subscriber = try fixture.subscriber("article/")
        let sent = Inbox<Bool>()
        fixture.publisher.publish((1...500).map { feedMessage($0) }, sent: { sent.put(true) })
        fixture.publisher.stop()
        _ = try sent.next()
        for sequence in 1...500 { #expect(try subscriber.next()[1] == "{\"seq\":\(sequence)}") }
    }

    @Test func `a subscriber with endless subscriptions brings a new socket, and others come back`()
        throws
    {
        let fixture = try FeedFixture(heartbeat: .milliseconds(20))
        let hostile = try Socket(
            .extendedSubscribe, in: fixture.context, options: [.sendHighWater(0)])
        try hostile.connect(fixture.addresses.publish[0])
        for number in 0..<100_100 {
            try hostile.waitAndSend([[1] + Array("hostile/\(number)".utf8)])
        }
        #expect(fixture.metrics.wait(for: \.reboundSockets, toReach: 1))
        let good = try Socket(
            .subscribe, in: fixture.context, options: [.subscribe(Array("heartbeat".utf8))])
        try good.connect(fixture.addresses.publish[0])
        #expect(try good.next()[0] == "heartbeat")
        #expect(fixture.failures.isEmpty)
    }
}
