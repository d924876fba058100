/// One page's address, however it was reached: what the duplicate stage knows pages by.
///
/// The scheme, `www.`, a mobile page's `m.`, the fragment and the parameters that only count visits
/// make no other page; everything else may.
public struct CanonicalURL: Hashable, Sendable, CustomStringConvertible {
    /// The host as topics spell it.
    public let host: NewsHost
    /// Host, path and what is left of the query.
    public let description: String

    /// Parameters that name a campaign or a click, not a page.
    private static let counters: Set<String> = [
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "_ga",
        "ref_src",
    ]

    /// The canonical form of `url`, `nil` unless it is an absolute http or https URL of a known host.
    public init?(_ url: String) {
        guard let parts = URLParts(url) else { return nil }
        let host = NewsHost(ofURL: url)
        guard host.isKnown else { return nil }
        self.host = host
        var text = host.description
        if text.hasPrefix("m."), text.dropFirst(2).contains(".") {
            text = String(text.dropFirst(2))
        }
        if let port = parts.port { text += ":" + port }
        var path = parts.path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        text += path
        let kept = (parts.query ?? "").split(separator: "&").filter { parameter in
            let name = parameter.prefix { $0 != "=" }.lowercased()
            return !name.hasPrefix("utm_") && !CanonicalURL.counters.contains(name)
        }
        if !kept.isEmpty { text += "?" + kept.joined(separator: "&") }
        description = text
    }

    /// A 64-bit hash that stays the same from run to run.
    public var hash64: UInt64 { StableHash.of(Array(description.utf8)) }
}

/// A 64-bit hash that stays the same from run to run and version to version: stores keep it.
public enum StableHash {
    /// FNV-1a with a final mix (Fowler, Noll, Vo; the mix is MurmurHash3's `fmix64`). For addresses
    /// and hosts; not for hostile input where a collision would cost more than a wrong candidate.
    public static func of(_ bytes: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
        hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return hash ^ hash >> 33
    }
}
