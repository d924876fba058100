import Dispatch
import Testing
import ZeroMQ

struct PollerTests {
    @Test func `a poller names the sockets that are ready, and not the paused ones`() throws {
        let context = try Context(linger: .zero)
        let quiet = try Socket(.pull, in: context)
        let busy = try Socket(.pull, in: context)
        try quiet.bind("inproc://quiet")
        let sender = try Socket(.push, in: context)
        try sender.connect(try busy.bind("inproc://busy"))
        try sender.send(Message("now"))

        var poller = Poller()
        let quietKey = poller.add(quiet)
        let busyKey = poller.add(busy)
        #expect(try poller.wait(timeout: SocketTests.patience))
        #expect(poller.ready(quietKey) == [])
        #expect(poller.ready(busyKey) == .readable)

        poller.watch(busyKey, for: [])
        #expect(try !poller.wait(timeout: .milliseconds(1)))
        #expect(poller.ready(busyKey) == [])
        poller.watch(busyKey, for: [.readable, .writable])
        #expect(try poller.wait(timeout: nil))
        #expect(poller.ready(busyKey) == .readable)
        poller.remove(busyKey)
        #expect(try !poller.wait(timeout: .milliseconds(1)))
        #expect(poller.add(sender, for: .writable) == busyKey)
        #expect(try poller.wait(timeout: SocketTests.patience))
        #expect(poller.ready(busyKey) == .writable)
    }

    @Test func `a thread wakes a poller, once for many rings`() throws {
        let bell = try Wakeup()
        var poller = Poller()
        let key = poller.add(bell)
        #expect(try !poller.wait(timeout: .zero))
        DispatchQueue.global().async { @Sendable in
            for _ in 0..<3 { bell.ring() }
        }
        #expect(try poller.wait(timeout: SocketTests.patience))
        #expect(poller.ready(key) == .readable)
        bell.clear()
        bell.ring()
        #expect(try poller.wait(timeout: SocketTests.patience))
        bell.clear()
    }

    @Test func `no ring is lost between threads`() throws {
        let bell = try Wakeup()
        let answer = try Wakeup()
        var poller = Poller()
        let key = poller.add(answer)
        DispatchQueue.global().async { @Sendable in
            var poller = Poller()
            poller.add(bell)
            for _ in 0..<2000 {
                guard (try? poller.wait(timeout: SocketTests.patience)) == true else { return }
                bell.clear()
                answer.ring()
            }
        }
        for _ in 0..<2000 {
            bell.ring()
            #expect(try poller.wait(timeout: SocketTests.patience))
            #expect(poller.ready(key) == .readable)
            answer.clear()
        }
    }
}
