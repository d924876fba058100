import Testing
import WarraqCore

struct CanonicalURLTests {
    @Test(arguments: [
        ("https://www.example.org/a/?utm_source=x&id=1#f", "example.org/a?id=1"),
        ("http://example.org:80", "example.org/"),
        ("http://example.org:8080/a", "example.org:8080/a"),
        ("https://m.example.org/a", "example.org/a"),
    ])
    func `a page has one address however it was reached`(url: String, canonical: String) {
        #expect(CanonicalURL(url)?.description == canonical)
    }

    @Test(arguments: [
        "ftp://example.org/", "/a", "https://", "https://example.org:x1/a", "https://[::1]/",
    ])
    func `what is no page's address has no canonical form`(url: String) {
        #expect(CanonicalURL(url) == nil)
    }
}
