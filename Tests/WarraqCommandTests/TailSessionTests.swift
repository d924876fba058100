import Foundation
import Synchronization
import Testing
import ZeroMQ

@testable import warraq

/// A feed whose live half loses what the test says, and whose replay half has everything.
private final class ScriptedFeed: Sendable {
    let publisher: ScriptedPeer
    let replayer: ScriptedPeer
    private let requests: RequestLog

    final class RequestLog: Sendable {
        let all = Mutex<[String]>([])
        let subscribed = DispatchSemaphore(value: 0)
        let asked = DispatchSemaphore(value: 0)
    }

    init(stored: [[[UInt8]]], pageSize: Int = 100) throws {
        let requests = RequestLog()
        self.requests = requests
        publisher = try ScriptedPeer(.extendedPublish) { message in
            if message.first == [1] + Array("heartbeat".utf8) { requests.subscribed.signal() }
            return []
        }
        replayer = try ScriptedPeer(.router) { message in
            requests.all.withLock { $0.append(words(message)[3]) }
            requests.asked.signal()
            struct Get: Decodable { let after: Int, request: String }
            guard let get = try? JSONDecoder().decode(Get.self, from: Data(message[3])) else {
                return [[message[0]] + frames("WRQ1", "ERR", #"{"code":"badRequest","reason":""}"#)]
            }
            let page = stored.dropFirst(get.after).prefix(pageSize)
            let last = get.after + page.count
            let end =
                #"{"epoch":"e","last":\#(last),"more":\#(last < stored.count),"oldest":1,"#
                + #""request":"\#(get.request)"}"#
            return page.map { [message[0]] + frames("WRQ1", "REC") + $0 }
                + [[message[0]] + frames("WRQ1", "END", end)]
        }
    }

    func waitForSubscriber() { requests.subscribed.wait() }
    func waitForRequest() { requests.asked.wait() }
    var requestsSeen: [String] { requests.all.withLock { $0 } }
}

struct TailSessionTests {
    private static func record(_ seq: Int) -> [[UInt8]] {
        frames(
            "article/new/ar/a.ma", #"{"epoch":"e","seq":\#(seq),"prev":\#(seq - 1)}"#,
            #"{"n":\#(seq)}"#)
    }

    private static func line(_ seq: Int) -> String {
        #"{"topic":"article/new/ar/a.ma","header":{"epoch":"e","seq":\#(seq),"prev":\#(seq - 1)},"#
            + #""record":{"n":\#(seq)}}"#
    }

    private func request(
        _ feed: ScriptedFeed, prefixes: [String] = [], after: UInt64? = nil, count: Int? = nil,
        timeout: Duration = .seconds(20), follows: Bool = true
    ) -> TailSession.Request {
        TailSession.Request(
            publishAddress: feed.publisher.address, replayAddress: feed.replayer.address,
            prefixes: prefixes, after: after, count: count, timeout: timeout, follows: follows)
    }

    private func run(_ request: TailSession.Request) throws -> (TailSession.End, [String]) {
        var session = TailSession(request)
        var output: [UInt8] = []
        let end = try session.run { output += $0 }
        return (
            end, String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
        )
    }

    @Test func `everything stored is printed page by page and then it stops`() throws {
        let feed = try ScriptedFeed(stored: (1...250).map(Self.record), pageSize: 100)
        let (end, lines) = try run(request(feed, after: 0, follows: false))
        #expect(end == .caughtUp)
        #expect(lines == (1...250).map(Self.line))
        #expect(
            feed.requestsSeen.first
                == #"{"after":0,"prefixes":[],"limit":1000,"request":"1"}"#)
        #expect(
            feed.requestsSeen.last
                == #"{"after":200,"prefixes":[],"limit":1000,"epoch":"e","request":"3"}"#)
    }

    @Test func `what the live feed lost comes by replay in its place`() throws {
        let feed = try ScriptedFeed(stored: (1...6).map(Self.record))
        let publishing = Thread {
            feed.waitForSubscriber()
            for seq in [2, 3, 6] { feed.publisher.send(Self.record(seq)) }
        }
        publishing.start()
        let (end, lines) = try run(request(feed, count: 5))
        #expect(end == .counted)
        #expect(lines == (2...6).map(Self.line))
    }

    @Test func `a heartbeat that is ahead brings what was lost at the end`() throws {
        let feed = try ScriptedFeed(stored: (1...4).map(Self.record))
        let publishing = Thread {
            feed.waitForSubscriber()
            feed.publisher.send(Self.record(2))
            feed.publisher.send(frames("heartbeat", #"{"epoch":"e","seq":4}"#, ""))
        }
        publishing.start()
        let (end, lines) = try run(request(feed, prefixes: ["article/"], count: 3))
        #expect(end == .counted)
        #expect(lines == (2...4).map(Self.line))
    }

    @Test func `a withheld record is null`() throws {
        let header = #"{"epoch":"e","seq":1,"prev":0,"withheldBy":9}"#
        let feed = try ScriptedFeed(stored: [frames("article/new/ar/a.ma", header, "")])
        let (_, lines) = try run(request(feed, after: 0, count: 1))
        #expect(
            lines == [#"{"topic":"article/new/ar/a.ma","header":\#(header),"record":null}"#])
    }

    @Test func `the time runs out differently when nobody was there`() throws {
        let feed = try ScriptedFeed(stored: [])
        #expect(
            try run(request(feed, timeout: .milliseconds(100))).0 == .timedOut(heard: false))
        #expect(
            try run(request(feed, after: 0, timeout: .milliseconds(500))).0
                == .timedOut(heard: true))
    }
}
