import Foundation
import Testing

/// The real daemon over real sockets and the real SQLite, with clients in Python.
@Suite(.serialized)
struct DaemonTests {
    @Test func `killed at random moments it loses nothing and stores nothing twice`() throws {
        expectSuccess(try PythonRun.run("kill.py", "8", "1"))
    }

    @Test func `it survives malformed and hostile messages and serves good clients`() throws {
        expectSuccess(try PythonRun.run("hostile.py", "5000", "1"))
    }

    @Test func `floods, rivals, damage and a full disk lose nothing unseen`() throws {
        expectSuccess(try PythonRun.run("adversity.py"))
    }

    @Test func `stopped under load it answers what it read and exits with 0`() throws {
        expectSuccess(try PythonRun.run("drain.py", "3"))
    }

    @Test func `a corpus goes in with an answer each and comes out with every seq once`() throws {
        expectSuccess(try PythonRun.run("corpus.py", Self.fixture("ant-slice.jsonl")))
    }

    @Test func `the two seeds end linked in either order`() throws {
        expectSuccess(
            try PythonRun.run("seeds.py", Self.fixture("000.txt"), Self.fixture("001.txt")))
    }

    @Test func `the earlier publication is the original in either order, across restarts`() throws {
        expectSuccess(try PythonRun.run("originals.py"))
    }

    @Test func `copies of what left the window are found across restarts`() throws {
        expectSuccess(try PythonRun.run("tail.py"))
    }

    @Test func `names that articles introduce are known from then on`() throws {
        expectSuccess(try PythonRun.run("names.py"))
    }

    @Test func `a site teaches its furniture, a restart keeps it and forget ends it`() throws {
        let command = try PythonRun.products.appendingPathComponent("warraq").path
        expectSuccess(try PythonRun.run("site.py", command))
    }

    @Test func `the contract's replies are as PROTOCOL says`() throws {
        expectSuccess(try PythonRun.run("protocol.py"))
    }

    @Test func `the README's Python works as printed`() throws {
        expectSuccess(
            try PythonRun.run(
                "readme.py", PythonRun.package.appendingPathComponent("README.md").path))
    }

    private static func fixture(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/\(name)").path
    }

    private func expectSuccess(
        _ result: PythonRun.Result, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(result.status == 0, "\(result.output)", sourceLocation: sourceLocation)
    }
}
