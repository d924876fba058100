/// `[http]`: metrics and health.
public struct HTTPSettings: Hashable, Sendable {
    /// `HOST:PORT`, empty for no HTTP server.
    public let listen: String

    /// ``listen`` in parts; `nil` for no HTTP server.
    var address: HostAndPort? {
        // Checked when it was read, so a refusal cannot happen here.
        try? HostAndPort(listen, in: listen, attachment: .bind)
    }

    init(_ values: SettingValues) {
        listen = values[Self.listenKey]
    }

    static let listenKey = SettingKey(
        "http.listen",
        .text(
            "HOST:PORT, or empty for none",
            check: { (text) throws(SettingRefusal) in
                guard !text.isEmpty else { return }
                let address = try HostAndPort(text, in: text, attachment: .bind)
                guard address.isNumeric else {
                    throw SettingRefusal(
                        "\"\(text)\": the host must be an address in digits, localhost or *")
                }
            }),
        default: "127.0.0.1:7880", takesEffect: .restart,
        "Where /metrics, /healthz and /readyz are answered.")

    static let keys: [any AnySettingKey] = [listenKey]
}

/// `[control]`: how `warraq status`, `reload` and `dead` reach the daemon.
public struct ControlSettings: Hashable, Sendable {
    /// One local endpoint; empty for a socket in the store's directory.
    public let listen: String

    init(_ values: SettingValues) {
        listen = values[Self.listenKey]
    }

    static let listenKey = SettingKey(
        "control.listen",
        .text(
            "an ipc:// endpoint or tcp:// on loopback, or empty",
            check: { (text) throws(SettingRefusal) in
                guard !text.isEmpty else { return }
                let endpoint = try EndpointSetting(text, attachment: .bind)
                guard endpoint.isLocal, endpoint.text == endpoint.address else {
                    throw SettingRefusal(
                        "\"\(text)\" must be local and without a prefix: whoever reaches it can "
                            + "stop and change the daemon")
                }
            }),
        default: "", takesEffect: .restart,
        "Where warraq status, reload and dead reach the daemon. Empty is "
            + "ipc://<store.directory>/control.sock.")

    static let keys: [any AnySettingKey] = [listenKey]
}
