import Foundation
import NearDuplicates
import Testing
import WarraqServer
import WarraqTesting

struct CorpusFileTests {
    private let directory = FileManager.default.temporaryDirectory.path

    @Test func `blocks come back whether written or not yet`() throws {
        var random = SplitMix64(seed: 1)
        var file = try BlockFile(in: directory)
        var blocks: [[UInt8]] = []
        // Several times what is kept before it is written.
        for _ in 0..<600 {
            let length = Int.random(in: 0...9_000, using: &random)
            let block = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* length) }
            try file.append(block)
            blocks.append(block)
            let number = Int.random(in: 0..<blocks.count, using: &random)
            #expect(file.read(number) == blocks[number])
        }
        for number in blocks.indices { #expect(file.read(number) == blocks[number]) }
    }

    @Test func `lines come one by one, the last without a line feed`() throws {
        let long = String(repeating: "ل", count: 1_500_000)
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID())").path
        try "a\n\n\(long)\nz".write(toFile: path, atomically: true, encoding: .utf8)
        var lines = try CorpusLines(path: path)
        var found: [String] = []
        while let line = try lines.next() { found.append(String(decoding: line, as: UTF8.self)) }
        #expect(found == ["a", "", long, "z"])
        #expect(lines.count == 4)
        #expect(lines.bytesRead == lines.byteCount)
    }
}

struct WordTilingTests {
    private func tiling(_ a: String, _ b: String) -> WordTiling {
        WordTiling(
            CorpusText.words(of: Array(a.utf8)), CorpusText.words(of: Array(b.utf8)))
    }

    @Test(arguments: [
        (a: "a b c d e f", b: "a b c d e f", tiled: 6, inOrder: 6),
        (a: "a b c d e f", b: "d e f a b c", tiled: 6, inOrder: 3),
        (a: "a b x c d y", b: "a b c d", tiled: 0, inOrder: 4),
        (a: "a b c a b c", b: "a b c", tiled: 3, inOrder: 3),
        (a: "a b c", b: "x y", tiled: 0, inOrder: 0),
    ])
    func `common runs of three words are tiled, each word once`(
        a: String, b: String, tiled: Int, inOrder: Int
    ) {
        let tiling = tiling(a, b)
        #expect(tiling.tiled == tiled)
        #expect(tiling.inOrder == inOrder)
        #expect(tiling.isExact == (a == b))
    }
}
