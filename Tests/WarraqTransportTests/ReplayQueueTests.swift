import Testing
import WarraqCore

@testable import WarraqTransport

struct ReplayQueueTests {
    private let ann: [[UInt8]] = [[1]]
    private let ben: [[UInt8]] = [[2]]

    private func request(_ after: Int) throws -> ReplayRequest {
        try ReplayRequest(json: Array("{\"after\":\(after)}".utf8), epoch: "e")
    }

    /// Sends everything that waits for `peer` and returns the first frames.
    private func drain(_ queue: inout ReplayQueue, _ peer: [[UInt8]]) -> [[UInt8]] {
        var sent: [[UInt8]] = []
        while let message = queue.nextMessage(for: peer) {
            sent.append(message[1])
            queue.sent(to: peer)
        }
        return sent
    }

    @Test func `requests of a peer are answered in order, those of others in between`() throws {
        var queue = ReplayQueue(maxBytes: 100)
        #expect(queue.add(try request(1), from: ann) == .waits)
        #expect(queue.add(try request(2), from: ann) == .waits)
        #expect(queue.add(try request(3), from: ben) == .waits)
        #expect(queue.nextFetch()?.after == 1)
        #expect(queue.nextFetch() == nil)  // one at a time
        queue.fetched([[[10]], [[11]]])
        #expect(queue.nextFetch()?.after == 3)  // not 2: its peer has a page
        queue.fetched([[[30]]])
        #expect(queue.nextFetch() == nil)
        #expect(queue.byteCount == 3)
        #expect(drain(&queue, ann) == [[10], [11]])
        #expect(drain(&queue, ben) == [[30]])
        #expect(queue.nextFetch()?.after == 2)
        queue.fetched([[[20]]])
        #expect(drain(&queue, ann) == [[20]])
        #expect(queue.isEmpty)
        #expect(queue.byteCount == 0)
    }

    @Test func `no page is read while enough bytes wait`() throws {
        var queue = ReplayQueue(maxBytes: 4)
        #expect(queue.add(try request(1), from: ann) == .waits)
        #expect(queue.add(try request(2), from: ben) == .waits)
        #expect(queue.nextFetch() != nil)
        queue.fetched([[[1, 2, 3, 4]]])
        #expect(queue.nextFetch() == nil)
        queue.remove(ann)
        #expect(queue.nextFetch()?.after == 2)
        #expect(queue.byteCount == 0)
    }

    @Test func `the number of waiting requests is bounded, a peer and in all`() throws {
        var queue = ReplayQueue(maxBytes: 1)
        for _ in 0..<16 { #expect(queue.add(try request(1), from: ann) == .waits) }
        #expect(queue.add(try request(1), from: ann) == .refused)
        for peer in 0..<63 {
            for _ in 0..<16 {
                #expect(queue.add(try request(1), from: [[9, UInt8(peer)]]) == .waits)
            }
        }
        #expect(queue.add(try request(1), from: ben) == .refused)
    }

    @Test func `a peer that leaves while its page is read is forgotten`() throws {
        var queue = ReplayQueue(maxBytes: 10)
        #expect(queue.add(try request(1), from: ann) == .waits)
        #expect(queue.nextFetch() != nil)
        queue.remove(ann)
        queue.fetched([[[1]]])
        #expect(queue.isEmpty)
        #expect(queue.byteCount == 0)
        #expect(queue.sending.isEmpty)
    }

    @Test func `a peer that takes nothing is given up after a while`() throws {
        var queue = ReplayQueue(maxBytes: 10)
        let now = ContinuousClock().now
        #expect(queue.add(try request(1), from: ann) == .waits)
        #expect(queue.nextFetch() != nil)
        queue.fetched([[[1]], [[2]]])
        func isGivenUp(after seconds: Int) -> Bool {
            queue.blocked(ann, at: now + .seconds(seconds), patience: .seconds(5))
        }
        #expect(!isGivenUp(after: 0))
        #expect(!isGivenUp(after: 4))
        queue.sent(to: ann)
        #expect(!isGivenUp(after: 6))
        #expect(isGivenUp(after: 11))
    }
}
