import Foundation
import Glibc
import Testing
import ZeroMQ

struct SocketTests {
    static let limits = MessageLimits(frames: 8, bytes: 1 << 20)
    static let patience = Duration.seconds(20)

    @Test(arguments: ["inproc://talk", "ipc://*", "tcp://127.0.0.1:*", "tcp://[::1]:*"])
    func `a dealer and a router talk`(endpoint: String) throws {
        let context = try Context(linger: .zero)
        let server = try Socket(
            .router, in: context, options: [.ipv6(true), .mandatoryRouting(true)])
        let client = try Socket(.dealer, in: context, options: [.ipv6(true), .routingID([7, 7])])
        try client.connect(try server.bind(endpoint))

        #expect(try client.send(Message([[1], [], [2, 3]])) == .accepted)
        #expect(try server.nextMessage() == Message([[7, 7], [1], [], [2, 3]]))
        #expect(try server.send(Message([[7, 7], [9]])) == .accepted)
        #expect(try client.nextMessage() == Message([[9]]))
    }

    @Test func `an error names function, subject, reason and number`() throws {
        let context = try Context(linger: .zero)
        let first = try Socket(.pull, in: context)
        let endpoint = try first.bind("tcp://127.0.0.1:*")
        let second = try Socket(.pull, in: context)
        let error = try #require(throws: ZeroMQError.self) { try second.bind(endpoint) }
        #expect(error.description == "zmq_bind \(endpoint): Address already in use [98]")
        #expect(error.code == .addressInUse)
        #expect(!error.meansStop)
    }

    @Test func `nothing waiting is an outcome`() throws {
        let context = try Context(linger: .zero)
        let socket = try Socket(.pull, in: context)
        try socket.bind("inproc://quiet")
        #expect(try socket.receive(within: Self.limits) == .nothing)
        #expect(try !socket.waitUntilReadable(timeout: .milliseconds(1)))
    }

    @Test(arguments: [
        (frames: [[1, 2], [3], [4]], kept: [[1, 2], [3]], bytes: 4),  // too many frames
        (frames: [[1, 2], [3, 4, 5, 6]], kept: [[1, 2]], bytes: 6),  // too many bytes
        (frames: [[1, 2, 3, 4, 5], [], []], kept: [], bytes: 5),
    ])
    func `a message beyond its limits is dropped but for its beginning`(
        frames: [[UInt8]], kept: [[UInt8]], bytes: Int
    ) throws {
        let context = try Context(linger: .zero)
        let receiver = try Socket(.pull, in: context)
        let sender = try Socket(.push, in: context)
        try sender.connect(try receiver.bind("inproc://big"))
        try sender.send(Message(frames))
        try sender.send(Message([[1], [2, 3, 4]]))

        let limits = MessageLimits(frames: 2, bytes: 4)
        #expect(try receiver.waitUntilReadable(timeout: Self.patience))
        guard case .oversize(let message) = try receiver.receive(within: limits) else {
            Issue.record("it was taken")
            return
        }
        #expect(message.leadingFrames == kept)
        #expect(message.frameCount == frames.count)
        #expect(message.byteCount == bytes)
        #expect(try receiver.receive(within: limits) == .message(Message([[1], [2, 3, 4]])))
        #expect(try receiver.receive(within: limits) == .nothing)
    }

