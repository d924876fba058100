/// A setting that a reload found different.
public struct SettingsChange: Hashable, Sendable {
    /// Its name.
    public let key: String
    /// What it was, as TOML writes it.
    public let old: String
    /// What the file and the environment say now.
    public let new: String
    /// Whether the reload takes it up.
    public let takesEffect: SettingEffect
}

extension Settings {
    /// What differs in `newer`, in the order of the file.
    public func changes(in newer: Settings) -> [SettingsChange] {
        Self.keys.compactMap { key in
            let (old, new) = (key.text(in: values), key.text(in: newer.values))
            guard old != new else { return nil }
            return SettingsChange(key: key.name, old: old, new: new, takesEffect: key.takesEffect)
        }
    }

    /// These settings with what a reload may take up from `newer`; the rest stays until a restart.
    public func reloaded(with newer: Settings) -> Settings {
        var values = values
        for key in Self.keys where key.takesEffect == .reload {
            key.copy(from: newer.values, to: &values)
        }
        return Settings(values)
    }
}

extension Settings: Equatable {
    /// Whether every key has the same value.
    public static func == (left: Settings, right: Settings) -> Bool {
        left.changes(in: right).isEmpty
    }
}
