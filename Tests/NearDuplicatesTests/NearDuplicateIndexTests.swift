import NearDuplicates
import Testing

struct NearDuplicateIndexTests {
    private func configuration(
        window: Int64 = 1_000, documents: Int = 1_000, rollback: Int = 8_192
    ) -> IndexConfiguration {
        var configuration = IndexConfiguration()
        configuration.windowMilliseconds = window
        configuration.maxDocuments = documents
        configuration.rollbackDepth = rollback
        return configuration
    }

    private func fingerprint(_ paragraphs: [[String]]) -> Fingerprint {
        Fingerprint(of: SampleText.tokenized(paragraphs: paragraphs))
    }

    @Test func `exact copies come first and the oldest of them leads`() {
        var composer = Composer(seed: 50)
        var index = NearDuplicateIndex()
        let text = composer.paragraphs(4)
        let near = index.insert(fingerprint(Array(text[..<3])), host: 1, at: 0)
        let first = index.insert(fingerprint(text), host: 2, at: 1)
        let second = index.insert(fingerprint(text), host: 3, at: 2)
        _ = index.insert(fingerprint(composer.paragraphs(4)), host: 4, at: 3)
        let candidates = index.candidates(for: fingerprint(text), host: 5, at: 4)
        #expect(candidates.map(\.number) == [first, second, near])
        #expect(candidates.map(\.isExactCopy) == [true, true, false])
        #expect(candidates[2].sharedKeys > 0)
    }

    @Test func `a text of a few words is found by an exact copy only`() {
        var index = NearDuplicateIndex()
        let number = index.insert(
            Fingerprint(of: SampleText.tokenized("خبر قصير جدا")), host: 1, at: 0)
        let copy = index.candidates(
            for: Fingerprint(of: SampleText.tokenized("خبر قصير جدا")), host: 1, at: 1)
        let other = index.candidates(
            for: Fingerprint(of: SampleText.tokenized("خبر قصير")), host: 1, at: 1)
        #expect(copy.map(\.number) == [number])
        #expect(other.isEmpty)
    }

    @Test(arguments: [(1_000, true), (1_001, false)])
    func `a document is found up to the end of its window`(age: Int64, isFound: Bool) {
        var composer = Composer(seed: 51)
        let text = fingerprint(composer.paragraphs(2))
        var index = NearDuplicateIndex(configuration: configuration())
        _ = index.insert(text, host: 1, at: 5_000)
        #expect(index.candidates(for: text, host: 2, at: 5_000 + age).isEmpty == !isFound)
        // The same when another insertion, not the look-up, moves the window.
        _ = index.insert(fingerprint(composer.paragraphs(2)), host: 1, at: 5_000 + age)
        #expect(index.liveCount == (isFound ? 2 : 1))
        #expect(index.candidates(for: text, host: 2, at: 0).isEmpty == !isFound)
    }

    @Test func `looking up a copy does not lengthen its original's window`() {
        var composer = Composer(seed: 52)
        let text = fingerprint(composer.paragraphs(2))
        var index = NearDuplicateIndex(configuration: configuration())
        _ = index.insert(text, host: 1, at: 0)
        for time in stride(from: Int64(100), through: 1_000, by: 100) {
            #expect(index.candidates(for: text, host: 2, at: time).count == 1)
        }
        #expect(index.candidates(for: text, host: 2, at: 1_001).isEmpty)
    }

    @Test func `the oldest document goes when there are too many`() {
        var composer = Composer(seed: 53)
        let texts = (0..<6).map { _ in fingerprint(composer.paragraphs(2)) }
        var index = NearDuplicateIndex(configuration: configuration(documents: 4))
        for text in texts { _ = index.insert(text, host: 1, at: 0) }
        #expect(index.liveCount == 4)
        let found = texts.map { !index.candidates(for: $0, host: 2, at: 0).isEmpty }
        #expect(found == [false, false, true, true, true, true])
    }

    @Test func `a key in fifty documents counts for nothing`() {
        var composer = Composer(seed: 54)
        let formula = composer.words(40)
        var index = NearDuplicateIndex()
        for host in 0..<50 {
            let text = fingerprint([composer.words(60), formula])
            let found = index.candidates(for: text, host: UInt64(host), at: 0)
            #expect(found.count == min(16, host))
            _ = index.insert(text, host: UInt64(host), at: 0)
        }
        let answer = index.answer(
            for: fingerprint([composer.words(60), formula]), host: 99, at: 0)
        #expect(answer.candidates.isEmpty)
        #expect(!answer.commonKeys.isEmpty)
    }

