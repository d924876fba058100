/// One thing that is wrong with the settings.
public struct SettingsProblem: Hashable, Sendable, CustomStringConvertible {
    /// Where it stands.
    public enum Place: Hashable, Sendable {
        /// A line of the file, from 1.
        case line(Int, file: String)
        /// The file as a whole.
        case file(String)
        /// An environment variable.
        case environment(String)
    }

    /// Where it stands.
    public let place: Place
    /// The setting it is about, `nil` when the file cannot be read at all.
    public let key: String?
    /// What is wrong, after the key's name.
    public let message: String

    /// `FILE:LINE: key: what is wrong`, or with a variable's name in front.
    public var description: String {
        let subject = key.map { "\($0): " } ?? ""
        return switch place {
        case .line(let number, let file): "\(file):\(number): \(subject)\(message)"
        case .file(let file): "\(file): \(subject)\(message)"
        case .environment(let name): "\(name): \(subject)\(message)"
        }
    }
}

/// Everything that is wrong with the settings, in the order of the file, then of the environment.
public struct SettingsProblems: Error, Hashable, Sendable, CustomStringConvertible {
    /// At least one.
    public let all: [SettingsProblem]

    /// A line each.
    public var description: String { all.map(\.description).joined(separator: "\n") }
}

extension SettingsProblem {
    /// Sorts as a reader goes: down the file, then through the environment by name.
    var order: (Int, Int, String) {
        switch place {
        case .file: (0, 0, "")
        case .line(let number, _): (1, number, "")
        case .environment(let name): (2, 0, name)
        }
    }
}
