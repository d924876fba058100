import Testing
import WarraqCore

struct IdentityTests {
    @Test func `a body has the identity of its bytes`() {
        // SHA-256 of "abc", FIPS 180-2 appendix B.1.
        #expect(
            ArticleURI(body: Array("abc".utf8), url: nil).description
                == "ni:///sha-256;ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0")
    }

    @Test func `an empty url is none`() {
        let body = Array("abc".utf8)
        #expect(ArticleURI(body: body, url: "") == ArticleURI(body: body, url: nil))
    }

    @Test func `a url, LF and the body are a page`() {
        let page = ArticleURI(body: Array("b".utf8), url: "u")
        #expect(page.digest == SHA256Digest(of: [Array("u\nb".utf8)]))
        #expect(page.description.hasSuffix("?of=page"))
    }

    @Test func `the same bytes in another kind are another record`() {
        let bytes = Array("u\nb".utf8)
        let uris = [
            ArticleURI(body: bytes, url: nil), ArticleURI(body: Array("b".utf8), url: "u"),
            ArticleURI(itemIdentity: "u", bytes: Array("b".utf8)),
            ArticleURI(headlineKey: Array("b".utf8), host: "u"),
        ]
        #expect(Set(uris.map(\.digest)).count == 1)
        #expect(Set(uris.map(\.description)).count == 4)
    }

    @Test func `stored bytes give the identity back`() {
        let uri = ArticleURI(body: Array("b".utf8), url: "u")
        #expect(ArticleURI(storedBytes: uri.storedBytes) == uri)
        #expect(ArticleURI(storedBytes: Array(uri.storedBytes.dropLast())) == nil)
        #expect(ArticleURI(storedBytes: [9] + uri.storedBytes.dropFirst()) == nil)
    }

    @Test(arguments: [
        (url: "https://www.Akhbarona.com:443/a?b#c", host: "akhbarona.com"),
        (url: "http://مثال.إختبار/خبر", host: "xn--mgbh0fb.xn--kgbechtv"),
        (url: "http://user:secret@example.org:8080/", host: "example.org"),
        (url: "HTTP://EXAMPLE.ORG", host: "example.org"),
        (url: "http://example.org./x", host: "example.org"),
        (url: "/relative", host: "-"), (url: "mailto:a@b.c", host: "-"), (url: "", host: "-"),
        (url: "http://[::1]/", host: "-"), (url: "http:///x", host: "-"),
        (url: "http://a/b\u{0}c", host: "a"),
    ])
    func `a host is spelled as topics have it`(url: String, host: String) {
        #expect(NewsHost(ofURL: url).description == host)
    }

    @Test(arguments: [
        (one: "https://www.example.org/a/", other: "http://example.org/a"),
        (one: "https://example.org/a?utm_source=x&id=1", other: "https://example.org/a?id=1"),
        (one: "https://m.example.org/a#top", other: "https://example.org/a?fbclid=1"),
        (one: "https://example.org", other: "https://example.org/"),
        (one: "http://example.org:443/a", other: "https://example.org:80/a"),
    ])
    func `addresses of one page are one`(one: String, other: String) {
        #expect(CanonicalURL(one) == CanonicalURL(one))
        #expect(CanonicalURL(one)?.description == CanonicalURL(other)?.description)
        #expect(CanonicalURL(one)?.hash64 == CanonicalURL(other)?.hash64)
    }

    @Test(arguments: [
        (one: "https://example.org/a?id=1", other: "https://example.org/a?id=2"),
        (one: "https://example.org/a", other: "https://example.org/b"),
        (one: "https://example.org:8080/a", other: "https://example.org/a"),
        (one: "https://example.org/A", other: "https://example.org/a"),
    ])
    func `addresses of two pages are two`(one: String, other: String) {
        #expect(CanonicalURL(one)?.hash64 != CanonicalURL(other)?.hash64)
    }

    @Test func `a text without a host is no address`() {
        #expect(CanonicalURL("about:blank") == nil)
        #expect(CanonicalURL("https://example.org:x/a") == nil)
    }
}
