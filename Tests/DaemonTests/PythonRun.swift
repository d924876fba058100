import Foundation

/// Runs one of the Python clients of this folder against the `warraqd` that was just built.
struct PythonRun {
    /// What a finished script left.
    struct Result {
        let status: Int32
        let output: String
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    /// The package's own folder.
    static let package = folder.deletingLastPathComponent().deletingLastPathComponent()

    /// The folder that holds the programs of this build, beside the test bundle.
    static var products: URL {
        get throws {
            // The test runner's first argument or its own path lies in the build folder.
            let candidates = CommandLine.arguments.prefix(1) + Bundle.allBundles.map(\.bundlePath)
            for candidate in candidates {
                var folder = URL(fileURLWithPath: candidate).deletingLastPathComponent()
                for _ in 0..<3 {
                    if FileManager.default.isExecutableFile(
                        atPath: folder.appendingPathComponent("warraqd").path)
                    {
                        return folder
                    }
                    folder.deleteLastPathComponent()
                }
            }
            let fallback = package.appendingPathComponent(".build/debug")
            guard
                FileManager.default.isExecutableFile(
                    atPath: fallback.appendingPathComponent("warraqd").path)
            else { throw MissingProgram(searched: Array(candidates) + [fallback.path]) }
            return fallback
        }
    }

    /// The built `warraqd` is not where it should be.
    struct MissingProgram: Error {
        let searched: [String]
    }

    /// Runs `script` with the daemon's path and `arguments`. Debian's own Python has pyzmq, by
    /// `config/apt-packages`.
    static func run(_ script: String, _ arguments: String...) throws -> Result {
        try run(
            "/usr/bin/python3",
            [
                folder.appendingPathComponent("Python/\(script)").path,
                try products.appendingPathComponent("warraqd").path,
            ] + arguments)
    }

    /// Runs a program to its end; its two output streams come as one text.
    static func run(
        _ program: String, _ arguments: [String], input: Data? = nil,
        environment: [String: String]? = nil
    ) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        if let environment { process.environment = environment }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        let standardInput = Pipe()
        process.standardInput = standardInput
        try process.run()
        if let input { try standardInput.fileHandleForWriting.write(contentsOf: input) }
        try standardInput.fileHandleForWriting.close()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self))
    }
}
