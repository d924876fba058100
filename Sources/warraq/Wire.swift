/// Words of the wire protocol that a client says and hears.
enum Wire {
    /// The first frame of every request and reply.
    static let version = Array("WRQ1".utf8)
    /// A second frame: an article.
    static let put = Array("PUT".utf8)
    /// A second frame: records from a place in the feed on.
    static let get = Array("GET".utf8)
    /// A second frame of a reply: the article is on disk.
    static let ack = Array("ACK".utf8)
    /// A second frame of a reply: the article is refused.
    static let nak = Array("NAK".utf8)
    /// A second frame of a reply: the request made no sense.
    static let err = Array("ERR".utf8)
    /// A second frame of a reply: a record.
    static let rec = Array("REC".utf8)
    /// A second frame of a reply: no more records in this page.
    static let end = Array("END".utf8)
    /// A topic: the feed's last seq, once a second.
    static let heartbeat = Array("heartbeat".utf8)
}
