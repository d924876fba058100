/// Which item of a payload with several articles an article is.
public struct FeedItem: Hashable, Sendable {
    /// The item's URL, else its guid or id. Empty if the item has neither.
    public let identity: String
    /// Where the item's bytes lie in the body as received, from its opening tag or brace to the
    /// end of its closing one. Bytes, not scalars.
    public let byteRange: Range<Int>
    /// The item's own address, if it has one: `identity` may be a guid that is none.
    public let url: String?

    /// Creates the identity of one item.
    public init(identity: String, byteRange: Range<Int>, url: String? = nil) {
        self.identity = identity
        self.byteRange = byteRange
        self.url = url
    }
}
