/// An endpoint as settings write it: `tcp://HOST:PORT` or `ipc://PATH`, with `@` (bind) or `>`
/// (connect) before it to override what its socket does by itself.
public struct EndpointSetting: Hashable, Sendable {
    /// What the socket does with the address.
    public enum Attachment: Hashable, Sendable {
        /// The daemon owns the address and others connect to it.
        case bind
        /// Others own it.
        case connect
    }

    /// As it was written.
    public let text: String
    /// What libzmq is given: `text` without its prefix.
    public let address: String
    /// What is done with it.
    public let attachment: Attachment
    /// Whether only this machine can reach it: an `ipc://` path, or `tcp://` on a loopback host.
    public let isLocal: Bool

    /// Reads `text`, or throws what is wrong with it.
    ///
    /// - Parameters:
    ///   - text: With or without a prefix.
    ///   - attachment: What is done with it when there is no prefix.
    init(_ text: String, attachment: Attachment) throws(SettingRefusal) {
        self.text = text
        switch text.first {
        case "@":
            self.attachment = .bind
            address = String(text.dropFirst())
        case ">":
            self.attachment = .connect
            address = String(text.dropFirst())
        default:
            self.attachment = attachment
            address = text
        }
        if let rest = address.afterPrefix("tcp://") {
            isLocal = try HostAndPort(rest, in: text, attachment: self.attachment).isLoopback
        } else if let path = address.afterPrefix("ipc://") {
            try Self.checkPath(path, in: text)
            isLocal = true
        } else {
            throw SettingRefusal("\"\(text)\" is no endpoint: write tcp://HOST:PORT or ipc://PATH")
        }
    }

    private static func checkPath(_ path: String, in text: String) throws(SettingRefusal) {
        guard path.hasPrefix("/") || (path.hasPrefix("@") && path.utf8.count > 1) else {
            throw SettingRefusal("\"\(text)\": the path after ipc:// must begin with /")
        }
        // unix(7): sun_path is 108 bytes with its NUL.
        guard path.utf8.count <= 107 else {
            throw SettingRefusal("\"\(text)\": the path is longer than the 107 bytes of a socket")
        }
    }
}

/// The `HOST:PORT` of a tcp endpoint or of `http.listen`.
struct HostAndPort: Hashable, Sendable {
    /// Without the brackets of an IPv6 address. `*` is every interface.
    let host: String
    /// 0 lets the system choose.
    let port: UInt16

    /// Whether the host is this machine itself.
    var isLoopback: Bool {
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Reads `rest`, which is all or the end of `text`, or throws what is wrong with it.
    init(
        _ rest: String, in text: String, attachment: EndpointSetting.Attachment
    ) throws(SettingRefusal) {
        guard let colon = rest.lastIndex(of: ":") else {
            throw SettingRefusal("\"\(text)\" has no port: write HOST:PORT")
        }
        let written = rest[..<colon]
        let digits = rest[rest.index(after: colon)...]
        guard let host = Self.unbracketed(written) else {
            throw SettingRefusal(
                "\"\(text)\": \"\(written)\" is no host; an IPv6 address is written in brackets")
        }
        // libzmq writes the port that the system chooses as *.
        let isWild = digits == "*" || digits == "0"
        guard let port = isWild ? 0 : UInt16(digits), digits.first != "+" else {
            throw SettingRefusal("\"\(text)\": \"\(digits)\" is no port from 1 to 65535")
        }
        if attachment == .connect {
            guard port != 0 else {
                throw SettingRefusal("\"\(text)\": connecting needs a port from 1 to 65535")
            }
            guard host != "*" else {
                throw SettingRefusal("\"\(text)\": connecting needs a host, not *")
            }
        }
        self.host = host
        self.port = port
    }

    private static func unbracketed(_ written: Substring) -> String? {
        if written == "*" { return "*" }
        if written.first == "[" {
            guard written.last == "]", written.count > 2 else { return nil }
            let inner = written.dropFirst().dropLast()
            let isAddress = inner.utf8.allSatisfy { byte in
                byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte.isHexadecimalDigit
            }
            return isAddress && inner.contains(":") ? String(inner) : nil
        }
        // Host and interface names: letters, digits, hyphen, dot, underscore.
        let isName = written.utf8.allSatisfy { byte in
            byte.isLetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
                || byte == UInt8(ascii: "_")
        }
        return isName && !written.isEmpty ? String(written) : nil
    }
}

extension String {
    fileprivate func afterPrefix(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}

extension UInt8 {
    fileprivate var isHexadecimalDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }

    fileprivate var isLetterOrDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
}
