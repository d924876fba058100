import Testing

@testable import warraq

struct TailCursorTests {
    private let a = "article/new/ar/a.ma"
    private let b = "article/new/ar/b.ma"

    private func record(
        _ seq: UInt64, prev: UInt64 = 0, topic: String = "article/new/ar/a.ma", epoch: String = "e"
    ) throws -> FeedRecord {
        let header = #"{"epoch":"\#(epoch)","seq":\#(seq),"prev":\#(prev)}"#
        return try #require(
            FeedRecord(frames: [Array(topic.utf8), Array(header.utf8), [0x7B, 0x7D]]))
    }

    private func heartbeat(_ seq: UInt64, epoch: String = "e") throws -> Heartbeat {
        try #require(
            Heartbeat(
                frames: [
                    Array("heartbeat".utf8), Array(#"{"epoch":"\#(epoch)","seq":\#(seq)}"#.utf8),
                    [],
                ]))
    }

    private func end(_ last: UInt64, more: Bool = false, epoch: String = "e") -> ReplayEnd {
        ReplayEnd(epoch: epoch, last: last, more: more, oldest: 1, request: nil)
    }

    @Test func `what comes in order is printed as it comes`() throws {
        var cursor = TailCursor(seesEverything: true, after: nil)
        #expect(cursor.begin() == [])
        #expect(try cursor.heard(heartbeat(4)) == [])
        for seq in 5...7 as ClosedRange<UInt64> {
            #expect(try cursor.live(record(seq)) == [.print([record(seq)])])
        }
        #expect(try cursor.heard(heartbeat(7)) == [])
        #expect(cursor.settled == 7)
    }

    @Test func `a repeated seq is printed once`() throws {
        for seesEverything in [true, false] {
            var cursor = TailCursor(seesEverything: seesEverything, after: nil)
            #expect(try cursor.live(record(5)) == [.print([record(5)])])
            #expect(try cursor.live(record(5)) == [])
            #expect(try cursor.live(record(4)) == [])
        }
    }

    @Test func `a gap is filled before what came after it`() throws {
        var cursor = TailCursor(seesEverything: true, after: nil)
        _ = try cursor.live(record(5))
        #expect(try cursor.live(record(8)) == [.replay(after: 5)])
        #expect(try cursor.live(record(9)) == [])
        #expect(try cursor.heard(heartbeat(9)) == [], "a replay is under way")
        #expect(try cursor.replayed(record(6)) == [.print([record(6)])])
        #expect(try cursor.replayed(record(7)) == [.print([record(7)])])
        #expect(try cursor.replayed(record(8)) == [.print([record(8)])])
        #expect(cursor.ended(end(8)) == [try .print([record(9)])])
        #expect(cursor.settled == 9)
    }

    @Test func `a replay goes on page by page`() throws {
        var cursor = TailCursor(seesEverything: true, after: 0)
        #expect(cursor.begin() == [.replay(after: 0)])
        #expect(try cursor.replayed(record(1)) == [.print([record(1)])])
        #expect(cursor.ended(end(1, more: true)) == [.replay(after: 1)])
        #expect(cursor.needsReplay)
        #expect(cursor.ended(end(3)) == [])
        #expect(!cursor.needsReplay)
        #expect(try cursor.live(record(4)) == [.print([record(4)])])
    }

    @Test func `a replay that broke off prints nothing twice`() throws {
        var cursor = TailCursor(seesEverything: true, after: 0)
        _ = cursor.begin()
        _ = try cursor.replayed(record(1))
        #expect(cursor.resumeReplay() == [.replay(after: 0)])
        #expect(try cursor.replayed(record(1)) == [])
        #expect(try cursor.replayed(record(2)) == [.print([record(2)])])
        _ = cursor.ended(end(2))
        #expect(cursor.resumeReplay() == [])
    }

    @Test func `with prefixes a gap on a topic shows in prev`() throws {
        var cursor = TailCursor(seesEverything: false, after: nil)
        _ = try cursor.heard(heartbeat(10))
        #expect(try cursor.live(record(12, prev: 3, topic: a)) == [.print([record(12, prev: 3)])])
        #expect(
            try cursor.live(record(15, prev: 11, topic: b)) == [.replay(after: 10)],
            "11 on b was missed")
        #expect(try cursor.replayed(record(11, topic: b)) == [.print([record(11, topic: b)])])
        #expect(try cursor.replayed(record(12, prev: 3, topic: a)) == [], "12 was printed live")
        let late = try record(15, prev: 11, topic: b)
        #expect(cursor.replayed(late) == [.print([late])])
        #expect(cursor.ended(end(15)) == [])
    }

    @Test func `a heartbeat that is ahead asks and an empty answer settles it`() throws {
        var cursor = TailCursor(seesEverything: false, after: nil)
        _ = try cursor.heard(heartbeat(10))
        #expect(try cursor.heard(heartbeat(12)) == [.replay(after: 10)])
        #expect(cursor.ended(end(12)) == [])
        #expect(try cursor.heard(heartbeat(12)) == [])
    }

    @Test func `with prefixes what came live is settled now and then`() throws {
        var cursor = TailCursor(seesEverything: false, after: nil)
        _ = try cursor.heard(heartbeat(4))
        _ = try cursor.live(record(5))
        var actions: [TailCursor.Action] = []
        for _ in 0..<TailCursor.heartbeatsToSettle { actions += try cursor.heard(heartbeat(5)) }
        #expect(actions == [.replay(after: 4)])
        #expect(try cursor.replayed(record(5)) == [])
        #expect(cursor.ended(end(5)) == [])
        #expect(cursor.settled == 5)
    }

    @Test func `another epoch begins from the beginning`() throws {
        var cursor = TailCursor(seesEverything: true, after: 7)
        _ = cursor.begin()
        _ = cursor.ended(end(7))
        #expect(try cursor.heard(heartbeat(2, epoch: "f")) == [.restart, .replay(after: 0)])
        #expect(cursor.epoch == "f")
        let first = try record(1, epoch: "f")
        #expect(cursor.replayed(first) == [.print([first])])
        #expect(cursor.ended(end(2, epoch: "f")) == [])
        #expect(cursor.epochEnded() == [.restart, .replay(after: 0)])
    }

    @Test func `live records beyond the bound come by replay`() throws {
        var cursor = TailCursor(seesEverything: true, after: 0)
        _ = cursor.begin()
        let header = #"{"epoch":"e","seq":2,"prev":0}"#
        let huge = try #require(
            FeedRecord(
                frames: [
                    Array(a.utf8), Array(header.utf8),
                    [UInt8](repeating: 0x20, count: TailCursor.maxHeldBytes),
                ]))
        #expect(cursor.live(huge) == [])
        #expect(cursor.ended(end(1)) == [])
        #expect(try cursor.heard(heartbeat(2)) == [.replay(after: 1)])
    }
}
