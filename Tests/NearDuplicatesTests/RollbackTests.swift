import NearDuplicates
import Testing

struct RollbackTests {
    /// Texts that share much, so that stop keys and furniture come about.
    private func texts(_ count: Int, _ composer: inout Composer) -> [Fingerprint] {
        let common = (0..<6).map { _ in composer.words(30) }
        return (0..<count).map { _ in
            let shared = common[Int.random(in: 0..<6, using: &composer)]
            return Fingerprint(
                of: SampleText.tokenized(paragraphs: [
                    composer.words(40), shared, composer.words(20),
                ]))
        }
    }

    private func smallConfiguration() -> IndexConfiguration {
        var configuration = IndexConfiguration()
        configuration.windowMilliseconds = 400
        configuration.maxDocuments = 90
        configuration.stopPostings = 12
        configuration.rollbackDepth = 64
        return configuration
    }

    @Test func `an index rolled back answers as if the documents had never come`() {
        var composer = Composer(seed: 70)
        for _ in 0..<20 {
            let texts = texts(260, &composer)
            let kept = Int.random(in: 0...120, using: &composer)
            let undone = Int.random(in: 1...60, using: &composer)
            var clean = NearDuplicateIndex(configuration: smallConfiguration())
            var rolledBack = NearDuplicateIndex(configuration: smallConfiguration())
            var time: Int64 = 0
            for text in texts[..<kept] {
                time += Int64.random(in: 0...8, using: &composer)
                _ = clean.insert(text, host: UInt64(time % 3), at: time)
                _ = rolledBack.insert(text, host: UInt64(time % 3), at: time)
            }
            var later = time
            for text in texts[kept..<(kept + undone)] {
                later += Int64.random(in: 0...20, using: &composer)
                _ = rolledBack.insert(text, host: UInt64(later % 3), at: later)
            }
            rolledBack.rollback(to: clean.last)
            #expect(rolledBack.last == clean.last)
            #expect(rolledBack.liveCount == clean.liveCount)
            for text in texts[(kept + undone)...] {
                time += Int64.random(in: 0...8, using: &composer)
                let expected = clean.answer(for: text, host: UInt64(time % 3), at: time)
                #expect(rolledBack.answer(for: text, host: UInt64(time % 3), at: time) == expected)
                let number = clean.insert(text, host: UInt64(time % 3), at: time)
                #expect(rolledBack.insert(text, host: UInt64(time % 3), at: time) == number)
            }
        }
    }

    @Test func `rolling back to none empties the index`() {
        var composer = Composer(seed: 71)
        var index = NearDuplicateIndex()
        let texts = texts(10, &composer)
        for (time, text) in texts.enumerated() {
            index.insert(
                text, host: 1, at: Int64(time),
                as: DocumentNumber(rawValue: UInt32(5_000 + time * 7)))
        }
        index.rollback(to: .none)
        #expect(index.last == .none)
        #expect(index.liveCount == 0)
        #expect(texts.allSatisfy { index.candidates(for: $0, host: 2, at: 20).isEmpty })
        #expect(index.insert(texts[0], host: 1, at: 0).rawValue == 1)
    }

    @Test func `an index rebuilt from bytes answers like the one they came from`() throws {
        var composer = Composer(seed: 72)
        let texts = texts(150, &composer)
        var original = NearDuplicateIndex(configuration: smallConfiguration())
        var rebuilt = NearDuplicateIndex(configuration: smallConfiguration())
        for (time, text) in texts[..<120].enumerated() {
            let number = original.insert(text, host: UInt64(time % 3), at: Int64(time))
            // The window has 90 places: a log need not keep more.
            guard time >= 30 else { continue }
            rebuilt.insert(
                try #require(Fingerprint(bytes: text.bytes)), host: UInt64(time % 3),
                at: Int64(time),
                as: number)
        }
        for text in texts[120...] {
            #expect(
                rebuilt.answer(for: text, host: 1, at: 130)
                    == original.answer(for: text, host: 1, at: 130))
        }
    }

    @Test func `numbers that do not rise are refused`() async {
        await #expect(processExitsWith: .failure) {
            var index = NearDuplicateIndex()
            let text = Fingerprint(of: TokenizedText(tokens: []))
            index.insert(text, host: 1, at: 0, as: DocumentNumber(rawValue: 2))
            index.insert(text, host: 1, at: 0, as: DocumentNumber(rawValue: 2))
        }
    }

    @Test func `rolling back further than the journal reaches is refused`() async {
        await #expect(processExitsWith: .failure) {
            var configuration = IndexConfiguration()
            configuration.rollbackDepth = 2
            var index = NearDuplicateIndex(configuration: configuration)
            for _ in 0..<3 {
                _ = index.insert(Fingerprint(of: TokenizedText(tokens: [])), host: 1, at: 0)
            }
            index.rollback(to: .none)
        }
    }
}
