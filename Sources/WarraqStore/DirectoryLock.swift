internal import Glibc

/// The right to a store's directory, held by one process at a time.
///
/// The file `lock` says who holds it, and how far the feed had come. It is empty after a clean end, so
/// a start sees whether the last one was. The high-water mark is written after each commit without a
/// sync: it survives a crash of the process, and finds a journal that lost commits behind our back.
final class DirectoryLock: Sendable {
    /// What the last holder left.
    struct Remains: Hashable, Sendable {
        /// Whether it ended without ``DirectoryLock/release(isClean:)``.
        let isUnclean: Bool
        /// The last sequence number it committed, 0 if unknown.
        let highWater: UInt64
        /// Whether it saw damage while it ran.
        let sawDamage: Bool
    }

    /// What the last holder left.
    let remains: Remains
    private let descriptor: Int32

    /// Takes the lock of `directory`.
    init(directory: String) throws(JournalOpenError) {
        let path = directory + "/lock"
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw .last("open", path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let fields = Self.fields(of: descriptor)
            Glibc.close(descriptor)
            guard code == EWOULDBLOCK else { throw .system("flock", path, code: code) }
            throw .locked(directory: directory, pid: fields.first.flatMap { Int32($0) })
        }
        let fields = Self.fields(of: descriptor)
        remains = Remains(
            isUnclean: !fields.isEmpty,
            highWater: fields.dropFirst().first.flatMap { UInt64($0) } ?? 0,
            sawDamage: fields.count > 2)
        self.descriptor = descriptor
        guard write("\(Self.padded(UInt64(getpid()))) \(Self.padded(remains.highWater))\n") else {
            throw .last("write", path)
        }
    }

    deinit { Glibc.close(descriptor) }

    /// Notes that everything up to `sequence` is committed. A failure is harmless: the mark only
    /// finds damage.
    func raiseHighWater(to sequence: UInt64) {
        var digits = Array(Self.padded(sequence).utf8)
        _ = pwrite(descriptor, &digits, digits.count, off_t(Self.width + 1))
    }

    /// Notes that the journal is damaged, so that the next start looks at all of it.
    func noteDamage() {
        var text = Array(" damaged\n".utf8)
        _ = pwrite(descriptor, &text, text.count, off_t(2 * Self.width + 1))
    }

    /// Gives the directory back. `isClean` says that the journal ended in good order.
    func release(isClean: Bool) {
        if isClean { _ = ftruncate(descriptor, 0) }
        flock(descriptor, LOCK_UN)
    }

    private static let width = 20

    private static func padded(_ number: UInt64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: width - digits.count) + digits
    }

    private static func fields(of descriptor: Int32) -> [String] {
        var bytes = [UInt8](repeating: 0, count: 128)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return [] }
        return String(decoding: bytes[..<count], as: UTF8.self).split { $0 == " " || $0 == "\n" }
            .map(String.init)
    }

    private func write(_ text: String) -> Bool {
        var bytes = Array(text.utf8)
        return ftruncate(descriptor, 0) == 0
            && pwrite(descriptor, &bytes, bytes.count, 0) == bytes.count
    }
}
