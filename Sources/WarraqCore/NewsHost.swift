internal import CIDN2

/// The host of a URL as topics and identities spell it: lower case, punycode, no port, no `www.`.
public struct NewsHost: Hashable, Sendable, CustomStringConvertible {
    /// The host, `-` if unknown.
    public let description: String

    /// What stands for a host that is not known.
    public static let unknown = NewsHost(spelled: "-")

    private init(spelled: String) {
        description = spelled
    }

    /// The host of `url`, ``unknown`` unless it is an absolute URL with a host that can be looked up.
    public init(ofURL url: String) {
        guard let authority = URLParts(url)?.host, let ascii = NewsHost.lookup(authority) else {
            self = .unknown
            return
        }
        let bare = ascii.hasPrefix("www.") ? String(ascii.dropFirst(4)) : ascii
        self = bare.isEmpty ? .unknown : NewsHost(spelled: bare)
    }

    /// Whether it is known.
    public var isKnown: Bool { self != .unknown }

    /// IDNA 2008 with the lookup rules, which also lower-cases. A host that is not a domain name,
    /// as an address in brackets, has no records of its own.
    private static func lookup(_ host: String) -> String? {
        let isPlain = host.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
                || byte == 0x2E
        }
        if isPlain { return host }
        var output: UnsafeMutablePointer<CChar>?
        let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
        guard idn2_to_ascii_8z(host, &output, flags) == IDN2_OK.rawValue, let output else {
            return nil
        }
        defer { idn2_free(output) }
        // A topic's parts are separated by slashes, and a frame holds no control bytes.
        let ascii = String(cString: output).lowercased()
        let isName = ascii.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
                || byte == 0x2E || byte == 0x5F
        }
        return isName ? ascii : nil
    }
}
