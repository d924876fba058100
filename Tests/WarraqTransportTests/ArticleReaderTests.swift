import ArticleExtraction
import Testing
import WarraqCore

@testable import WarraqTransport

struct ArticleReaderTests {
    private let reader = ArticleReader(maxArticleBytes: 100)
    private let time = UnixTime(milliseconds: 1)

    private func unacked(_ frames: [[UInt8]]) -> Submission {
        reader.submission(unacked: frames, origin: { .pull(topic: $0) }, at: time)
    }

    private func unacked(_ frames: String...) -> Submission {
        unacked(frames.map { Array($0.utf8) })
    }

    private func put(id: [UInt8] = [1], header: String = "", body: [UInt8]) -> Submission {
        reader.submission(
            route: ReplyRoute(socket: 0, envelope: [[9]], id: id), header: Array(header.utf8),
            body: body, at: time)
    }

    @Test func `one frame is a body`() {
        let submission = unacked("<html>")
        #expect(submission.article?.body == Array("<html>".utf8))
        #expect(submission.article?.header == ArticleHeader())
        #expect(submission.origin == .pull(topic: nil))
        #expect(submission.byteCount == 6)
        #expect(submission.receivedAt == time)
    }

    @Test func `of two frames the first is the header if it is an object`() {
        let submission = unacked(#" {"url":"http://a/","x":[1]} "#, "نص")
        #expect(submission.article?.header.url == "http://a/")
        #expect(submission.article?.body == Array("نص".utf8))
        #expect(submission.origin == .pull(topic: nil))
    }

    @Test(arguments: ["sports", "[1]", "{not json}", #""url""#, "{"])
    func `of two frames the first is a topic if it is no object`(topic: String) {
        let submission = unacked(topic, "نص")
        #expect(submission.article?.header == ArticleHeader())
        #expect(submission.article?.body == Array("نص".utf8))
        #expect(submission.origin == .pull(topic: Array(topic.utf8)))
    }

    @Test func `an empty header frame is an empty header`() {
        #expect(unacked("", "نص").origin == .pull(topic: nil))
        #expect(unacked("", "نص").article?.header == ArticleHeader())
        #expect(unacked("t", "", "نص").origin == .pull(topic: [0x74]))
        #expect(put(header: "", body: [65]).article?.header == ArticleHeader())
    }

    @Test func `three frames are topic, header and body`() {
        let submission = unacked("t", #"{"source":"س"}"#, "نص")
        #expect(submission.article?.header.source == "س")
        #expect(submission.article?.body == Array("نص".utf8))
        #expect(submission.origin == .pull(topic: [0x74]))
    }

    @Test func `one frame may be header and body at once`() {
        let submission = unacked(#"{"content":"سطر\n","title":"ع","other":{"a":[{}]}}"#)
        #expect(submission.article?.body == Array("سطر\n".utf8))
        #expect(submission.article?.header.title == "ع")
        let encoded = unacked(#"{"contentBase64":"2LQ=","url":""}"#)
        #expect(encoded.article?.body == Array("ش".utf8))
        #expect(encoded.article?.header.url == "")
    }

    @Test(arguments: [
        #"{"content":5}"#, #"{"title":"x"}"#, #"[{"content":"x"}]"#, #"{"content":"x""#,
        #"{"content":"x"} {}"#, "{}", "{\"content\":\"\u{0}\"}",
    ])
    func `an object without content is a body like any other`(text: String) {
        #expect(unacked(text).article?.body == Array(text.utf8))
    }

    @Test(arguments: [
        (header: "x", problem: "is not JSON"),
        (header: "[]", problem: "is not a JSON object"),
        (header: "\u{0}", problem: "is not JSON"),
        (header: #"{"url":5}"#, problem: "url is not a string"),
        (header: #"{"url":null}"#, problem: "url is not a string"),
        (header: #"{"title":["x"]}"#, problem: "title is not a string"),
        (
            header: String(repeating: "[", count: 99) + String(repeating: "]", count: 99),
            problem: "is nested too deep"
        ),
    ])
    func `a wrong header is refused and kept`(header: String, problem: String) {
        let submission = put(header: header, body: [65])
        #expect(submission.refusal?.rejection == .badHeader(problem: problem))
        #expect(submission.refusal?.header == Array(header.utf8))
        #expect(submission.refusal?.body == [65])
        #expect(unacked("t", header, "A").refusal?.rejection == .badHeader(problem: problem))
    }

    @Test func `null is as good as absent`() {
        let submission = put(header: #"{"title":null,"byline":"ب"}"#, body: [65])
        #expect(submission.article?.header.title == nil)
        #expect(submission.article?.header.byline == "ب")
    }

    @Test func `an id is 1 to 64 bytes and goes back cut`() {
        #expect(put(id: Array(repeating: 0, count: 64), body: [65]).article != nil)
        #expect(put(id: [], body: [65]).refusal?.rejection == .badID(bytes: 0))
        let long = put(id: Array(repeating: 7, count: 65), body: [65])
        #expect(long.refusal?.rejection == .badID(bytes: 65))
        #expect(long.origin.route?.id == Array(repeating: 7, count: 64))
    }

    @Test func `a body is taken up to the limit, as sent or as decoded`() {
        let fits = [UInt8](repeating: 65, count: 100)
        let over = [UInt8](repeating: 65, count: 101)
        #expect(put(body: fits).article?.body == fits)
        #expect(put(body: over).refusal?.rejection == .tooLarge(bytes: 101, limit: 100))
        #expect(unacked([over]).refusal?.body == over)
        let text = String(decoding: fits, as: UTF8.self)
        #expect(unacked(#"{"content":"\#(text)"}"#).article?.body == fits)
        #expect(
            unacked(#"{"content":"\#(text)A"}"#).refusal?.rejection
                == .tooLarge(bytes: 101, limit: 100))
    }

    @Test func `an empty body is refused`() {
        #expect(put(body: []).refusal?.rejection == .empty)
        #expect(unacked([[]]).refusal?.rejection == .empty)
        #expect(unacked(#"{"content":""}"#).refusal?.rejection == .empty)
    }

    @Test func `wrong base64 and wrong values beside content are refused`() {
        #expect(
            unacked(#"{"contentBase64":"@"}"#).refusal?.rejection
                == .badHeader(problem: "contentBase64 is not base64"))
        #expect(
            unacked(#"{"content":"x","url":1}"#).refusal?.rejection
                == .badHeader(problem: "url is not a string"))
    }

    @Test func `too many frames are refused and kept`() {
        let submission = unacked("a", "b", "c", "d")
        #expect(
            submission.refusal?.rejection
                == .badHeader(problem: "message has 4 frames, allowed are 1 to 3"))
        #expect(submission.refusal?.body == Array("abcd".utf8))
    }

    @Test(
        arguments: [
            ("", []), ("QQ==", [65]), ("QQ", [65]), ("QUI=", [65, 66]), ("QUJD", [65, 66, 67]),
            (" QU\nJD ", [65, 66, 67]), ("-_8=", [0xFB, 0xFF]), ("+/8", [0xFB, 0xFF]),
        ] as [(String, [UInt8])])
    func `base64 is read`(text: String, bytes: [UInt8]) {
        #expect(Base64.decode(Array(text.utf8)) == bytes)
    }

    @Test(arguments: ["A", "QUJDR", "QQ=", "Q===", "Q=Q=", "====", "=", "ش"])
    func `what is no base64 is refused`(text: String) {
        #expect(Base64.decode(Array(text.utf8)) == nil)
    }
}

extension Submission {
    var article: RawArticle? {
        if case .article(let article) = content { article } else { nil }
    }

    var refusal: (rejection: Rejection, header: [UInt8], body: [UInt8])? {
        if case .refused(let rejection, let header, let body) = content {
            (rejection, header, body)
        } else {
            nil
        }
    }
}
