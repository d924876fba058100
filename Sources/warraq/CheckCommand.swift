internal import ArgumentParser
internal import Foundation
internal import WarraqServer

/// `warraq check`: what is wrong with a settings file.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say everything that is wrong with a settings file.",
        discussion: """
            Each problem is a line: FILE:LINE: key: what is wrong. The WARRAQ_ variables of the \
            environment are read too, as warraqd reads them. Exits 0 when nothing is wrong, else 78.

            EXAMPLES
              warraq check /etc/warraq/warraqd.toml
              warraq check --defaults > warraqd.toml     a file to start from
            """)

    @Argument(help: "The settings file.", completion: .file(extensions: ["toml"]))
    var file: String?

    @Flag(help: "Print a file with every key, commented out, at its default, and stop.")
    var defaults = false

    func validate() throws {
        guard defaults != (file != nil) else {
            throw ValidationError("Give a settings file, or --defaults.")
        }
    }

    func run() throws {
        guard let file else {
            StandardOutput.write(Array(Settings.document.utf8))
            return
        }
        do throws(SettingsProblems) {
            _ = try Settings.load(file: file, environment: ProcessInfo.processInfo.environment)
        } catch {
            StandardOutput.print(error.description)
            throw ExitCode(ExitStatus.settings.rawValue)
        }
    }
}
