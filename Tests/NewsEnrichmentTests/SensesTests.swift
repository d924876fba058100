import Foundation
import Testing

struct SensesTests {
    @Test
    func `each class has a bit of its own`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/NewsEnrichment/Text/Senses.swift")
        let source = try String(contentsOf: file, encoding: .utf8)
        let bits = source.matches(of: /= bit\(([0-9]+)\)/).compactMap { Int($0.1) }
        #expect(bits.count > 40)
        #expect(Set(bits).count == bits.count)
        #expect(bits.allSatisfy { (0..<64).contains($0) })
    }
}
