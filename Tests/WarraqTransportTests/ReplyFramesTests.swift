import Testing
import WarraqCore

@testable import WarraqTransport

struct ReplyFramesTests {
    private let frames = ReplyFrames(
        state: FeedState(version: "0.1", epoch: "e1", lastPublished: 41))
    private let route = ReplyRoute(socket: 0, envelope: [[1], []], id: [7])

    private func json(_ answer: Answer) -> (verb: String, json: String) {
        let message = frames.message(Reply(route: route, answer: answer))
        #expect(message.count == 6)
        #expect(Array(message[0...1]) == [[1], []])
        #expect(message[2] == Array("WRQ1".utf8))
        #expect(message[4] == [7])
        return (
            String(decoding: message[3], as: UTF8.self), String(decoding: message[5], as: UTF8.self)
        )
    }

    @Test func `answers are spelled as the protocol says`() {
        let uri = ArticleURI(body: [65], url: nil)
        let page = ArticleURI(body: [65], url: "http://a/")
        let one = Acknowledgement(uri: uri, outcome: .new, sequence: 5)
        let two = Acknowledgement(uri: page, outcome: .duplicate, sequence: 6)

        #expect(
            json(.accepted(items: [one], repeated: false)) == (
                "ACK", #"{"uri":"\#(uri)","outcome":"new","seq":5,"epoch":"e1"}"#
            ))
        #expect(
            json(.accepted(items: [two, one], repeated: true)) == (
                "ACK",
                #"{"uri":"\#(page)","outcome":"duplicate","seq":6,"epoch":"e1","repeated":true,"items":["#
                    + #"{"uri":"\#(page)","outcome":"duplicate","seq":6},"#
                    + #"{"uri":"\#(uri)","outcome":"new","seq":5}]}"#
            ))
        #expect(
            json(.refused(.tooLarge(bytes: 9, limit: 5), deadLetter: 3)) == (
                "NAK",
                #"{"code":"tooLarge","reason":"article is 9 bytes, limit is 5","retryable":false,"deadLetter":3}"#
            ))
        #expect(
            json(.refused(.draining, deadLetter: nil)) == (
                "NAK",
                #"{"code":"draining","reason":"daemon is stopping, send again","retryable":true}"#
            ))
    }

    @Test func `a pong says version, epoch, last sequence number and readiness`() {
        #expect(
            frames.pong().map { String(decoding: $0, as: UTF8.self) } == [
                "WRQ1", "PONG", #"{"version":"0.1","epoch":"e1","seq":41,"ready":false}"#,
            ])
    }
}
