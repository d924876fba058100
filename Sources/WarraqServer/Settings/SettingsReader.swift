internal import Glibc
internal import TOMLKit

extension Settings {
    /// Reads settings from `file`, overridden by `environment`.
    ///
    /// - Parameters:
    ///   - file: A path, `nil` for the defaults.
    ///   - environment: Every variable of the process; those that begin with `WARRAQ_` count.
    /// - Throws: Everything that is wrong with either, together.
    public static func load(
        file: String?, environment: [String: String]
    ) throws(SettingsProblems) -> Settings {
        guard let file else { return try read("", file: "", environment: environment) }
        let text: String
        switch contents(of: file) {
        case .success(let contents): text = contents
        case .failure(let refusal):
            throw SettingsProblems(all: [
                SettingsProblem(place: .file(file), key: nil, message: refusal.message)
            ])
        }
        return try read(text, file: file, environment: environment)
    }

    /// Reads settings from the `text` of `file`, overridden by `environment`.
    public static func read(
        _ text: String, file: String, environment: [String: String]
    ) throws(SettingsProblems) -> Settings {
        var reader = SettingsReader(file: file)
        reader.readTOML(text)
        reader.readEnvironment(environment)
        let settings = Settings(reader.values)
        reader.checkTogether(settings)
        let problems = reader.problems
        guard problems.isEmpty else {
            throw SettingsProblems(all: problems.sorted { $0.order < $1.order })
        }
        return settings
    }

    private static func contents(of file: String) -> Result<String, SettingRefusal> {
        func refused() -> Result<String, SettingRefusal> {
            .failure(SettingRefusal(String(cString: strerror(errno))))
        }
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return refused() }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &block, block.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return refused() }
            if count == 0 { break }
            bytes += block[..<count]
        }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            return .failure(SettingRefusal("is not UTF-8 text"))
        }
        return .success(text)
    }
}

/// Collects values and problems from file and environment.
struct SettingsReader {
    let file: String
    private(set) var values = SettingValues()
    private(set) var problems: [SettingsProblem] = []
    /// Where each key that was set got its value.
    private var places: [String: SettingsProblem.Place] = [:]

    init(file: String) {
        self.file = file
    }

    /// Reads every key of `text`.
    mutating func readTOML(_ text: String) {
        let root: TOMLTable
        do {
            root = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            let place = SettingsProblem.Place.line(max(1, error.source.begin.line), file: file)
            problems.append(SettingsProblem(place: place, key: nil, message: error.description))
            return
        } catch {
            problems.append(SettingsProblem(place: .file(file), key: nil, message: "\(error)"))
            return
        }
        let lines = SettingsLines(text)
        for (name, value) in root {
            let place = SettingsProblem.Place.line(lines.line(of: [name]), file: file)
            guard let known = Settings.tables.first(where: { $0.name == name }) else {
                refuseUnknown(name, isTable: value.table != nil, at: place)
                continue
            }
            guard let table = value.table else {
                let kind = RawSetting(value).kind
                problems.append(
                    SettingsProblem(
                        place: place, key: name,
                        message: "expected the table [\(name)], found \(kind)")
                )
                continue
            }
            for (leaf, value) in table {
                let place = SettingsProblem.Place.line(lines.line(of: [name, leaf]), file: file)
                guard let key = known.keys.first(where: { $0.leaf == leaf }) else {
                    refuseUnknown("\(name).\(leaf)", isTable: false, at: place)
                    continue
                }
                take(RawSetting(value), for: key, at: place)
            }
        }
    }

    /// Reads every variable that names a key.
    mutating func readEnvironment(_ environment: [String: String]) {
        let names = Settings.keys.map(\.environmentName)
        for (name, text) in environment where name.hasPrefix("WARRAQ_") {
            let place = SettingsProblem.Place.environment(name)
            if let key = Settings.keys.first(where: { $0.environmentName == name }) {
                take(key.raw(fromEnvironment: text), for: key, at: place)
            } else if let meant = Spelling.suggestion(for: name, among: names) {
                // Only a near miss is a mistake: a container platform sets variables of its own,
                // WARRAQ_SERVICE_HOST for one.
                problems.append(
                    SettingsProblem(
                        place: place, key: nil, message: "unknown variable, did you mean \(meant)?")
                )
            }
        }
    }

    /// Checks what no key can tell alone.
    mutating func checkTogether(_ settings: Settings) {
        for conflict in settings.conflicts {
            let place =
                conflict.keys.lazy.compactMap { [places] in places[$0] }.first ?? .file(file)
            problems.append(
                SettingsProblem(place: place, key: conflict.keys.first, message: conflict.message))
        }
    }

    private mutating func take(
        _ raw: RawSetting, for key: any AnySettingKey, at place: SettingsProblem.Place
    ) {
        places[key.name] = place
        do {
            try key.read(raw, into: &values)
        } catch {
            for refusal in error.all {
                problems.append(
                    SettingsProblem(place: place, key: key.name, message: refusal.message))
            }
        }
    }

    private mutating func refuseUnknown(
        _ name: String, isTable: Bool, at place: SettingsProblem.Place
    ) {
        let candidates =
            isTable ? Settings.tables.map(\.name) : Settings.keys.map(\.name)
        var meant = Spelling.suggestion(for: name, among: candidates)
        if meant == nil, !isTable {
            // The right key in the wrong table, or in none.
            let leaf = name.split(separator: ".").last.map(String.init) ?? name
            let leaves = Settings.keys.map(\.leaf)
            let nearest = Spelling.suggestion(for: leaf, among: leaves)
            meant = Settings.keys.first { $0.leaf == nearest }?.name
        }
        let what = isTable ? "unknown table" : "unknown key"
        let suggestion = meant.map { ", did you mean \($0)?" } ?? ""
        problems.append(SettingsProblem(place: place, key: name, message: what + suggestion))
    }
}
