import Foundation
import FoundationNetworking
import Logging
import Testing

@testable import WarraqServer

struct HTTPServiceTests {
    private func service(
        at listen: String = "127.0.0.1:0", readiness: Readiness = Readiness()
    ) async throws -> HTTPService {
        var values = SettingValues()
        values[HTTPSettings.listenKey] = listen
        let lines = Lines()
        let log = LogDestination(level: .critical, style: .plain, write: lines.append)
        let service = try await HTTPService(
            settings: Settings(values), readiness: readiness,
            metrics: { "warraq_articles_received_total 3\n" }, logger: log.logger("http"))
        return try #require(service)
    }

    private func get(_ path: String, _ service: HTTPService) async throws -> String {
        let url = try #require(URL(string: "http://127.0.0.1:\(service.port)\(path)"))
        let (body, response) = try await URLSession.shared.data(from: url)
        let answer = try #require(response as? HTTPURLResponse)
        let type = answer.value(forHTTPHeaderField: "Content-Type") ?? "-"
        return "\(answer.statusCode) \(type) \(String(decoding: body, as: UTF8.self))"
    }

    @Test func `metrics are Prometheus's text`() async throws {
        let service = try await service()
        #expect(
            try await get("/metrics", service)
                == "200 text/plain; version=0.0.4; charset=utf-8 warraq_articles_received_total 3\n"
        )
        await service.stop()
    }

    @Test func `readyz says why not until it is ready`() async throws {
        let readiness = Readiness()
        let service = try await service(readiness: readiness)
        let type = "text/plain; charset=utf-8"
        #expect(try await get("/readyz", service) == "503 \(type) starting\n")
        #expect(try await get("/healthz", service) == "200 \(type) ok\n")
        readiness.setReady()
        #expect(try await get("/readyz", service) == "200 \(type) ready\n")
        readiness.setNotReady("draining")
        #expect(try await get("/readyz", service) == "503 \(type) draining\n")
        await service.stop()
    }

    @Test func `other paths are not found`() async throws {
        let service = try await service()
        #expect(try await get("/", service).hasPrefix("404 "))
        await service.stop()
    }

    @Test func `no address is no server`() async throws {
        var values = SettingValues()
        values[HTTPSettings.listenKey] = ""
        let log = LogDestination(level: .critical, style: .plain, write: { _ in })
        let service = try await HTTPService(
            settings: Settings(values), readiness: Readiness(), metrics: { "" },
            logger: log.logger("http"))
        #expect(service == nil)
    }

    @Test func `a port that is taken is a clear error`() async throws {
        let first = try await service()
        let taken = "127.0.0.1:\(first.port)"
        await #expect {
            _ = try await service(at: taken)
        } throws: { error in
            "\(error)" == "http.listen \(taken): Address already in use [98]"
        }
        await first.stop()
    }
}
