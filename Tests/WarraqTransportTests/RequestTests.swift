import Testing
import WarraqCore

@testable import WarraqTransport

struct RequestTests {
    private func intake(_ frames: String...) throws -> IntakeRequest {
        try IntakeRequest(RoutedRequest([[1, 2]] + frames.map { Array($0.utf8) }))
    }

    @Test func `requests are read, with and without a delimiter`() throws {
        #expect(try intake("WRQ1", "PING") == .ping)
        #expect(try intake("", "WRQ1", "PING") == .ping)
        #expect(
            try intake("WRQ1", "PUT", "i", "h", "b")
                == .put(id: [0x69], header: [0x68], body: [0x62]))
        #expect(try intake("", "WRQ1", "PUT", "", "", "") == .put(id: [], header: [], body: []))
        #expect(RoutedRequest([[1], [], [2]]).envelope == [[1], []])
        #expect(RoutedRequest([[1], [2]]).envelope == [[1]])
    }

    @Test(
        arguments: [
            ([], .badFrames), ([""], .badFrames), (["", ""], .badRequest), (["WRQ1"], .badFrames),
            (["WRQ2", "PING"], .badRequest), (["PUT", "i", "h", "b"], .badRequest),
            (["WRQ1", "GET", "{}"], .badVerb), (["WRQ1", "put", "i", "h", "b"], .badVerb),
            (["WRQ1", ""], .badVerb), (["WRQ1", "PUT", "i", "h"], .badFrames),
            (["WRQ1", "PUT", "i", "h", "b", "x"], .badFrames), (["WRQ1", "PING", ""], .badFrames),
        ] as [([String], Metrics.MalformedReason)])
    func `what makes no sense is named`(frames: [String], reason: Metrics.MalformedReason) throws {
        let request = RoutedRequest([[1]] + frames.map { Array($0.utf8) })
        let error = try #require(throws: Malformed.self) { try IntakeRequest(request) }
        #expect(error.reason == reason)
        #expect(error.frames.count == 3)
        #expect(error.frames[1] == Array("ERR".utf8))
    }

    private func replay(_ json: String) throws -> ReplayRequest {
        try ReplayRequest(json: Array(json.utf8), epoch: "e1")
    }

    @Test func `a replay request has defaults and bounds`() throws {
        let plain = try replay("{}")
        #expect(plain.after == 0)
        #expect(plain.prefixes == [])
        #expect(plain.limit == 1000)
        #expect(plain.request == nil)
        let full = try replay(
            #"{"after":18446744073709551615,"prefixes":["a","ب"],"limit":7,"epoch":"e1","request":{"n": [1]},"x":1}"#
        )
        #expect(full.after == .max)
        #expect(full.prefixes == [Array("a".utf8), Array("ب".utf8)])
        #expect(full.limit == 7)
        #expect(full.request == Array(#"{"n":[1]}"#.utf8))
        #expect(try replay(#"{"limit":0}"#).limit == 1)
        #expect(try replay(#"{"limit":-5}"#).limit == 1)
        #expect(try replay(#"{"limit":100000000000}"#).limit == 1000)
        #expect(try replay(#"{"prefixes":["a",""]}"#).prefixes == [])
        #expect(full.query(through: 9).through == 9)
    }

    @Test(arguments: [
        "", "x", "[]", "5", #"{"after":-1}"#, #"{"after":"1"}"#, #"{"after":1.5}"#,
        #"{"limit":"1"}"#,
        #"{"prefixes":"a"}"#, #"{"prefixes":[1]}"#, #"{"epoch":1}"#, #"{"prefixes":{"a":"b"}}"#,
    ])
    func `a wrong replay request is refused`(json: String) throws {
        let error = try #require(throws: Malformed.self) { try replay(json) }
        #expect(error.reason == .badRequest)
    }

    @Test func `a replay of another epoch is refused`() throws {
        let error = try #require(throws: Malformed.self) { try replay(#"{"epoch":"e0"}"#) }
        #expect(error == Malformed(.wrongEpoch, "feed's epoch is e1"))
    }
}
