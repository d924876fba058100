internal import FlyingFox
internal import FlyingSocks
internal import Foundation
public import Logging

/// Answers `/metrics`, `/healthz` and `/readyz`.
///
/// Not in any article's path: it reads what others keep, and nothing waits for it.
public final class HTTPService: Sendable {
    private let server: HTTPServer
    private let running: Task<Void, any Error>
    /// The port it listens on.
    public let port: UInt16

    /// Listens on `http.listen`; `nil` if that is empty.
    ///
    /// - Parameters:
    ///   - settings: Their `http` part counts.
    ///   - readiness: What `/readyz` answers.
    ///   - metrics: The body of `/metrics` when it is asked, in Prometheus's text format.
    /// - Throws: ``HTTPServiceError`` if it cannot listen.
    public convenience init?(
        settings: Settings, readiness: Readiness, metrics: @escaping @Sendable () -> String,
        logger: Logger
    ) async throws(HTTPServiceError) {
        guard let address = settings.http.address else { return nil }
        try await self.init(
            address: address, readiness: readiness, metrics: metrics, logger: logger)
    }

    init(
        address: HostAndPort, readiness: Readiness, metrics: @escaping @Sendable () -> String,
        logger: Logger
    ) async throws(HTTPServiceError) {
        let server = try Self.server(at: address, logger: logger)
        await server.appendRoute("GET /metrics") { _ in
            HTTPResponse(
                statusCode: .ok,
                headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: Data(metrics().utf8))
        }
        await server.appendRoute("GET /healthz") { _ in .line("ok", .ok) }
        await server.appendRoute("GET /readyz") { _ in
            if let reason = readiness.reason {
                .line(reason, .serviceUnavailable)
            } else {
                .line("ready", .ok)
            }
        }

        // FlyingFox tells of a failed bind by ending run(), and of a good one by another call:
        // whichever comes first is the answer.
        let (events, continuation) = AsyncStream.makeStream(of: Result<Void, any Error>.self)
        let running = Task {
            do {
                try await server.run()
            } catch {
                continuation.yield(.failure(error))
                throw error
            }
        }
        let listening = Task {
            try await server.waitUntilListening(timeout: 3_600)
            continuation.yield(.success(()))
        }
        var outcomes = events.makeAsyncIterator()
        let outcome = await outcomes.next()
        listening.cancel()
        if case .failure(let error) = outcome {
            throw HTTPServiceError(address: address, error: error)
        }
        self.server = server
        self.running = running
        switch await server.listeningAddress {
        case .ip4(_, let port), .ip6(_, let port): self.port = port
        case .unix, nil: self.port = address.port
        }
    }

    /// Stops listening and cuts what is still connected.
    public func stop() async {
        await server.stop(timeout: 0)
        running.cancel()
        _ = await running.result
    }

    private static func server(
        at address: HostAndPort, logger: Logger
    ) throws(HTTPServiceError) -> HTTPServer {
        let log = HTTPLog(logger: logger)
        do {
            switch address.host {
            case "*":
                return HTTPServer(
                    address: try .inet(ip4: "0.0.0.0", port: address.port), timeout: 15, logger: log
                )
            case "localhost":
                return HTTPServer(
                    address: try .inet(ip4: "127.0.0.1", port: address.port), timeout: 15,
                    logger: log)
            case let host where host.contains(":"):
                return HTTPServer(
                    address: try .inet6(ip6: host, port: address.port), timeout: 15, logger: log)
            case let host:
                return HTTPServer(
                    address: try .inet(ip4: host, port: address.port), timeout: 15, logger: log)
            }
        } catch {
            throw HTTPServiceError(address: address, error: error)
        }
    }
}

/// Why the HTTP server cannot listen.
public struct HTTPServiceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// `http.listen 127.0.0.1:7880: Address already in use [98]`.
    public let description: String

    init(address: HostAndPort, error: any Error) {
        let reason =
            if case SocketError.failed(_, let code, let message) = error {
                "\(message) [\(code)]"
            } else {
                error.localizedDescription
            }
        let host = address.host.contains(":") ? "[\(address.host)]" : address.host
        description = "http.listen \(host):\(address.port): \(reason)"
    }
}

extension HTTPResponse {
    fileprivate static func line(_ text: String, _ status: HTTPStatusCode) -> HTTPResponse {
        HTTPResponse(
            statusCode: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: Data((text + "\n").utf8))
    }
}

/// FlyingFox's messages in our log. Its requests are chatter here, so nothing is above debug.
private struct HTTPLog: FlyingSocks.Logging {
    let logger: Logger

    func logDebug(_ message: @autoclosure () -> String) { say(message()) }
    func logInfo(_ message: @autoclosure () -> String) { say(message()) }
    func logWarning(_ message: @autoclosure () -> String) { say(message()) }
    func logError(_ message: @autoclosure () -> String) { say(message()) }
    func logCritical(_ message: @autoclosure () -> String) { say(message()) }

    private func say(_ message: @autoclosure () -> String) {
        logger.debug("HTTP server says", metadata: ["http.message": "\(message())"])
    }
}
