internal import ArgumentParser
internal import Foundation
internal import WarraqServer

/// `warraqd`, the daemon.
@main
struct Warraqd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warraqd",
        abstract: "Takes in scraped Arabic news over ZeroMQ, cleans it, names the duplicates.",
        discussion: """
            Runs until SIGTERM or SIGINT, then finishes what it has read. SIGHUP, or better warraq \
            reload, reads the settings again. It stays in the foreground and logs to standard error.

            Exits 0 after a signal, 64 for wrong usage, 71 when a port or the disk is not to be had, \
            78 for wrong settings, which warraq check explains too.
            """,
        version: Version.current)

    @Option(
        help: ArgumentHelp(
            "The settings file.",
            discussion: "Without it, the defaults hold. WARRAQ_ variables override either.",
            valueName: "file"),
        completion: .file(extensions: ["toml"]))
    var config: String?

    func run() throws {
        let source = SettingsSource(
            file: config, environment: ProcessInfo.processInfo.environment)
        let settings: Settings
        do throws(SettingsProblems) {
            settings = try source.load()
        } catch {
            StandardError.write(error.description + "\n")
            throw ExitCode(ExitStatus.settings.rawValue)
        }
        let status = DaemonProcess(source: source, settings: settings).run()
        if status != .success { throw ExitCode(status.rawValue) }
    }
}
