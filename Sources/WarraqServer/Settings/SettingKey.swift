/// When a changed setting is taken up.
public enum SettingEffect: Hashable, Sendable {
    /// At the next reload.
    case reload
    /// When the daemon starts again.
    case restart
}

/// One setting, declared once: its name, what it may be, what it is when nobody says, what it does.
///
/// Reading the file, overriding from the environment, `config/warraqd.toml` and the answer to a
/// reload all go by these.
struct SettingKey<Value: Hashable & Sendable>: Sendable {
    /// `table.key`.
    let name: String
    /// How a value is read and written.
    let form: SettingForm<Value>
    /// What holds when neither file nor environment says.
    let defaultValue: Value
    /// When a change is taken up.
    let takesEffect: SettingEffect
    /// What it does, in whole sentences, for the file's comments.
    let meaning: String

    init(
        _ name: String, _ form: SettingForm<Value>, default defaultValue: Value,
        takesEffect: SettingEffect, _ meaning: String
    ) {
        self.name = name
        self.form = form
        self.defaultValue = defaultValue
        self.takesEffect = takesEffect
        self.meaning = meaning
    }
}

/// A ``SettingKey`` of any type of value.
protocol AnySettingKey: Sendable {
    var name: String { get }
    var takesEffect: SettingEffect { get }
    var meaning: String { get }
    /// What a value may be.
    var range: String { get }
    /// The default as TOML writes it.
    var defaultText: String { get }
    /// Whether the environment writes several values with commas between them.
    var isList: Bool { get }
    /// Reads `raw` into `values`, or throws every reason why it cannot.
    func read(_ raw: RawSetting, into values: inout SettingValues) throws(SettingRefusals)
    /// What an environment variable's text stands for.
    func raw(fromEnvironment text: String) -> RawSetting
    /// The value that `values` holds, as TOML writes it.
    func text(in values: SettingValues) -> String
    /// Makes this key's value in `values` the one of `others`.
    func copy(from others: SettingValues, to values: inout SettingValues)
}

extension SettingKey: AnySettingKey {
    var range: String { form.range }
    var defaultText: String { form.write(defaultValue) }
    var isList: Bool { form.shape == .list }

    func read(_ raw: RawSetting, into values: inout SettingValues) throws(SettingRefusals) {
        values[self] = try form.read(raw)
    }

    func raw(fromEnvironment text: String) -> RawSetting {
        switch form.shape {
        case .text: return .text(text)
        case .integer: return Int(text).map(RawSetting.integer) ?? .text(text)
        case .boolean:
            switch text {
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            default: return .text(text)
            }
        case .list:
            let parts = text.split(separator: ",").map { $0.trimmingSpaces() }
            return .list(parts.filter { !$0.isEmpty }.map { .text(String($0)) })
        }
    }

    func text(in values: SettingValues) -> String { form.write(values[self]) }

    func copy(from others: SettingValues, to values: inout SettingValues) {
        values[self] = others[self]
    }
}

extension AnySettingKey {
    /// The part before the dot.
    var table: String { String(name.prefix { $0 != "." }) }

    /// The part after the dot.
    var leaf: String { String(name.drop { $0 != "." }.dropFirst()) }

    /// `WARRAQ_INTAKE_MAX_ARTICLE_BYTES` for `intake.maxArticleBytes`.
    var environmentName: String {
        var text = "WARRAQ_"
        for character in name {
            if character == "." {
                text += "_"
            } else if character.isUppercase {
                text += "_\(character)"
            } else {
                text += character.uppercased()
            }
        }
        return text
    }
}

/// The values of every key; a key that was not set has its default.
struct SettingValues: Sendable {
    private var stored: [String: any Sendable] = [:]

    subscript<Value>(key: SettingKey<Value>) -> Value {
        get { stored[key.name] as? Value ?? key.defaultValue }
        set { stored[key.name] = newValue }
    }
}

extension Substring {
    fileprivate func trimmingSpaces() -> Substring {
        var rest = drop { $0 == " " || $0 == "\t" }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return rest
    }
}
