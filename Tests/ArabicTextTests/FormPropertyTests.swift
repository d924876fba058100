import ArabicText
import Foundation
import Testing

struct FormPropertyTests {
    @Test(arguments: Form.allCases)
    func `each form of every scalar changes no more when taken again`(form: Form) {
        for slice in AllOfUnicode.slices {
            let text = AllOfUnicode.scalars(slice).map { "م\($0)ن e\($0)\u{301} \($0)\n" }.joined()
            let once = form.of(Array(text.utf8))
            #expect(form.of(once) == once, "slice \(slice)")
        }
    }

    @Test(arguments: Form.allCases)
    func `no form joins or splits words around any scalar`(form: Form) {
        for slice in AllOfUnicode.slices {
            let lines = AllOfUnicode.scalars(slice).map { "م\($0)ن \($0) م\($0)\u{301}\n" }
            let text = Array(lines.joined().utf8)
            guard WordScanner.count(in: form.of(text)) != WordScanner.count(in: text) else {
                continue
            }
            let culprits = lines.filter { line in
                let bytes = Array(line.utf8)
                return WordScanner.count(in: form.of(bytes)) != WordScanner.count(in: bytes)
            }
            Issue.record("\(culprits)")
        }
    }

    @Test(arguments: Form.allCases)
    func `random text changes once and keeps its words`(form: Form) {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<6000 {
            let text = Array(generator.text(maxScalars: 12).utf8)
            let once = form.of(text)
            #expect(form.of(once) == once, "\(text)")
            let composed = DisplayForm.of(text)
            #expect(WordScanner.count(in: once) == WordScanner.count(in: composed), "\(text)")
        }
    }

    @Test(arguments: [Form.key, .loose])
    func `a key of the display form is the key of the text`(form: Form) {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<6000 {
            let text = Array(generator.text(maxScalars: 12).utf8)
            #expect(form.of(DisplayForm.of(text)) == form.of(text), "\(text)")
        }
    }

    @Test func `fingerprints hash the folded words, fast path or slow`() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<6000 {
            let text = Array(generator.text(maxScalars: 16).utf8)
            let words = FingerprintForm.words(of: text)
            let scanned = WordScanner.words(in: text).map(\.scalars)
            #expect(words.map { Int($0.start)..<Int($0.end) } == scanned, "\(text)")
            let display = FingerprintForm.words(of: DisplayForm.of(text))
            #expect(words.map(\.hash) == display.map(\.hash), "\(text)")
        }
    }
}

struct CanonicalEquivalenceTests {
    /// What display leaves of a text, by Foundation's composition.
    private func composed(_ text: String) -> [Unicode.Scalar] {
        Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
    }

    @Test func `display composes every scalar as Foundation does`() {
        for slice in AllOfUnicode.slices {
            for scalar in AllOfUnicode.scalars(slice) where isKept(scalar) {
                let decomposed = String(scalar).decomposedStringWithCanonicalMapping
                // Swift 6.3's composition takes a base above U+FFFF for its lower 16 bits (U+10041
                // and an acute accent become Á), so nothing follows one here.
                let text =
                    "e\(scalar) a\(decomposed)" + (scalar.value > 0xFFFF ? "" : "\u{301}\u{323}")
                guard Array(DisplayForm.of(text).unicodeScalars) != composed(text) else { continue }
                Issue.record("U+\(String(scalar.value, radix: 16))")
            }
        }
    }

    @Test func `display composes random sequences as Foundation does`() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<20000 {
            let random = generator.text(maxScalars: 10).unicodeScalars
                .filter { isKept($0) && $0.value < 0x10000 }
            let text = String(String.UnicodeScalarView(random))
            #expect(Array(DisplayForm.of(text).unicodeScalars) == composed(text), "\(random)")
        }
    }

    /// Whether display keeps a scalar that Foundation's older data knows too: Swift 6.3 has properties
    /// of Unicode 17 and normal forms of Unicode 15.
    private func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if let age = scalar.properties.age, age.major > 15 { return false }
        return switch scalar.value {
        case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
            0xFB50...0xFDF9,
            0xFE70...0xFEFF:
            false
        default: true
        }
    }
}
