internal import Foundation
internal import Glibc

/// What callgrind counts for a round: this program, run again under valgrind.
struct InstructionCount {
    /// Instructions of a round, the mean of a few.
    let perRound: Int

    private static let rounds = 20

    /// Why nothing was counted.
    enum Failure: Error, CustomStringConvertible {
        case noCount(name: String, output: String)

        var description: String {
            switch self {
            case .noCount(let name, let output): "valgrind counted nothing for \(name): \(output)"
            }
        }
    }

    /// Counts the rounds of the benchmark of this name.
    ///
    /// - Parameter program: The program to run, without what valgrind cannot read.
    init(of name: String, pages: [String], program: borrowing Program) throws {
        let output = try Self.errorOutput(
            of: [
                "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                "--toggle-collect=*measuredRound*", program.path, "--run", name,
                "--rounds", "\(Self.rounds)",
            ] + pages.flatMap { ["--page", $0] })
        // "==1234== Collected : 5678"
        guard
            let line = output.split(separator: "\n").last(where: { $0.contains("Collected :") }),
            let word = line.split(separator: " ").last, let count = Int(word), count > 0
        else { throw Failure.noCount(name: name, output: output) }
        perRound = count / Self.rounds
    }

    /// This program without what debuggers read, which valgrind 3.19 of Debian 12 cannot.
    struct Program: ~Copyable {
        let path: String

        /// Makes the copy, for as long as this lives.
        init() throws {
            path = FileManager.default.temporaryDirectory
                .appending(path: "ArticleBenchmarks-\(getpid())").path()
            let output = try errorOutput(
                of: ["strip", "--strip-debug", "-o", path, CommandLine.arguments[0]])
            guard FileManager.default.fileExists(atPath: path) else {
                throw Failure.noCount(name: "strip", output: output)
            }
        }

        deinit { unlink(path) }
    }

    private static func errorOutput(of command: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    /// The figures as a line of the report.
    func line(_ benchmark: Benchmark) -> String {
        var line = benchmark.name.padding(toLength: 36, withPad: " ", startingAt: 0)
        line += String(format: "%14d instructions", perRound)
        if benchmark.bytes > 0 {
            line += String(format: "%10.2f a byte", Double(perRound) / Double(benchmark.bytes))
        }
        return line
    }
}
