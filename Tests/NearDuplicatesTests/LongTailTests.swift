import Foundation
import Testing

@testable import NearDuplicates

/// A directory that goes with the test.
final class TailScratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "long-tail-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }
}

struct LongTailTests {
    let scratch: TailScratch

    init() throws {
        scratch = try TailScratch()
    }

    private func configuration(
        memory: Int = 16, merged: Int = 4, retention: Int64 = .max / 8
    ) -> LongTailConfiguration {
        var configuration = LongTailConfiguration()
        configuration.documentsInMemory = memory
        configuration.mergedSegments = merged
        configuration.retentionMilliseconds = retention
        return configuration
    }

    private func number(_ value: Int) -> DocumentNumber {
        DocumentNumber(rawValue: UInt32(value))
    }

    @Test func `a document is found in memory then in a segment then after opening again`() throws {
        var composer = Composer(seed: 80)
        let sketch = ResemblanceSketch(of: composer.text(200))
        var tail = try LongTail(directory: scratch.path)
        tail.append(sketch, as: number(7), at: 1_000)
        #expect(tail.candidates(for: sketch, at: 1_000).map(\.number) == [number(7)])
        #expect(tail.lastOnDisk == .none)
        try tail.flush()
        #expect(tail.lastOnDisk == number(7))
        let onDisk = tail.candidates(for: sketch, at: 1_000)
        #expect(onDisk.map(\.number) == [number(7)])
        let opened = try LongTail(directory: scratch.path)
        #expect(opened.candidates(for: sketch, at: 1_000) == onDisk)
        #expect(opened.last == number(7))
        #expect(onDisk.first?.isExactCopy == true)
        #expect(onDisk.first?.hasSameNumbers == true)
        #expect(onDisk.first?.milliseconds == 1_000)
        #expect(onDisk.first?.tokenCount == 200)
    }

    @Test func `resembling texts are found as often as 32 bands of 4 promise`() throws {
        var composer = Composer(seed: 81)
        var tail = try LongTail(directory: scratch.path, configuration: configuration(memory: 300))
        var pairs: [(sketch: ResemblanceSketch, number: DocumentNumber, jaccard: Double)] = []
        for index in 1...1_200 {
            let words = composer.words(Int.random(in: 40...250, using: &composer))
            let text = SampleText.tokenized(paragraphs: [words])
            tail.append(ResemblanceSketch(of: text), as: number(index), at: 0)
            try tail.settle()
            let share = Double.random(in: 0...0.1, using: &composer)
            let edited = SampleText.tokenized(
                paragraphs: [composer.misspelt(words, share: share)])
            let jaccard = Jaccard.ofShingles(text, edited)
            guard jaccard >= 0.5 else { continue }
            pairs.append((ResemblanceSketch(of: edited), number(index), jaccard))
        }
        #expect(pairs.count > 700)
        let isFound = pairs.map { pair in
            tail.candidates(for: pair.sketch, at: 0).map(\.number) == [pair.number]
        }
        let promised = pairs.reduce(0) { $0 + 1 - pow(1 - pow($1.jaccard, 4), 32) }
        let found = isFound.count { $0 }
        #expect(Double(found) >= promised - 0.01 * Double(pairs.count))
        // From .65 on nothing to speak of is missed.
        let strong = zip(pairs, isFound).filter { $0.0.jaccard >= 0.65 }
        #expect(Double(strong.count { $0.1 }) >= 0.994 * Double(strong.count))
    }

    @Test func `short texts are found by exact copies only`() throws {
        let short = ResemblanceSketch(of: SampleText.tokenized("خبر قصير جدا"))
        var tail = try LongTail(directory: scratch.path)
        tail.append(short, as: number(1), at: 0)
        try tail.flush()
        let other = ResemblanceSketch(of: SampleText.tokenized("خبر قصير"))
        #expect(tail.candidates(for: short, at: 0).map(\.number) == [number(1)])
        #expect(tail.candidates(for: other, at: 0).isEmpty)
        let empty = ResemblanceSketch(of: TokenizedText(tokens: []))
        tail.append(empty, as: number(2), at: 0)
        #expect(tail.candidates(for: empty, at: 0).isEmpty)
        try tail.flush()
        #expect(tail.candidates(for: empty, at: 0).isEmpty)
        #expect(tail.candidates(for: short, at: 0).map(\.number) == [number(1)])
        #expect(tail.count == 2)
    }

    @Test func `merging keeps every document and few segments`() throws {
        var composer = Composer(seed: 82)
        var tail = try LongTail(directory: scratch.path, configuration: configuration())
        var sketches: [ResemblanceSketch] = []
        for index in 1...1_000 {
            let count = index.isMultiple(of: 10) ? 8 : 60
            let sketch = ResemblanceSketch(of: composer.text(count))
            sketches.append(sketch)
            tail.append(sketch, as: number(index), at: Int64(index))
            try tail.settle()
        }
        try tail.flush()
        #expect(tail.count == 1_000)
        #expect(tail.segmentCount <= 10)
        #expect(try scratch.files.count == tail.segmentCount)
        for (index, sketch) in sketches.enumerated() {
            let found = tail.candidates(for: sketch, at: 1_000)
            #expect(found.map(\.number) == [number(index + 1)])
            #expect(found.first?.milliseconds == Int64(index + 1))
        }
    }