    @Test func `a full peer blocks a pusher, not its thread`() throws {
        let context = try Context(linger: .zero)
        let receiver = try Socket(.pull, in: context, options: [.receiveHighWater(1)])
        let sender = try Socket(.push, in: context, options: [.sendHighWater(1)])
        try sender.connect(try receiver.bind("inproc://full"))
        var accepted = 0
        while try sender.send(Message([[1], [2]])) == .accepted { accepted += 1 }
        #expect((1...2).contains(accepted))
        for _ in 0..<accepted { #expect(try receiver.nextMessage() == Message([[1], [2]])) }
        #expect(try sender.waitUntilWritable(timeout: Self.patience))
        #expect(try sender.send(Message([[3]])) == .accepted)
        #expect(try receiver.nextMessage() == Message([[3]]))
    }

    @Test func `a router says which peers are gone and which never read`() throws {
        let context = try Context(linger: .zero)
        let server = try Socket(
            .router, in: context, options: [.mandatoryRouting(true), .sendHighWater(1)])
        #expect(try server.send(Message([[5], [1]])) == .unreachable)

        let client = try Socket(
            .dealer, in: context, options: [.receiveHighWater(1), .routingID([5])])
        try client.connect(try server.bind("inproc://deaf"))
        try client.send(Message([[0]]))
        _ = try server.nextMessage()
        var outcome = Sent.accepted
        for _ in 0..<10 where outcome == .accepted {
            outcome = try server.send(Message([[5], [1]]))
        }
        #expect(outcome == .wouldBlock)
        #expect(try client.nextMessage() == Message([[1]]))
    }

    @Test func `a publisher without drops reports a full subscriber and hears subscriptions`()
        throws
    {
        let context = try Context(linger: .zero)
        let publisher = try Socket(
            .extendedPublish, in: context,
            options: [.noDrop(true), .sendHighWater(1), .everySubscription(true)])
        let subscriber = try Socket(
            .subscribe, in: context, options: [.receiveHighWater(1), .subscribe([0x61])])
        try subscriber.connect(try publisher.bind("inproc://feed"))
        #expect(try publisher.nextMessage() == Message([[1, 0x61]]))

        #expect(try publisher.send(Message("b")) == .accepted)  // nobody wants it
        var accepted = 0
        while try publisher.send(Message("a")) == .accepted { accepted += 1 }
        #expect(accepted >= 1)
        #expect(
            try publisher.send(frames: [[0x61]], waitingAtMost: .milliseconds(5)) == .wouldBlock)
        try publisher.set(.noDrop(false))
        #expect(try publisher.send(Message("a lost one")) == .accepted)
        for _ in 0..<accepted { #expect(try subscriber.nextMessage() == Message("a")) }
        #expect(try subscriber.receive(within: Self.limits) == .nothing)
        try subscriber.set(.unsubscribe([0x61]))
        #expect(try publisher.nextMessage() == Message([[0, 0x61]]))
    }

    @Test func `every option is accepted by a socket it belongs to`() throws {
        let context = try Context(linger: .zero)
        let keys = try CurveKeyPair()
        _ = try Socket(
            .dealer, in: context,
            options: [
                .linger(.seconds(1)), .maxMessageBytes(1 << 40), .handshakeTimeout(.seconds(5)),
                .heartbeat(interval: .seconds(1), timeout: .seconds(3), timeToLive: .seconds(5)),
                .reconnect(first: .milliseconds(100), longest: .seconds(10)), .ipv6(true),
                .sendHighWater(10), .receiveHighWater(10), .onlyWhenConnected(true), .backlog(5),
                .tcpKeepAlive(idle: .seconds(30), interval: .seconds(5), probes: 3),
                .connectTimeout(.seconds(5)), .authenticationDomain("global"), .routingID([1]),
                .curveClient(serverKey: keys.publicKey, keys: keys), .noCurve,
            ])
        _ = try Socket(
            .extendedPublish, in: context,
            options: [
                .noDrop(true), .everySubscription(true), .everySubscriptionAndEnd(true),
                .manualSubscriptions(true), .curveServer(secretKey: keys.secretKey),
            ])
        let error = try #require(throws: ZeroMQError.self) {
            _ = try Socket(.push, in: context, options: [.subscribe([1])])
        }
        #expect(error.description == "zmq_setsockopt subscribe: Invalid argument [22]")
    }

    @Test func `a local path that somebody listens at is not taken from them`() throws {
        let path = FileManager.default.temporaryDirectory.path + "/zmq-\(UUID().uuidString)"
        defer { unlink(path) }
        let context = try Context(linger: .zero)
        do {
            let first = try Socket(.pull, in: context)
            try first.bind("ipc://\(path)")
            let second = try Socket(.pull, in: context)
            let error = try #require(throws: ZeroMQError.self) { try second.bind("ipc://\(path)") }
            #expect(error.description == "zmq_bind ipc://\(path): Address already in use [98]")
            let sender = try Socket(.push, in: context)
            try sender.connect("ipc://\(path)")
            try sender.send(Message("still here"))
            #expect(try first.waitUntilReadable(timeout: .seconds(10)))
        }
        // What a crash leaves is a file that nobody listens at.
        let stale = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unlink(path)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(stale, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        #expect(bound == 0)
        close(stale)
        try Socket(.pull, in: context).bind("ipc://\(path)")
    }

    @Test func `unbinding frees the address`() throws {
        let context = try Context(linger: .zero)
        let socket = try Socket(.router, in: context)
        let endpoint = try socket.bind("ipc://*")
        try socket.unbind(endpoint)
        let error = try #require(throws: ZeroMQError.self) { try socket.unbind(endpoint) }
        #expect(error.function == "zmq_unbind")
    }

    @Test func `an empty message traps`() async {
        await #expect(processExitsWith: .failure) {
            let context = try Context(linger: .zero)
            let socket = try Socket(.push, in: context)
            try socket.send(Message([[UInt8]]()))
        }
    }
}

extension Socket {
    /// The next message, waiting for it.
    borrowing func nextMessage() throws -> Message {
        try #require(try waitUntilReadable(timeout: SocketTests.patience))
        guard case .message(let message) = try receive(within: SocketTests.limits) else {
            throw ZeroMQError(function: "test", code: .wouldBlock)
        }
        return message
    }
}
