import Testing
import ZeroMQ

struct SocketMonitorTests {
    @Test func `a frame beyond the limit costs its sender the connection, and is seen`() throws {
        let context = try Context(linger: .zero)
        let receiver = try Socket(.pull, in: context, options: [.maxMessageBytes(1000)])
        var monitor = try SocketMonitor(receiver, in: context)
        let endpoint = try receiver.bind("tcp://127.0.0.1:*")
        let sender = try Socket(
            .push, in: context, options: [.reconnect(first: .seconds(60), longest: .zero)])
        try sender.connect(endpoint)
        try sender.send(Message([[UInt8](repeating: 1, count: 1001)]))

        #expect(try monitor.wait().kind == .accepted)
        let greeting = try monitor.wait()
        #expect(greeting.kind == .handshakeSucceeded)
        #expect(greeting.endpoint == endpoint)
        // Unknown if libzmq was faster than this thread.
        let end = try monitor.wait().kind
        #expect(end == .disconnected(by: .local) || end == .disconnected(by: .unknown))
        #expect(try monitor.next() == nil)
        #expect(try receiver.receive(within: SocketTests.limits) == .nothing)
    }

    @Test func `a peer that does not say hello in time is seen to fail`() throws {
        let context = try Context(linger: .zero)
        let server = try Socket(
            .router, in: context, options: [.handshakeTimeout(.milliseconds(50))])
        var monitor = try SocketMonitor(server, in: context)
        let connection = try RawConnection(to: try server.bind("tcp://127.0.0.1:*"))
        #expect(try monitor.wait().kind == .accepted)
        #expect(try monitor.wait().kind == .handshakeFailed)
        #expect(try monitor.wait().kind == .disconnected(by: .local))
        connection.close()
    }

    @Test(arguments: ["tcp://127.0.0.1:*", "ipc://*"])
    func `a peer that leaves is told from one that was cut`(endpoint: String) throws {
        let context = try Context(linger: .zero)
        let receiver = try Socket(.pull, in: context)
        var monitor = try SocketMonitor(receiver, in: context)
        let endpoint = try receiver.bind(endpoint)
        do {
            let sender = try Socket(.push, in: context)
            try sender.connect(endpoint)
            #expect(try monitor.wait().kind == .accepted)
            #expect(try monitor.wait().kind == .handshakeSucceeded)
        }
        #expect(try monitor.wait().kind == .disconnected(by: .peer))
    }

    @Test func `bytes that are no greeting cost the connection`() throws {
        let context = try Context(linger: .zero)
        let server = try Socket(.router, in: context)
        var monitor = try SocketMonitor(server, in: context)
        let connection = try RawConnection(to: try server.bind("tcp://127.0.0.1:*"))
        connection.send(
            Array("GET / HTTP/1.1\r\nHost: here\r\n\r\n".utf8) + [UInt8](repeating: 0, count: 99))
        #expect(try monitor.wait().kind == .accepted)
        let end = try monitor.wait().kind
        #expect(end == .disconnected(by: .local) || end == .disconnected(by: .unknown))
        connection.close()
    }

    @Test func `messages sent before a watched socket closes arrive`() throws {
        // The events of closing must not hold up libzmq's I/O thread, which has the messages to send.
        for _ in 0..<20 {
            let context = try Context(linger: .seconds(20))
            let receiver = try Socket(.pull, in: context)
            do {
                let sender = try Socket(.push, in: context)
                let monitor = try SocketMonitor(sender, in: context)
                try receiver.connect(try sender.bind("tcp://127.0.0.1:*"))
                for number in 0..<500 {
                    #expect(
                        try sender.send(
                            frames: [Array("\(number)".utf8)], waitingAtMost: SocketTests.patience)
                            == .accepted)
                }
                var poller = Poller()
                monitor.add(to: &poller)
            }
            for number in 0..<500 { #expect(try receiver.nextMessage() == Message("\(number)")) }
        }
    }

    @Test func `encrypted sockets talk, with the right key only`() throws {
        let context = try Context(linger: .zero)
        let serverKeys = try CurveKeyPair()
        let clientKeys = try CurveKeyPair()
        let receiver = try Socket(
            .pull, in: context, options: [.curveServer(secretKey: serverKeys.secretKey)])
        var monitor = try SocketMonitor(receiver, in: context)
        let endpoint = try receiver.bind("tcp://127.0.0.1:*")

        let stranger = try Socket(
            .push, in: context,
            options: [
                .curveClient(serverKey: clientKeys.publicKey, keys: clientKeys),
                .reconnect(first: .seconds(60), longest: .zero),
            ])
        try stranger.connect(endpoint)
        #expect(try monitor.wait().kind == .accepted)
        #expect(try monitor.wait().kind == .handshakeFailed)

        let friend = try Socket(
            .push, in: context,
            options: [.curveClient(serverKey: serverKeys.publicKey, keys: clientKeys)])
        try friend.connect(endpoint)
        try friend.send(Message("secret"))
        #expect(try receiver.nextMessage() == Message("secret"))
    }

    @Test func `keys go through Z85 and back`() throws {
        let pair = try CurveKeyPair()
        #expect(CurveKey(z85: pair.secretKey.z85) == pair.secretKey)
        #expect(try CurveKeyPair(secretKey: pair.secretKey) == pair)
        #expect(CurveKey(bytes: [1, 2, 3]) == nil)
        #expect(CurveKey(z85: String(repeating: "~", count: 40)) == nil)
        #expect(CurveKey(z85: "short") == nil)
    }
}

extension SocketMonitor {
    /// The next event, waiting for it.
    mutating func wait() throws -> SocketEvent {
        var poller = Poller()
        add(to: &poller)
        try #require(try poller.wait(timeout: SocketTests.patience))
        return try #require(try next())
    }
}
