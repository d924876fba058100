import Testing

@testable import WarraqServer

struct EndpointSettingTests {
    @Test(arguments: [
        (text: "tcp://127.0.0.1:7801", address: "tcp://127.0.0.1:7801", binds: true, local: true),
        (text: ">tcp://127.9.0.1:1", address: "tcp://127.9.0.1:1", binds: false, local: true),
        (text: "@tcp://*:7801", address: "tcp://*:7801", binds: true, local: false),
        (text: "tcp://[::1]:7801", address: "tcp://[::1]:7801", binds: true, local: true),
        (text: "tcp://[::]:7801", address: "tcp://[::]:7801", binds: true, local: false),
        (text: "tcp://localhost:0", address: "tcp://localhost:0", binds: true, local: true),
        (text: "tcp://127.0.0.1:*", address: "tcp://127.0.0.1:*", binds: true, local: true),
        (
            text: "tcp://127.0.0.1.example.org:1", address: "tcp://127.0.0.1.example.org:1",
            binds: true, local: false
        ),
        (text: "tcp://eth0:65535", address: "tcp://eth0:65535", binds: true, local: false),
        (
            text: "ipc:///run/warraq/in.sock", address: "ipc:///run/warraq/in.sock", binds: true,
            local: true
        ),
        (text: "ipc://@warraq", address: "ipc://@warraq", binds: true, local: true),
    ])
    func `an endpoint is read in its parts`(
        text: String, address: String, binds: Bool, local: Bool
    ) throws {
        let endpoint = try EndpointSetting(text, attachment: .bind)
        #expect(endpoint.text == text)
        #expect(endpoint.address == address)
        #expect(endpoint.attachment == (binds ? .bind : .connect))
        #expect(endpoint.isLocal == local)
    }

    @Test(arguments: [
        "", "@", "127.0.0.1:7801", "udp://127.0.0.1:1", "tcp://", "tcp://127.0.0.1", "tcp://:1",
        "tcp://127.0.0.1:", "tcp://127.0.0.1:65536", "tcp://127.0.0.1:-1", "tcp://127.0.0.1:+1",
        "tcp://127.0.0.1:1x", "tcp://::1:7801", "tcp://[127]:1", "tcp://a b:1", "tcp://a;b:1",
        ">tcp://127.0.0.1:0", ">tcp://*:1", ">tcp://127.0.0.1:*", "ipc://", "ipc://run/a",
        "ipc://@",
        "ipc:///" + String(repeating: "x", count: 107), "inproc://a", "@@tcp://127.0.0.1:1",
    ])
    func `what is no endpoint is refused`(text: String) {
        #expect(throws: SettingRefusal.self) { try EndpointSetting(text, attachment: .bind) }
    }
}
