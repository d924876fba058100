internal import Dispatch
internal import JSONReading
internal import WarraqCore
internal import WarraqTransport

/// Answers `warraq status`, `reload`, `dead` and `site` over the control socket.
struct DaemonControl: ControlHandler {
    // Weak, because the daemon owns the publish thread that asks.
    private let daemon: WeakDaemon
    private let queue = DispatchQueue(label: "warraq.control")

    init(daemon: Daemon) {
        self.daemon = WeakDaemon(daemon)
    }

    func handle(_ request: ControlRequest, then: @escaping @Sendable (ControlAnswer) -> Void) {
        queue.async { [daemon] in
            guard let daemon = daemon.value else {
                return then(.refused(code: "draining", reason: "daemon is stopping"))
            }
            do {
                try Self.answer(request, daemon, then: then)
            } catch let problems as SettingsProblems {
                then(.refused(code: "settings", reason: problems.description))
            } catch {
                then(.refused(code: "unavailable", reason: "\(error)"))
            }
        }
    }

    private static func answer(
        _ request: ControlRequest, _ daemon: Daemon,
        then: @escaping @Sendable (ControlAnswer) -> Void
    ) throws {
        let arguments = try JSONDocument(request.arguments).root
        let host = arguments["host"]?.string ?? ""
        let id = Int64(arguments["id"]?.integer ?? 0)
        switch request.verb {
        case "status": then(.lines([try daemon.statusJSON()]))
        case "reload": then(.lines(try daemon.reload().map(\.json)))
        case "dead.list":
            let after = Int64(arguments["after"]?.integer ?? 0)
            then(try daemon.deadLetterBox().list(after: after))
        case "dead.show": then(try daemon.deadLetterBox().show(id))
        case "dead.drop": try daemon.deadLetterBox().drop(id, then: then)
        case "dead.retry": try daemon.deadLetterBox().retry(id, then: then)
        case "site.show": try daemon.siteBox().show(host, then: then)
        case "site.forget": try daemon.siteBox().forget(host, then: then)
        default:
            then(.refused(code: "badVerb", reason: "this daemon does not know \(request.verb)"))
        }
    }
}

/// A reference that does not keep the daemon.
private final class WeakDaemon: Sendable {
    weak let value: Daemon?

    init(_ daemon: Daemon) {
        value = daemon
    }
}

extension SettingsChange {
    /// One JSON object for `warraq reload`.
    fileprivate var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { object in
            object.member("key", key)
            object.member("old", old)
            object.member("new", new)
            object.member("inForce", takesEffect == .reload)
        }
        return writer.bytes
    }
}
