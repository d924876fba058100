import Foundation
import Testing

@testable import NearDuplicates

struct LongTailFileTests {
    let scratch: TailScratch

    init() throws {
        scratch = try TailScratch()
    }

    /// A directory with segments of two documents each.
    private func fill(segments: Int) throws {
        var configuration = LongTailConfiguration()
        configuration.documentsInMemory = 2
        configuration.mergedSegments = 100
        var composer = Composer(seed: 90)
        var tail = try LongTail(directory: scratch.path, configuration: configuration)
        for index in 1...(2 * segments) {
            tail.append(
                ResemblanceSketch(of: composer.text(20)),
                as: DocumentNumber(rawValue: UInt32(index)), at: 0)
            try tail.settle()
        }
    }

    private func path(_ name: String) -> String { scratch.path + "/" + name }

    private func opened() throws(LongTailError) -> Int {
        try LongTail(directory: scratch.path).count
    }

    // The checks were computed apart from this code, by a script that follows the definitions.
    @Test func `a segment of format 1 is what it was`() throws {
        let text = TokenizedText(
            tokens: (0..<UInt32(11)).map { index in
                Token(
                    hash: UInt64(index + 1) &* 0x0123_4567_89AB_CDEF, start: index * 5,
                    end: index * 5 + 4, isNumber: index % 7 == 0)
            })
        var tail = try LongTail(directory: scratch.path)
        tail.append(ResemblanceSketch(of: text), as: DocumentNumber(rawValue: 7), at: 1_000)
        try tail.flush()
        let file = try Data(
            contentsOf: URL(fileURLWithPath: path("0000000007-0000000007.tail")))
        let words = stride(from: 0, to: 128, by: 8).map { start in
            file[start..<(start + 8)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        #expect(TailLayout.formatVersion == 1)
        #expect(file.count == 568)
        #expect(file.prefix(8) == Data("warraqLT".utf8))
        #expect(words[1..<9] == [65_537, 1, 0, 7, 7, 1_000, 1_000, 568])
        #expect(words[9] == 5_609_617_543_313_997_652)
        #expect(words[15] == 16_224_482_408_846_239_513)
    }

    @Test func `a segment is named after its documents`() throws {
        try fill(segments: 2)
        #expect(
            try scratch.files == ["0000000001-0000000002.tail", "0000000003-0000000004.tail"])
    }

    @Test func `any damaged byte is refused with the file's name`() throws {
        try fill(segments: 1)
        let name = path("0000000001-0000000002.tail")
        let whole = try Data(contentsOf: URL(fileURLWithPath: name))
        for place in stride(from: 0, to: whole.count, by: 7) {
            var damaged = whole
            damaged[place] ^= 0x20
            try damaged.write(to: URL(fileURLWithPath: name))
            let error = #expect(throws: LongTailError.self) { try opened() }
            switch (error, place) {
            case (.damaged(name, .notASegment), 0..<8),
                (.otherVersion(name, found: _, expected: 65_537), 8..<16),
                (.damaged(name, .header), 16..<128),
                (.damaged(name, .contents), 128...):
                break
            default: Issue.record("byte \(place) gave \(String(describing: error))")
            }
        }
    }

    @Test(arguments: [0, 5, 127, 128, 500])
    func `a cut file is refused`(length: Int) throws {
        try fill(segments: 1)
        let name = path("0000000001-0000000002.tail")
        let whole = try Data(contentsOf: URL(fileURLWithPath: name))
        try whole.prefix(length).write(to: URL(fileURLWithPath: name))
        #expect(throws: LongTailError.damaged(path: name, .wrongSize)) { try opened() }
    }

    @Test func `giving up a damaged segment leaves the others`() throws {
        try fill(segments: 3)
        let name = path("0000000003-0000000004.tail")
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: name))
        let error = #expect(throws: LongTailError.self) { try opened() }
        #expect(error?.description == "\(name) is not as long as its header says")
        LongTail.removeSegment(at: name)
        #expect(try opened() == 4)
    }

    @Test func `what a crash leaves behind is removed`() throws {
        try fill(segments: 2)
        try Data([1]).write(to: URL(fileURLWithPath: path("0000000005-0000000006.tail.tmp")))
        try Data([1]).write(to: URL(fileURLWithPath: path("notes")))
        let inputs = try scratch.files.filter { $0.hasSuffix(".tail") }
        var saved: [String: Data] = [:]
        for name in inputs { saved[name] = try Data(contentsOf: URL(fileURLWithPath: path(name))) }
        var configuration = LongTailConfiguration()
        configuration.mergedSegments = 2
        var tail = try LongTail(directory: scratch.path, configuration: configuration)
        try tail.settle()
        #expect(tail.segmentCount == 1)
        // As if the crash had come before the merged ones were deleted.
        for (name, data) in saved { try data.write(to: URL(fileURLWithPath: path(name))) }
        #expect(try opened() == 4)
        #expect(try scratch.files == ["0000000001-0000000004.tail", "notes"])
    }

    @Test func `files that hold the same documents are refused`() throws {
        try fill(segments: 2)
        var configuration = LongTailConfiguration()
        configuration.documentsInMemory = 2
        let other = try TailScratch()
        var tail = try LongTail(directory: other.path, configuration: configuration)
        var composer = Composer(seed: 91)
        for number: UInt32 in [2, 3] {
            tail.append(
                ResemblanceSketch(of: composer.text(20)), as: DocumentNumber(rawValue: number),
                at: 0)
        }
        try tail.settle()
        try FileManager.default.copyItem(
            atPath: other.path + "/0000000002-0000000003.tail",
            toPath: path("0000000002-0000000003.tail"))
        #expect(
            throws: LongTailError.overlapping(
                path: path("0000000001-0000000002.tail"),
                other: path("0000000002-0000000003.tail"))
        ) { try opened() }
    }

    @Test func `a directory that is not there is told`() {
        let error = #expect(throws: LongTailError.self) {
            _ = try LongTail(directory: "/nowhere/at/all")
        }
        #expect(error?.description == "opendir /nowhere/at/all: No such file or directory [2]")
    }
}
