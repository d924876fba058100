/// Why one value was refused, said so that it reads after the key's name.
struct SettingRefusal: Error, Hashable, Sendable {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}

/// How values of one kind are read and written.
struct SettingForm<Value: Hashable & Sendable>: Sendable {
    /// What an environment variable's text stands for.
    enum Shape: Hashable, Sendable {
        case text, integer, boolean, list
    }

    /// What a value may be, for the file's comments: "1 to 64 bytes".
    let range: String
    /// How the text of an environment variable is taken.
    let shape: Shape
    /// The value, or every reason why there is none.
    let read: @Sendable (RawSetting) throws(SettingRefusals) -> Value
    /// The value as TOML writes it.
    let write: @Sendable (Value) -> String
}

/// Every reason why one value was refused: a list can hold several wrong elements.
struct SettingRefusals: Error, Hashable, Sendable {
    let all: [SettingRefusal]
}

extension SettingForm where Value == Int {
    /// A whole number within `limits`, counted in `unit` ("" for none).
    static func integer(_ limits: ClosedRange<Int>, _ unit: String) -> SettingForm {
        let range =
            "\(limits.lowerBound) to \(limits.upperBound)" + (unit.isEmpty ? "" : " \(unit)")
        return SettingForm(
            range: range, shape: .integer,
            read: { (raw) throws(SettingRefusals) in
                guard case .integer(let number) = raw else {
                    throw .expected("a whole number", raw)
                }
                guard limits.contains(number) else {
                    throw .one("\(number) is out of range, allowed are \(range)")
                }
                return number
            },
            write: { String($0) })
    }
}

extension SettingForm where Value == Bool {
    /// `true` or `false`.
    static var boolean: SettingForm {
        SettingForm(
            range: "true or false", shape: .boolean,
            read: { (raw) throws(SettingRefusals) in
                guard case .boolean(let isTrue) = raw else {
                    throw .expected("true or false", raw)
                }
                return isTrue
            },
            write: { $0 ? "true" : "false" })
    }
}

extension SettingForm where Value == String {
    /// Any string that `check` lets pass.
    static func text(
        _ range: String, check: @escaping @Sendable (String) throws(SettingRefusal) -> Void
    ) -> SettingForm {
        SettingForm(
            range: range, shape: .text,
            read: { (raw) throws(SettingRefusals) in
                guard case .text(let text) = raw else { throw .expected("a string", raw) }
                do throws(SettingRefusal) {
                    try check(text)
                } catch {
                    throw SettingRefusals(all: [error])
                }
                return text
            },
            write: { $0.quotedForTOML })
    }
}

extension SettingForm where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of the names of `Value`.
    static var choice: SettingForm {
        let names = Value.allCases.map(\.rawValue)
        return SettingForm(
            range: names.joined(separator: ", "), shape: .text,
            read: { (raw) throws(SettingRefusals) in
                guard case .text(let text) = raw else { throw .expected("a string", raw) }
                guard let value = Value(rawValue: text) else {
                    throw .one("\"\(text)\" is none of \(names.joined(separator: ", "))")
                }
                return value
            },
            write: { $0.rawValue.quotedForTOML })
    }
}

extension SettingForm where Value == [String] {
    /// A list of any strings.
    static var texts: SettingForm {
        .list(
            "a list of strings", write: { $0 }, element: { (text) throws(SettingRefusal) in text })
    }
}

extension SettingForm where Value == [EndpointSetting] {
    /// A list of endpoints. One without a prefix is attached as `attachment` says.
    static func endpoints(_ attachment: EndpointSetting.Attachment) -> SettingForm {
        .list(
            "a list of tcp:// and ipc:// endpoints, \(attachment == .bind ? "bound" : "connected to")",
            write: \.text,
            element: { (text) throws(SettingRefusal) in
                try EndpointSetting(text, attachment: attachment)
            })
    }
}

extension SettingForm {
    private static func list<Element>(
        _ range: String,
        write: @escaping @Sendable (Element) -> String,
        element: @escaping @Sendable (String) throws(SettingRefusal) -> Element
    ) -> SettingForm where Value == [Element] {
        SettingForm(
            range: range, shape: .list,
            read: { (raw) throws(SettingRefusals) in
                guard case .list(let items) = raw else {
                    throw .expected("a list of strings", raw)
                }
                var values: [Element] = []
                var refusals: [SettingRefusal] = []
                for item in items {
                    guard case .text(let text) = item else {
                        refusals.append(
                            SettingRefusal("expected a list of strings, found \(item.kind) in it"))
                        continue
                    }
                    do throws(SettingRefusal) {
                        values.append(try element(text))
                    } catch {
                        refusals.append(error)
                    }
                }
                guard refusals.isEmpty else { throw SettingRefusals(all: refusals) }
                return values
            },
            write: { values in
                "[" + values.map { write($0).quotedForTOML }.joined(separator: ", ") + "]"
            })
    }
}

extension SettingRefusals {
    fileprivate static func one(_ message: String) -> SettingRefusals {
        SettingRefusals(all: [SettingRefusal(message)])
    }

    fileprivate static func expected(_ what: String, _ raw: RawSetting) -> SettingRefusals {
        .one("expected \(what), found \(raw.kind)")
    }
}

extension String {
    /// A TOML basic string.
    var quotedForTOML: String {
        var quoted = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
