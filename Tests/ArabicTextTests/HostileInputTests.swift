import ArabicText
import Testing

/// Whatever the bytes are, every entry returns, and what it returns is valid.
struct HostileInputTests {
    private func readEverything(_ bytes: [UInt8]) {
        for declaration in [nil, "utf-8", "windows-1256", "utf-16be"] as [String?] {
            guard let decoded = try? TextDecoder.decode(bytes, declaredCharset: declaration) else {
                continue
            }
            #expect(String(validating: decoded.utf8, as: UTF8.self) != nil)
            for form in Form.allCases {
                let once = form.of(decoded.utf8)
                #expect(String(validating: once, as: UTF8.self) != nil)
                #expect(form.of(once) == once)
            }
        }
        // Bytes that are no UTF-8 break the promise of the callers, and must do no harm either.
        for form in Form.allCases { _ = form.of(bytes) }
        let words = FingerprintForm.words(of: bytes)
        #expect(words.allSatisfy { $0.start < $0.end })
        #expect(zip(words, words.dropFirst()).allSatisfy { $0.end <= $1.start })
        _ = LanguageIdentifier.identify(bytes)
        #expect(WordScanner.count(in: bytes) >= 0)
    }

    @Test func `random bytes do no harm`() {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<150 {
            let count = Int.random(in: 0...300, using: &generator)
            readEverything((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
    }

    @Test func `damaged text does no harm`() throws {
        var generator = SeededGenerator(seed: 7)
        let lines = try SampleLines.of("")
        for _ in 0..<300 {
            var bytes = Array((lines.randomElement(using: &generator) ?? "").utf8)
            for _ in 0..<Int.random(in: 0...8, using: &generator) where !bytes.isEmpty {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                default: bytes.insert(bytes[index] ^ 0x40, at: index)
                }
            }
            readEverything(bytes)
        }
    }

    @Test(arguments: [
        "\u{301}", "\u{64E}\u{651}", "a\u{323}\u{301}", "\u{202A}", "\u{2067}", "\u{202A}\u{202C}",
        "\u{202C}",
        "ﷲ", "ـ", "\u{200C}", "\u{1161}", "ا\u{654}", "ط§ظ\u{20}", "Ø§", "كانون ", "آب ", "1", "و",
        "\u{FEFF}", "\u{0}",
    ])
    func `a hundred thousand of one thing take linear time`(unit: String) {
        readEverything(Array(String(repeating: unit, count: 100_000 / unit.utf8.count).utf8))
    }

    @Test func `a body of many short lines grows without copying itself at each`() {
        let line = Array("خبر".utf8)
        var output: [UInt8] = []
        var moves = 0
        for _ in 0..<20_000 {
            let capacity = output.capacity
            DisplayForm.append(line.span, to: &output)
            if output.capacity != capacity { moves += 1 }
        }
        #expect(moves < 40)
    }
}
