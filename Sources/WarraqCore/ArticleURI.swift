/// The identity of a record: an RFC 6920 `ni` URI over a SHA-256, with a suffix that keeps the
/// kinds apart (PROTOCOL.md, "Identity").
public struct ArticleURI: Hashable, Sendable, CustomStringConvertible {
    /// What the digest was taken over.
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// A body without a header `url`: the bytes as received.
        case body = 0
        /// A body with a header `url`: the url as given, LF, the body.
        case page = 1
        /// An item of a feed payload: its URL or guid, LF, its bytes.
        case item = 2
        /// A page headline: host, LF, its key form.
        case headline = 3

        fileprivate var suffix: String {
            switch self {
            case .body: ""
            case .page: "?of=page"
            case .item: "?of=item"
            case .headline: "?of=headline"
            }
        }
    }

    /// What the digest was taken over.
    public let kind: Kind
    /// The digest.
    public let digest: SHA256Digest

    /// A URI from its parts, as a store keeps them.
    public init(kind: Kind, digest: SHA256Digest) {
        self.kind = kind
        self.digest = digest
    }

    /// The identity of a payload: of its body alone, or of its `url` and body. An empty url is none.
    public init(body: [UInt8], url: String?) {
        guard let url, !url.isEmpty else {
            self.init(kind: .body, digest: SHA256Digest(of: [body]))
            return
        }
        self.init(kind: .page, digest: SHA256Digest(of: [Array(url.utf8), [0x0A], body]))
    }

    /// The identity of one item of a feed: its URL or guid, and its bytes in the payload.
    public init(itemIdentity: String, bytes: [UInt8]) {
        self.init(
            kind: .item, digest: SHA256Digest(of: [Array(itemIdentity.utf8), [0x0A], bytes]))
    }

    /// The identity of a page headline. `host` is the feed's, `-` if unknown.
    public init(headlineKey: [UInt8], host: String) {
        self.init(
            kind: .headline, digest: SHA256Digest(of: [Array(host.utf8), [0x0A], headlineKey]))
    }

    /// The 33 bytes a store keeps: the kind, then the digest.
    public var storedBytes: [UInt8] { [kind.rawValue] + digest.bytes }

    /// The URI stored as `storedBytes`, or `nil` if the bytes are no URI of ours.
    public init?(storedBytes: [UInt8]) {
        guard let first = storedBytes.first, let kind = Kind(rawValue: first),
            let digest = SHA256Digest(bytes: Array(storedBytes.dropFirst()))
        else { return nil }
        self.init(kind: kind, digest: digest)
    }

    /// The URI as text, `ni:///sha-256;…`.
    public var description: String { "ni:///sha-256;\(digest.base64URL)\(kind.suffix)" }
}
