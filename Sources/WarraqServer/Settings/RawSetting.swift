internal import TOMLKit

/// A value as the file or the environment holds it, before anyone asked what it should be.
enum RawSetting: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case boolean(Bool)
    case list([RawSetting])
    /// What no setting takes: a table, a date, a number with a fraction. `kind` names it.
    case other(kind: String)

    /// What it is, with an article, for messages.
    var kind: String {
        switch self {
        case .text: "a string"
        case .integer: "a whole number"
        case .boolean: "a boolean"
        case .list: "a list"
        case .other(let kind): kind
        }
    }
}

extension RawSetting {
    /// The value of a TOML node.
    init(_ value: any TOMLValueConvertible) {
        switch value.type {
        case .string: self = value.string.map(RawSetting.text) ?? .other(kind: "a string")
        case .int: self = value.int.map(RawSetting.integer) ?? .other(kind: "a whole number")
        case .bool: self = value.bool.map(RawSetting.boolean) ?? .other(kind: "a boolean")
        case .array: self = .list((value.array ?? TOMLArray()).map { RawSetting($0) })
        case .table: self = .other(kind: "a table")
        case .double: self = .other(kind: "a number with a fraction")
        case .date, .time, .dateTime: self = .other(kind: "a date or time")
        }
    }
}
