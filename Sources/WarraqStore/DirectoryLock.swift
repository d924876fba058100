internal import Glibc

/// The right to a store's directory, held by one process at a time.
///
/// The file `lock` says who holds it, how far the feed had come, and whether the last end was clean.
/// The high-water mark is written after each commit without a sync: it survives a crash of the
/// process, and finds a journal that lost commits behind our back.
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
            isUnclean: fields.count > 2 && fields[2] != Ending.clean.rawValue,
            highWater: fields.count > 1 ? UInt64(fields[1]) ?? 0 : 0,
            sawDamage: fields.count > 2 && fields[2] == Ending.damaged.rawValue)
        self.descriptor = descriptor
        let text = "\(Self.padded(UInt64(getpid()))) \(Self.padded(remains.highWater)) "
        guard ftruncate(descriptor, 0) == 0, Self.write(text, at: 0, to: descriptor) else {
            throw .last("write", path)
        }
        note(.running)
    }

    deinit { Glibc.close(descriptor) }

    /// Notes that everything up to `sequence` is committed. A failure is harmless: the mark only
    /// finds damage.
    func raiseHighWater(to sequence: UInt64) {
        _ = Self.write(Self.padded(sequence), at: Self.width + 1, to: descriptor)
    }

    /// Notes that the journal is damaged, so that the next start looks at all of it.
    func noteDamage() { note(.damaged) }

    /// Gives the directory back. `isClean` says that the journal ended in good order.
    func release(isClean: Bool) {
        if isClean { note(.clean) }
        flock(descriptor, LOCK_UN)
    }

    /// How a holder ended, as the file says it; all of the same length.
    private enum Ending: String {
        case running
        case damaged
        case clean = "cleanly"
    }

    private func note(_ ending: Ending) {
        _ = Self.write("\(ending.rawValue)\n", at: 2 * (Self.width + 1), to: descriptor)
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

    private static func write(_ text: String, at offset: Int, to descriptor: Int32) -> Bool {
        let bytes = Array(text.utf8)
        return pwrite(descriptor, bytes, bytes.count, off_t(offset)) == bytes.count
    }
}
