/// Where settings come from: what a reload reads again.
public struct SettingsSource: Hashable, Sendable {
    /// The file, `nil` for the defaults.
    public let file: String?
    /// Every variable of the process.
    public let environment: [String: String]

    /// A source of these.
    public init(file: String?, environment: [String: String]) {
        self.file = file
        self.environment = environment
    }

    /// The settings as they are now.
    ///
    /// - Throws: Everything that is wrong with them, together.
    public func load() throws(SettingsProblems) -> Settings {
        try Settings.load(file: file, environment: environment)
    }
}
