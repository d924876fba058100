internal import ArgumentParser
internal import WarraqServer
internal import ZeroMQ

/// Why a command stops early: a line on stderr and an exit code.
struct CommandFailure: Error, Hashable, CustomStringConvertible {
    let status: ExitStatus
    let description: String

    init(_ status: ExitStatus, _ description: String) {
        self.status = status
        self.description = description
    }
}

/// Runs `body`; a ``CommandFailure`` or an error of ZeroMQ's becomes a line on stderr and an exit
/// code. Others are left to ArgumentParser.
func reportingFailures(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let failure as CommandFailure {
        notice(failure.description)
        throw ExitCode(failure.status.rawValue)
    } catch let file as InputFile.Unreadable {
        notice(file.description)
        throw ExitCode(ExitStatus.badData.rawValue)
    } catch let error as ZeroMQError {
        notice(error.description)
        throw ExitCode(ExitStatus.unreachable.rawValue)
    } catch let problems as SettingsProblems {
        StandardError.write(problems.description + "\n")
        throw ExitCode(ExitStatus.settings.rawValue)
    }
}

/// Says `text` on stderr, with the program's name in front.
func notice(_ text: String) {
    StandardError.write("warraq: \(text)\n")
}
