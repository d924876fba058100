import Foundation
import Synchronization
import Testing
import WarraqServer
import ZeroMQ

@testable import warraq

struct PushSessionTests {
    /// A session that pushes `bodies` as lines to `address`.
    private func session(
        _ bodies: [String], to address: String, limit: Int = 64, timeout: Duration = .seconds(20)
    ) throws -> PushSession {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        let lines = bodies.map { #"{"content":"\#($0)"}"# }.joined(separator: "\n")
        try Data(lines.utf8).write(to: file)
        return try PushSession(
            address: address,
            source: PushSource(
                files: [file.path], hasLines: true,
                header: PushHeader(json: nil, overrides: [:])),
            limit: limit, timeout: timeout, run: "t")
    }

    private func accepted(_ request: [[UInt8]]) -> [[UInt8]] {
        [request[0]] + frames("WRQ1", "ACK")
            + [request[3], Array(#"{"uri":"u","outcome":"new","seq":1,"epoch":"e"}"#.utf8)]
    }

    @Test func `every article is sent as the protocol says and its answer printed`() throws {
        let seen = Mutex<[[String]]>([])
        let peer = try ScriptedPeer(.router) { request in
            seen.withLock { $0.append(words(Array(request.dropFirst()))) }
            return [accepted(request)]
        }
        var session = try session(["واحد", "اثنان"], to: peer.address)
        var output: [UInt8] = []
        try session.run { output += $0 }
        #expect(
            seen.withLock { $0 } == [
                ["WRQ1", "PUT", "push-t-1", "{}", "واحد"],
                ["WRQ1", "PUT", "push-t-2", "{}", "اثنان"],
            ])
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.hasPrefix(#"{"input":1,"from":""#) == true)
        #expect(
            lines.first?.hasSuffix(
                #":1","id":"push-t-1","reply":"ACK","uri":"u","outcome":"new","seq":1,"epoch":"e"}"#
            )
                == true)
        #expect(session.summary.counts == ["new": 2])
    }

    @Test func `an article that is not answered is sent again under the same id`() throws {
        let seen = Mutex<[String]>([])
        let peer = try ScriptedPeer(.router) { request in
            let id = words(request)[3]
            let isFirst = seen.withLock { ids in
                defer { ids.append(id) }
                return !ids.contains(id)
            }
            return isFirst && id == "push-t-1" ? [] : [accepted(request)]
        }
        var session = try session(["a", "b", "c", "d"], to: peer.address, limit: 2)
        try session.run { _ in }
        #expect(
            seen.withLock { $0 } == ["push-t-1", "push-t-2", "push-t-1", "push-t-3", "push-t-4"])
        #expect(session.summary.counts == ["new": 4])
        #expect(session.summary.resent == 1)
    }

    @Test func `a refusal is final and a retryable one is not`() throws {
        let seen = Mutex<[String]>([])
        let peer = try ScriptedPeer(.router) { request in
            let (id, body) = (words(request)[3], words(request)[5])
            let isFirst = seen.withLock { ids in
                defer { ids.append(id) }
                return !ids.contains(id)
            }
            guard body == "bad" || isFirst else { return [accepted(request)] }
            let code = body == "bad" ? "notText" : "storage"
            let reply =
                #"{"code":"\#(code)","reason":"r","retryable":\#(code == "storage")}"#
            return [[request[0]] + frames("WRQ1", "NAK") + [request[3], Array(reply.utf8)]]
        }
        var session = try session(["bad", "later"], to: peer.address)
        var output: [UInt8] = []
        try session.run { output += $0 }
        #expect(seen.withLock { $0 } == ["push-t-1", "push-t-2", "push-t-2"])
        #expect(session.summary.counts == ["notText": 1, "new": 1])
        #expect(session.summary.refused == 1)
        #expect(
            String(decoding: output, as: UTF8.self).contains(#""reply":"NAK","code":"notText""#))
    }

    @Test func `a daemon that is not there is said to be unreachable`() throws {
        var session = try session(["a"], to: "tcp://127.0.0.1:1", timeout: .milliseconds(300))
        let failure = #expect(throws: CommandFailure.self) {
            try session.run { _ in }
        }
        #expect(failure?.status == .unreachable)
    }

    @Test func `a daemon that falls silent is a time-out`() throws {
        let peer = try ScriptedPeer(.router) { request in
            words(request)[5] == "a" ? [accepted(request)] : []
        }
        var session = try session(["a", "b"], to: peer.address, timeout: .milliseconds(500))
        let failure = #expect(throws: CommandFailure.self) {
            try session.run { _ in }
        }
        #expect(failure?.status == .timedOut)
    }

    @Test func `lines that are no articles are counted and the rest goes on`() throws {
        let peer = try ScriptedPeer(.router) { [accepted($0)] }
        var session = try session(
            [#"a"}"# + "\nnonsense\n\n" + #"{"content":"b"#], to: peer.address)
        try session.run { _ in }
        #expect(session.summary.answered == 2)
        #expect(session.unreadable == 1)
    }
}
