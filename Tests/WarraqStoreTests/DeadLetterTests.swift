import Testing
import WarraqCore

@testable import WarraqStore

struct DeadLetterTests {
    private let directory = TemporaryDirectory()

    @Test func `a refused input is kept with its bytes and its reason`() throws {
        let journal = try directory.open()
        _ = try journal.commit([Sample.refused(1, .tooLarge(bytes: 9, limit: 8), id: "sender")])
        let letter = try #require(try journal.deadLetter(1))
        #expect(letter.summary.code == "tooLarge")
        #expect(letter.summary.reason == "article is 9 bytes, limit is 8")
        #expect(letter.summary.origin == "acked")
        #expect(letter.summary.label == Array("sender".utf8))
        #expect(letter.summary.at == Sample.time)
        #expect(letter.header == Array("{}".utf8))
        #expect(letter.body == Sample.bytes(1))
        #expect(letter.summary.bytes == 48)
        #expect(try journal.deadLetters(limit: 10) == [letter.summary])
    }

    @Test func `a list goes on after a number`() throws {
        let journal = try directory.open()
        _ = try journal.commit((1...5).map { Sample.refused($0) })
        #expect(try journal.deadLetters(limit: 2).map(\.id) == [1, 2])
        #expect(try journal.deadLetters(after: 2, limit: 2).map(\.id) == [3, 4])
        #expect(try journal.deadLetters(after: 5, limit: 2).isEmpty)
    }

    @Test func `what is dropped or taken is gone, and its number is not used again`() throws {
        let journal = try directory.open()
        _ = try journal.commit([Sample.refused(1), Sample.refused(2)])
        let taken = try journal.takeDeadLetter(2)
        #expect(taken?.body == Sample.bytes(2))
        #expect(try journal.dropDeadLetter(1))
        #expect(try !journal.dropDeadLetter(1))
        #expect(try journal.takeDeadLetter(2) == nil)
        #expect(try journal.deadLetter(2) == nil)
        #expect(try journal.statistics().deadLetterBytes == 0)
        let receipt = try journal.commit([Sample.refused(2)])[0]
        #expect(receipt.answer == .refused(.empty, deadLetter: 3))
    }

    @Test func `a refusal after an accepted article under the same id repeats the acceptance`()
        throws
    {
        let journal = try directory.open()
        let accepted = try journal.commit([Sample.article(1, id: "a")])[0]
        let receipt = try journal.commit([Sample.refused(1, .badHeader(problem: "x"), id: "a")])[0]
        #expect(receipt.isRepeated)
        #expect(receipt.items == accepted.items)
        #expect(try journal.deadLetters(limit: 1).isEmpty)
    }
}
