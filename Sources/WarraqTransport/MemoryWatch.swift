import Glibc

/// Suspects unfinished messages when memory grows beyond what anybody can explain.
///
/// libzmq keeps the frames of a message until its last one came, however many: 79 MB of one-byte frames
/// took 1.65 GB. Nothing is delivered, so nothing counts them; only closing the socket frees them.
struct MemoryWatch {
    /// Bytes of resident memory that are taken as normal.
    private let limit: Int
    /// What was there in spite of a rebind is not the sockets' doing.
    private var floor = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// Whether to bind the sockets anew.
    ///
    /// - Parameters:
    ///   - resident: Memory of the process.
    ///   - explained: What articles under way may take of it.
    mutating func shouldRebind(resident: Int, explained: Int) -> Bool {
        floor = min(floor, height(resident - explained))
        return resident - explained > limit + floor
    }

    /// Notes what is left after a rebind, so that memory which others hold does not bring the next one.
    mutating func noteRebound(resident: Int, explained: Int) {
        floor = height(resident - explained)
    }

    private func height(_ bytes: Int) -> Int {
        max(0, bytes - limit / 2)
    }

    /// Resident memory of this process, 0 if it cannot be read.
    static func residentBytes() -> Int {
        guard let file = fopen("/proc/self/statm", "re") else { return 0 }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 128)
        let count = fread(&buffer, 1, buffer.count, file)
        let fields = String(decoding: buffer.prefix(count), as: UTF8.self).split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }
}
