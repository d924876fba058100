import Testing

@testable import warraq

struct PushHeaderTests {
    private func header(_ json: String? = nil, url: String? = nil) throws -> PushHeader {
        try PushHeader(json: json, overrides: ["url": url, "source": nil])
    }

    @Test func `a file is the body and the command line the header`() throws {
        let article = try header(#"{"language":"ar"}"#, url: "https://example.org/1")
            .article([0xFF, 0x00], origin: "page")
        #expect(article.body == [0xFF, 0x00])
        #expect(
            String(decoding: article.header, as: UTF8.self)
                == #"{"language":"ar","url":"https:\/\/example.org\/1"}"#)
    }

    @Test func `a line's own keys go before those of the command line`() throws {
        let line = Array(#"{"content":"خبر\n","url":"u","n":1}"#.utf8)
        let article = try header(#"{"url":"x","source":"s"}"#).article(line: line, origin: "f:1")
        #expect(String(decoding: article.body, as: UTF8.self) == "خبر\n")
        #expect(
            String(decoding: article.header, as: UTF8.self) == #"{"n":1,"source":"s","url":"u"}"#)
    }

    @Test func `base64 content is bytes`() throws {
        let article = try header().article(
            line: Array(#"{"contentBase64":"/wA="}"#.utf8), origin: "f:1")
        #expect(article.body == [0xFF, 0x00])
        #expect(article.header == Array("{}".utf8))
    }

    @Test(arguments: [
        ("", "f:1: not a JSON object"), ("[1]", "f:1: not a JSON object"),
        ("{}", #"f:1: no "content" in the object"#),
        (#"{"content":1}"#, #"f:1: "content" is no string"#),
        (#"{"contentBase64":"?"}"#, #"f:1: "contentBase64" is no base64"#),
    ])
    func `a line that is no article says why`(line: String, message: String) throws {
        let header = try header()
        #expect {
            try header.article(line: Array(line.utf8), origin: "f:1")
        } throws: { error in
            "\(error)" == message
        }
    }
}
