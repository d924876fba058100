internal import ArgumentParser
internal import Foundation
internal import WarraqCore
internal import WarraqServer
internal import WarraqTransport
internal import ZeroMQ

/// Where the daemon's control socket is, for the commands that ask it.
struct ControlOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Where to ask, instead of control.listen.", valueName: "endpoint"))
    var control: String?

    @Option(help: ArgumentHelp("How long the answer may take.", valueName: "seconds"))
    var timeout = 30.0

    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard timeout > 0 else { throw ValidationError("--timeout is a number of seconds.") }
    }

    /// Asks the daemon; the lines of its answer.
    ///
    /// - Parameters:
    ///   - verb: What is asked.
    ///   - id: Which dead letter it is about, if about one.
    ///   - host: Which site it is about, if about one.
    /// - Throws: ``CommandFailure`` if the daemon is not there or says no.
    func ask(_ verb: ControlVerb, id: Int? = nil, host: String? = nil) throws -> [[UInt8]] {
        let address = try control ?? connection.settings().controlAddress
        var arguments = JSONWriter()
        arguments.object { object in
            object.member("id", ifPresent: id)
            object.member("host", ifPresent: host)
        }
        try lookForSocket(at: address)
        let context = try Context(linger: .zero)
        let client = try ControlClient(endpoint: address, in: context)
        let request = ControlRequest(verb: verb.rawValue, arguments: arguments.bytes)
        switch try client.ask(request, timeout: .seconds(timeout)) {
        case nil: throw CommandFailure(.unreachable, "no answer from \(address)")
        case .lines(let lines): return lines
        case .refused("settings", let problems): throw CommandFailure(.settings, problems)
        case .refused(let code, let reason):
            throw CommandFailure(.negative, "\(code): \(reason)")
        }
    }

    /// Says at once why nobody will answer, where the file system knows: ZeroMQ tries in silence.
    ///
    /// - Throws: ``CommandFailure`` if this user may not reach the socket. One that is not there yet
    ///   may come.
    private func lookForSocket(at address: String) throws {
        guard address.hasPrefix("ipc:///") else { return }
        let path = String(address.dropFirst("ipc://".count))
        guard access(path, R_OK | W_OK) != 0 else { return }
        switch errno {
        case EACCES:
            throw CommandFailure(
                .unreachable,
                "\(path) is open to root and the daemon's own user alone: try it with sudo")
        case ENOENT:
            notice("no daemon at \(path) yet, waiting; --config FILE says where another one is")
        default: return
        }
    }

    /// Asks the daemon and prints its answer.
    func printAnswer(to verb: ControlVerb, id: Int? = nil, host: String? = nil) throws {
        try reportingFailures {
            for line in try ask(verb, id: id, host: host) {
                StandardOutput.write(line + [UInt8(ascii: "\n")])
            }
        }
    }
}
