import Testing
import ZeroMQ

struct ContextTests {
    @Test func `messages sent just before the end arrive`() throws {
        let receiving = try Context(linger: .zero)
        let receiver = try Socket(.pull, in: receiving, options: [.receiveHighWater(0)])
        let endpoint = try receiver.bind("tcp://127.0.0.1:*")
        do {
            let sending = try Context(linger: .seconds(20))
            do {
                let sender = try Socket(.push, in: sending, options: [.sendHighWater(0)])
                try sender.connect(endpoint)
                for number in 0..<2000 { try sender.send(Message("\(number)")) }
            }
            try sending.terminate(within: .seconds(1))
        }
        for number in 0..<2000 { #expect(try receiver.nextMessage() == Message("\(number)")) }
    }

    @Test(.timeLimit(.minutes(5)))
    func `a context with messages that nobody takes ends all the same`() throws {
        let context = try Context(linger: .milliseconds(50))
        do {
            let sender = try Socket(.push, in: context)
            try sender.connect("ipc:///nonexistent/nobody")
            try sender.send(Message("for nobody"))
        }
        try context.terminate(within: .seconds(1))
    }

    @Test func `a context with an open socket is not terminated but says so`() throws {
        let context = try Context(linger: .zero)
        let socket = try Socket(.pull, in: context)
        let error = try #require(throws: ZeroMQError.self) {
            try context.terminate(within: .milliseconds(1))
        }
        #expect(error.description == "zmq_ctx_term: Connection timed out [110]")
        let later = try #require(throws: ZeroMQError.self) {
            _ = try socket.waitUntilReadable(timeout: nil)
            _ = try socket.receive(within: SocketTests.limits)
        }
        #expect(later.meansStop)
    }

    @Test func `a terminated context opens no socket`() throws {
        let context = try Context(linger: .zero)
        try context.terminate(within: .zero)
        try context.terminate(within: .zero)
        let error = try #require(throws: ZeroMQError.self) { _ = try Socket(.pull, in: context) }
        #expect(error.meansStop)
        #expect(error.description == "zmq_socket pull: Context was terminated [156384765]")
    }

    @Test func `the number of sockets is bounded`() throws {
        let context = try Context(linger: .zero, maxSockets: 1)
        let first = try Socket(.pull, in: context)
        let error = try #require(throws: ZeroMQError.self) { _ = try Socket(.pull, in: context) }
        #expect(error.description == "zmq_socket pull: Too many open files [24]")
        #expect(first.type == .pull)
    }
}
