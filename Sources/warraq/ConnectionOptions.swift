internal import ArgumentParser
internal import Foundation
internal import WarraqServer
internal import ZeroMQ

/// Where the daemon is: what every command that talks to it asks for.
struct ConnectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The daemon's settings file, for its endpoints.",
            discussion: "Without it, the defaults and the WARRAQ_ variables say where it is.",
            valueName: "file"),
        completion: .file(extensions: ["toml"]))
    var config: String?

    /// The daemon's settings, as it reads them itself.
    func settings() throws -> Settings {
        try Settings.load(file: config, environment: ProcessInfo.processInfo.environment)
    }

    /// What to connect to for the socket whose endpoints are `endpoints`.
    ///
    /// - Parameters:
    ///   - given: What the command line said, if anything.
    ///   - key: The setting's name, for when there is nothing to connect to.
    func address(
        _ given: String?, or endpoints: [EndpointSetting], key: String
    ) throws -> String {
        if let given { return given }
        guard let bound = endpoints.first(where: { $0.attachment == .bind }) else {
            throw CommandFailure(.settings, "\(key) binds no endpoint: say where to connect")
        }
        return bound.addressFromHere
    }
}

extension EndpointSetting {
    /// What a client on the daemon's machine connects to: of every interface, the loopback one.
    var addressFromHere: String {
        for wildcard in ["tcp://*:", "tcp://0.0.0.0:"] where address.hasPrefix(wildcard) {
            return "tcp://127.0.0.1:" + address.dropFirst(wildcard.count)
        }
        if address.hasPrefix("tcp://[::]:") {
            return "tcp://[::1]:" + address.dropFirst("tcp://[::]:".count)
        }
        return address
    }
}

extension SocketOption {
    /// What every client socket is set to: it notices a daemon that is gone, and comes back soon.
    static let client: [SocketOption] = [
        .heartbeat(interval: .seconds(5), timeout: .seconds(15), timeToLive: .seconds(15)),
        .reconnect(first: .milliseconds(100), longest: .seconds(5)),
        .ipv6(true),
    ]
}
