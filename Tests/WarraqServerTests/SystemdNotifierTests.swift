import Dispatch
import Foundation
import Testing
import WarraqTesting

@testable import WarraqServer

struct SystemdNotifierTests {
    @Test(arguments: [false, true])
    func `notices arrive in one datagram`(abstract: Bool) throws {
        let socket = try NotifySocket(abstract: abstract)
        let notifier = try #require(
            SystemdNotifier(environment: ["NOTIFY_SOCKET": socket.name]))
        try notifier.send(.ready, .status("taking articles\nand more"))
        #expect(socket.receive() == "READY=1\nSTATUS=taking articles and more\n")
        try notifier.send(.watchdog)
        #expect(socket.receive() == "WATCHDOG=1\n")
        try notifier.send(.stopping, .extendTimeout(.milliseconds(1_500)))
        #expect(socket.receive() == "STOPPING=1\nEXTEND_TIMEOUT_USEC=1500000\n")
    }

    @Test func `a reload carries the time of the monotonic clock`() throws {
        let socket = try NotifySocket(abstract: true)
        let notifier = try #require(SystemdNotifier(socket: socket.name))
        let before = MonotonicTime.now.microseconds
        try notifier.send(.reloading)
        let after = MonotonicTime.now.microseconds
        let lines = socket.receive().split(separator: "\n")
        #expect(lines.first == "RELOADING=1")
        let time = try #require(lines.last?.split(separator: "=").last.flatMap { UInt64($0) })
        #expect((before...after).contains(time))
        #expect(lines.last?.hasPrefix("MONOTONIC_USEC=") == true)
    }

    @Test func `nobody asks and nobody is told`() {
        #expect(SystemdNotifier(environment: [:]) == nil)
        #expect(SystemdNotifier(environment: ["NOTIFY_SOCKET": ""]) == nil)
        #expect(SystemdNotifier(socket: "vsock:2:1234") == nil)
        #expect(SystemdNotifier(socket: "/" + String(repeating: "x", count: 107)) == nil)
    }

    @Test func `a socket that is gone is an error that names the call`() throws {
        let notifier = try #require(SystemdNotifier(socket: "/nonexistent/notify"))
        #expect {
            try notifier.send(.ready)
        } throws: { error in
            "\(error)" == "sendto NOTIFY_SOCKET: No such file or directory [2]"
        }
    }

    @Test func `the watchdog's interval is for this process only`() {
        let own = String(ProcessInfo.processInfo.processIdentifier)
        #expect(
            Watchdog.interval(environment: ["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": own])
                == .seconds(30))
        #expect(Watchdog.interval(environment: ["WATCHDOG_USEC": "5"]) == .microseconds(5))
        #expect(
            Watchdog.interval(environment: ["WATCHDOG_USEC": "5", "WATCHDOG_PID": "1"]) == nil)
        #expect(Watchdog.interval(environment: ["WATCHDOG_USEC": "0"]) == nil)
        #expect(Watchdog.interval(environment: [:]) == nil)
    }

    @Test func `the watchdog speaks while the daemon is alive and only then`() throws {
        let socket = try NotifySocket(abstract: true)
        let notifier = try #require(SystemdNotifier(socket: socket.name))
        let asked = Counter()
        let third = DispatchSemaphore(value: 0)
        let watchdog = Watchdog(
            interval: .milliseconds(20), on: DispatchQueue(label: "watchdog"),
            isAlive: {
                let count = asked.increment()
                if count == 3 { third.signal() }
                return count != 2
            },
            say: { try? notifier.send(.status("\(asked.value)"), .watchdog) })
        #expect(third.wait(timeout: .now() + 10) == .success)
        #expect(socket.receive() == "STATUS=1\nWATCHDOG=1\n")
        #expect(socket.receive() == "STATUS=3\nWATCHDOG=1\n")
        withExtendedLifetime(watchdog) {}
    }
}
