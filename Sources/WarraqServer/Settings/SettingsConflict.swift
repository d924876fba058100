/// Settings that are each right and together wrong.
struct SettingsConflict: Hashable, Sendable {
    /// What is involved; the problem is reported where the first of them stands that was set.
    let keys: [String]
    /// What is wrong, after the first key's name.
    let message: String
}

extension Settings {
    /// Every conflict there is.
    var conflicts: [SettingsConflict] {
        plaintextConflicts + addressConflicts + storeConflicts
    }

    private var endpoints: [(key: String, endpoint: EndpointSetting)] {
        [
            IntakeSettings.ackedKey, IntakeSettings.pullKey, IntakeSettings.subscribeKey,
            FeedSettings.publishKey, FeedSettings.replayKey,
        ].flatMap { key in values[key].map { (key.name, $0) } }
    }

    private var plaintextConflicts: [SettingsConflict] {
        guard !security.allowsPlaintext else { return [] }
        var open = endpoints.filter { !$0.endpoint.isLocal }.map { ($0.key, $0.endpoint.text) }
        if let address = http.address, !address.isLoopback {
            open.append((HTTPSettings.listenKey.name, http.listen))
        }
        return open.map { key, text in
            SettingsConflict(
                keys: [key],
                message: "\"\(text)\" leaves this machine, and nothing there is encrypted: "
                    + "set security.allowPlaintext = true if that is meant")
        }
    }

    private var addressConflicts: [SettingsConflict] {
        var owners: [String: String] = [:]
        var conflicts: [SettingsConflict] = []
        var bound = endpoints.filter { $0.endpoint.attachment == .bind }
            .map { ($0.key, $0.endpoint.address) }
        if !http.listen.isEmpty {
            bound.append((HTTPSettings.listenKey.name, "tcp://\(http.listen)"))
        }
        bound.append((ControlSettings.listenKey.name, controlAddress))
        for (key, address) in bound where !address.hasSuffix(":0") && !address.hasSuffix(":*") {
            if let owner = owners.updateValue(key, forKey: address) {
                conflicts.append(
                    SettingsConflict(
                        keys: [key, owner], message: "\(address) is bound by \(owner) already"))
            }
        }
        return conflicts
    }

    private var storeConflicts: [SettingsConflict] {
        var conflicts: [SettingsConflict] = []
        if store.idDays < store.days {
            conflicts.append(
                SettingsConflict(
                    keys: [StoreSettings.idDaysKey.name, StoreSettings.daysKey.name],
                    message:
                        "\(store.idDays) days is less than the \(store.days) of store.days: an "
                        + "article sent again would be stored twice"))
        }
        if control.listen.isEmpty, (try? EndpointSetting(controlAddress, attachment: .bind)) == nil
        {
            conflicts.append(
                SettingsConflict(
                    keys: [StoreSettings.directoryKey.name],
                    message: "the path is too long for the control socket in it: set control.listen"
                ))
        }
        return conflicts
    }
}

extension HostAndPort {
    /// Whether the host can be listened on without asking a name server.
    var isNumeric: Bool {
        if host == "*" || host == "localhost" || host.contains(":") { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}

extension [EndpointSetting] {
    /// A default of one endpoint. Its text is ours, so a refusal is a mistake in this package.
    static func bound(_ text: String) -> [EndpointSetting] {
        do {
            return [try EndpointSetting(text, attachment: .bind)]
        } catch {
            preconditionFailure(error.message)
        }
    }
}