    @Test func `exact copies come first and the oldest of them leads`() throws {
        var composer = Composer(seed: 83)
        let words = composer.words(100)
        let copy = ResemblanceSketch(of: SampleText.tokenized(paragraphs: [words]))
        let near = ResemblanceSketch(
            of: SampleText.tokenized(paragraphs: [words + ["آخر"]]))
        var tail = try LongTail(directory: scratch.path, configuration: configuration(memory: 1))
        for (index, sketch) in [near, copy, copy].enumerated() {
            tail.append(sketch, as: number(index + 1), at: 0)
            try tail.settle()
        }
        let found = tail.candidates(for: copy, at: 0)
        #expect(found.map(\.number) == [number(2), number(3), number(1)])
        #expect(found.map(\.isExactCopy) == [true, true, false])
        #expect(
            tail.candidates(for: copy, before: number(3), at: 0).map(\.number)
                == [number(2), number(1)])
    }

    @Test(arguments: [(1_000, true), (1_001, false)])
    func `a document is found up to the end of its retention`(age: Int64, isFound: Bool) throws {
        var composer = Composer(seed: 84)
        let sketch = ResemblanceSketch(of: composer.text(50))
        var tail = try LongTail(
            directory: scratch.path, configuration: configuration(memory: 1, retention: 1_000))
        tail.append(sketch, as: number(1), at: 5_000)
        #expect(tail.candidates(for: sketch, at: 5_000 + age).isEmpty == !isFound)
        try tail.settle()
        #expect(tail.candidates(for: sketch, at: 5_000 + age).isEmpty == !isFound)
        tail.expire(at: 5_000 + age)
        #expect(try scratch.files.isEmpty == !isFound)
        #expect(tail.count == (isFound ? 1 : 0))
    }

    @Test func `space stays flat over many retentions`() throws {
        var composer = Composer(seed: 85)
        var tail = try LongTail(
            directory: scratch.path,
            configuration: configuration(memory: 10, merged: 3, retention: 300))
        var bytes: [Int] = []
        for index in 1...1_500 {
            tail.append(
                ResemblanceSketch(of: composer.text(30)), as: number(index), at: Int64(index))
            try tail.settle()
            tail.expire(at: Int64(index))
            if index.isMultiple(of: 300) { bytes.append(tail.fileBytes) }
        }
        #expect(tail.count < 400)
        #expect(bytes[4] < bytes[0] * 3 / 2)
        #expect(try scratch.files.count == tail.segmentCount)
    }

    @Test func `documents being written are found and more may come`() throws {
        var composer = Composer(seed: 86)
        let sketches = (0..<5).map { _ in ResemblanceSketch(of: composer.text(50)) }
        var tail = try LongTail(directory: scratch.path, configuration: configuration(memory: 3))
        for index in 0..<3 { tail.append(sketches[index], as: number(index + 1), at: 0) }
        let next = tail.nextWork()
        let work = try #require(next)
        #expect(work.documentCount == 3)
        let another = tail.nextWork()
        #expect(another?.documentCount == nil)
        for index in 3..<5 { tail.append(sketches[index], as: number(index + 1), at: 0) }
        for (index, sketch) in sketches.enumerated() {
            #expect(tail.candidates(for: sketch, at: 0).map(\.number) == [number(index + 1)])
        }
        #expect(tail.last == number(5))
        tail.complete(work, try work.run())
        #expect(tail.lastOnDisk == number(3))
        for (index, sketch) in sketches.enumerated() {
            #expect(tail.candidates(for: sketch, at: 0).map(\.number) == [number(index + 1)])
        }
    }

    @Test func `a work that failed comes again`() throws {
        var composer = Composer(seed: 87)
        let sketch = ResemblanceSketch(of: composer.text(50))
        var tail = try LongTail(directory: scratch.path, configuration: configuration(memory: 1))
        tail.append(sketch, as: number(1), at: 0)
        try FileManager.default.removeItem(atPath: scratch.path)
        #expect(throws: LongTailError.self) { try tail.settle() }
        #expect(tail.candidates(for: sketch, at: 0).count == 1)
        try FileManager.default.createDirectory(
            atPath: scratch.path, withIntermediateDirectories: true)
        try tail.settle()
        #expect(tail.lastOnDisk == number(1))
    }

    @Test func `what was lost is given up and appended again`() throws {
        var composer = Composer(seed: 88)
        let sketches = (0..<6).map { _ in ResemblanceSketch(of: composer.text(50)) }
        var tail = try LongTail(directory: scratch.path, configuration: configuration(memory: 2))
        for index in 0..<5 {
            tail.append(sketches[index], as: number(index + 1), at: 0)
            try tail.settle()
        }
        tail.removeAll(above: number(3))
        #expect(tail.last == number(2))
        #expect(try scratch.files.count == 1)
        tail.append(sketches[5], as: number(3), at: 0)
        #expect(tail.candidates(for: sketches[2], at: 0).isEmpty)
        #expect(tail.candidates(for: sketches[5], at: 0).map(\.number) == [number(3)])
    }

    @Test func `what a removed flush writes afterwards is not kept`() throws {
        var composer = Composer(seed: 89)
        var tail = try LongTail(directory: scratch.path, configuration: configuration(memory: 1))
        tail.append(ResemblanceSketch(of: composer.text(50)), as: number(1), at: 0)
        let next = tail.nextWork()
        let work = try #require(next)
        tail.removeAll(above: .none)
        tail.complete(work, try work.run())
        #expect(try scratch.files.isEmpty)
        #expect(tail.count == 0)
    }
}
