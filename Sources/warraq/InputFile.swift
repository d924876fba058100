internal import Foundation

/// A file that a person named; `-` is standard input.
enum InputFile {
    /// Why a file cannot be read.
    struct Unreadable: Error, Hashable, CustomStringConvertible {
        let path: String
        let code: Int32

        var description: String { "\(path): \(String(cString: strerror(code)))" }
    }

    /// Opens `path` for reading. A directory opens as well as a file, and only reading it would fail.
    static func open(_ path: String) throws(Unreadable) -> FileHandle {
        if path == "-" { return .standardInput }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Unreadable(path: path, code: errno)
        }
        var status = stat()
        if fstat(handle.fileDescriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw Unreadable(path: path, code: EISDIR)
        }
        return handle
    }

    /// The bytes of `path`.
    static func contents(of path: String) throws -> [UInt8] {
        Array(try open(path).readToEnd() ?? Data())
    }
}
