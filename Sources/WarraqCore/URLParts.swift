/// The parts of an absolute `http` or `https` URL, as far as warraq tells pages apart by them
/// (RFC 3986, appendix B).
struct URLParts {
    /// The host as written, user and port left out.
    let host: String
    /// The port, if it is not that of http or https.
    let port: String?
    /// The path, at least `/`.
    let path: String
    /// The query without its question mark, if there is one.
    let query: String?

    /// The parts of `url`, `nil` unless it is an absolute http or https URL.
    init?(_ url: String) {
        let trimmed = url.drop { $0 == " " || $0 == "\n" || $0 == "\t" }
        guard let colon = trimmed.firstIndex(of: ":") else { return nil }
        let scheme = trimmed[..<colon].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = trimmed[trimmed.index(after: colon)...]
        guard rest.hasPrefix("//") else { return nil }
        let afterSlashes = rest.dropFirst(2)
        let authorityEnd =
            afterSlashes.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? afterSlashes.endIndex
        var authority = afterSlashes[..<authorityEnd]
        if let at = authority.lastIndex(of: "@") {
            authority = authority[authority.index(after: at)...]
        }
        var portText: Substring?
        if let mark = authority.lastIndex(of: ":"), !authority.hasSuffix("]") {
            portText = authority[authority.index(after: mark)...]
            authority = authority[..<mark]
        }
        while authority.hasSuffix(".") { authority = authority.dropLast() }
        guard !authority.isEmpty else { return nil }
        host = String(authority)
        if let portText, !portText.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return nil }
        // Without its scheme an address is the same at the port of either.
        let isDefault = portText == nil || ["", "80", "443"].contains(portText)
        port = isDefault ? nil : portText.map(String.init)
        let tail = afterSlashes[authorityEnd...].prefix { $0 != "#" }
        let mark = tail.firstIndex(of: "?") ?? tail.endIndex
        path = tail[..<mark].isEmpty ? "/" : String(tail[..<mark])
        query = mark == tail.endIndex ? nil : String(tail[tail.index(after: mark)...])
    }
}
