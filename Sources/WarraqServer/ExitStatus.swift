/// What the programs' exit codes mean. Scripts rely on them: PROTOCOL.md lists them.
public enum ExitStatus: Int32, Sendable {
    /// Done.
    case success = 0
    /// A negative answer, such as an article that was refused.
    case negative = 1
    /// The command line makes no sense (EX_USAGE).
    case usage = 64
    /// The input cannot be read (EX_DATAERR).
    case badData = 65
    /// The daemon cannot be reached (EX_UNAVAILABLE).
    case unreachable = 69
    /// Something of the system's failed: a disk, a port (EX_OSERR).
    case system = 71
    /// The same again may succeed later (EX_TEMPFAIL).
    case tryAgain = 75
    /// The settings are wrong (EX_CONFIG).
    case settings = 78
    /// The time that was given is over.
    case timedOut = 124
}
