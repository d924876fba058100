internal import ArticleExtraction
internal import JSONReading
internal import WarraqCore
internal import WarraqTransport

/// What is true of JSON from strangers, as headers and envelopes.
enum MessagePromises {
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        try checkJSON(bytes)
        if let header = try? HeaderReader.read(bytes) { try checkAddress(header.url) }
        if let raw = try? EnvelopeReader.read(bytes) { try checkAddress(raw.header.url) }
        try checkAddress(String(decoding: bytes, as: UTF8.self))
    }

    private static func checkJSON(_ bytes: [UInt8]) throws(BrokenPromise) {
        guard let once = try? JSONDocument(bytes).root.serialized() else { return }
        guard let twice = try? JSONDocument(once).root.serialized() else {
            throw BrokenPromise(description: "JSON that was written can be read")
        }
        try promise(once == twice, "JSON is written the same again")
    }

    private static func checkAddress(_ url: String?) throws(BrokenPromise) {
        guard let url, let canonical = CanonicalURL(url) else { return }
        try promise(canonical.host.isKnown, "a canonical URL has a host")
        try promise(
            CanonicalURL(url + "#x") == canonical, "a fragment makes no other page: \(canonical)")
    }
}
