internal import Glibc
public import WarraqCore

/// Why a journal could not be opened. The process ends with the description.
public enum JournalOpenError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another process holds the directory.
    case locked(directory: String, pid: Int32?)
    /// A system call on `path` failed.
    case system(String, String, code: Int32)
    /// The journal was written by a newer version.
    case newerFormat(path: String)
    /// SQLite's journal mode or syncing is not what was asked for.
    case unsafe(path: String, problem: String)
    /// SQLite could not open or prepare the file.
    case storage(path: String, StorageError)

    /// One line for an operator.
    public var description: String {
        switch self {
        case .locked(let directory, let pid):
            "\(directory): another warraqd uses it" + (pid.map { ", pid \($0)" } ?? "")
        case .system(let call, let path, let code):
            "\(call) \(path): \(String(cString: strerror(code))) [\(code)]"
        case .newerFormat(let path): "\(path): written by a newer version of warraqd"
        case .unsafe(let path, let problem): "\(path): \(problem)"
        case .storage(let path, let error): "\(path): \(error)"
        }
    }

    static func last(_ call: String, _ path: String) -> JournalOpenError {
        .system(call, path, code: errno)
    }
}
