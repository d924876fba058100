import Foundation
import Testing

/// The manual pages name everything that the programs take.
struct ManualTests {
    /// A command of `--experimental-dump-help`.
    private struct Command: Decodable {
        struct Argument: Decodable {
            struct Name: Decodable {
                var kind: String
                var name: String
            }
            var shouldDisplay: Bool
            var names: [Name]?
        }
        var commandName: String
        var arguments: [Argument]?
        var subcommands: [Command]?
    }

    private struct Dump: Decodable {
        var command: Command
    }

    private func page(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(
            contentsOf: folder.appending(path: "config/man/\(name)"), encoding: .utf8)
    }

    /// Each command's words, and its options as mdoc writes them.
    private func usage(of program: String) throws -> [(words: String, options: [String])] {
        let dump = try BuiltProgram.run(program, ["--experimental-dump-help"]).output
        func walk(_ command: Command, _ path: [String]) -> [(words: String, options: [String])] {
            let options = (command.arguments ?? []).filter(\.shouldDisplay).flatMap { argument in
                (argument.names ?? []).map {
                    $0.kind == "long" ? "Fl -\($0.name)" : "Fl \($0.name)"
                }
            }
            let own = [(words: path.joined(separator: " "), options: options)]
            return (command.subcommands ?? []).filter { $0.commandName != "help" }
                .reduce(own) { $0 + walk($1, path + [$1.commandName]) }
        }
        return walk(try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command, [])
    }

    private static let everywhere: Set = ["Fl h", "Fl -help", "Fl -version"]

    @Test(arguments: [("warraq", "warraq.1"), ("warraqd", "warraqd.8")])
    func `a manual page names every command and option`(program: String, file: String) throws {
        let text = try page(file)
        let commands = try usage(of: program)
        #expect(!commands.isEmpty)
        for command in commands {
            // A command with commands of its own is named by those.
            let isNamed = command.words.isEmpty || text.contains("Cm \(command.words)")
            #expect(isNamed, "\(file) does not name \(command.words)")
            for option in command.options where !Self.everywhere.contains(option) {
                #expect(text.contains(option), "\(file) lacks \(option) of \(command.words)")
            }
        }
    }
}