    @Test(arguments: [(3, 0, true), (4, 0, false), (4, 604_800_001, true)])
    func `a fingerprint seen five times on one host within a week is furniture`(
        earlier: Int, wait: Int64, isFound: Bool
    ) {
        var composer = Composer(seed: 55)
        let furniture = composer.words(40)
        var index = NearDuplicateIndex()
        for _ in 0..<earlier {
            _ = index.insert(fingerprint([composer.words(60), furniture]), host: 7, at: 0)
        }
        let text = fingerprint([furniture, composer.words(60)])
        let answer = index.answer(for: text, host: 7, at: wait)
        #expect(answer.candidates.isEmpty == !isFound)
        #expect(answer.commonKeys.isEmpty == isFound)
        // Elsewhere it has not been seen that often yet.
        #expect(!index.candidates(for: text, host: 8, at: wait).isEmpty)
    }

    @Test func `other articles in the same furniture are never duplicates`() {
        var composer = Composer(seed: 56)
        let furniture = composer.words(60)
        var index = NearDuplicateIndex()
        var texts: [DocumentNumber: TokenizedText] = [:]
        for time in 0..<150 {
            let text = SampleText.tokenized(
                paragraphs: composer.paragraphs(3) + [furniture])
            let print = Fingerprint(of: text)
            let answer = index.answer(for: print, host: 1, at: Int64(time))
            for candidate in answer.candidates {
                guard let earlier = texts[candidate.number] else { continue }
                let relation = TextComparer.compare(
                    earlier, text, commonKeys: answer.commonKeys
                ).relation
                #expect(relation == .reuses)
            }
            if time > 4 { #expect(answer.candidates.isEmpty) }
            texts[index.insert(print, host: 1, at: Int64(time))] = text
        }
    }

    @Test func `briefs of thirty words with one word changed are linked`() {
        var composer = Composer(seed: 57)
        var linked = 0
        for _ in 0..<200 {
            var index = NearDuplicateIndex()
            let words = composer.words(30)
            var changed = words
            changed[Int.random(in: 0..<30, using: &composer)] = "تغيير"
            let number = index.insert(fingerprint([words]), host: 1, at: 0)
            let found = index.candidates(for: fingerprint([changed]), host: 2, at: 1)
            let relation = TextComparer.compare(
                SampleText.tokenized(paragraphs: [words]),
                SampleText.tokenized(paragraphs: [changed])
            ).relation
            if found.map(\.number) == [number], relation == .near { linked += 1 }
        }
        #expect(linked >= 196)
    }

    @Test func `a part of a release inside another article is found and told`() {
        var composer = Composer(seed: 58)
        var linked = 0
        for _ in 0..<200 {
            var index = NearDuplicateIndex()
            let release = composer.words(150)
            let share = Double.random(in: 0.2...1, using: &composer)
            let part = Array(release[..<Int(share * 150)])
            let article = composer.paragraphs(4) + [part] + composer.paragraphs(3)
            let number = index.insert(fingerprint([release]), host: 1, at: 0)
            let found = index.candidates(for: fingerprint(article), host: 2, at: 1)
            let relation = TextComparer.compare(
                SampleText.tokenized(paragraphs: [release]),
                SampleText.tokenized(paragraphs: article)
            ).relation
            if found.map(\.number) == [number], relation == .reuses || relation == .contains {
                linked += 1
            }
        }
        #expect(linked >= 198)
    }

    @Test func `slots of old documents are used again`() {
        var composer = Composer(seed: 59)
        let window: Int64 = 300
        var index = NearDuplicateIndex(configuration: configuration(window: window, rollback: 8))
        var bytes: [Int] = []
        for time in 0..<(6 * window) {
            _ = index.insert(fingerprint([composer.words(200)]), host: 1, at: time)
            if time % window == window - 1 { bytes.append(index.postingBytes) }
        }
        #expect(index.liveCount == Int(window) + 1)
        // Small parts double at times; without reuse it would be three times as much.
        #expect(bytes[5] <= bytes[1] * 12 / 10)
    }

    @Test func `expiring forgets old documents and rolling back revives them`() {
        var composer = Composer(seed: 60)
        let texts = (0..<3).map { _ in fingerprint(composer.paragraphs(2)) }
        var index = NearDuplicateIndex(configuration: configuration())
        let first = index.insert(texts[0], host: 1, at: 0)
        _ = index.insert(texts[1], host: 1, at: 900)
        index.expire(at: 1_001)
        #expect(index.liveCount == 1)
        #expect(index.candidates(for: texts[0], host: 2, at: 0).isEmpty)
        index.rollback(to: first)
        #expect(index.liveCount == 1)
        #expect(index.candidates(for: texts[0], host: 2, at: 0).map(\.number) == [first])
        #expect(index.candidates(for: texts[1], host: 2, at: 0).isEmpty)
    }
}
