import CZeroMQ
import Glibc
import Synchronization

/// A bell that any thread may ring for a thread waiting in a `Poller`.
///
/// libzmq sockets must not be shared between threads, so work for a polling thread goes into a queue under
/// a lock, and this wakes it. Rings before `clear` count once. The polling thread clears first and looks
/// into its queue afterwards, or it may miss an entry.
public final class Wakeup: Sendable {
    private let event: EventDescriptor
    private let isRung = Atomic<Bool>(false)

    /// Makes a silent bell.
    ///
    /// - Throws: The error of `eventfd`, when no descriptor is left.
    public init() throws(ZeroMQError) {
        event = try EventDescriptor()
    }

    /// Wakes the polling thread; costs a system call only if it was not already rung.
    public func ring() {
        guard !isRung.exchange(true, ordering: .acquiringAndReleasing) else { return }
        event.add()
    }

    /// Silences the bell. Only the polling thread calls it.
    public func clear() {
        event.reset()
        // After the reset: a ring in between finds the flag set, and its entry is seen by the look into the
        // queue that follows.
        isRung.store(false, ordering: .sequentiallyConsistent)
    }

    var fileDescriptor: Int { event.number }
}

/// The owner of one eventfd.
private struct EventDescriptor: ~Copyable, Sendable {
    private let descriptor: Int32

    init() throws(ZeroMQError) {
        let descriptor = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
        guard descriptor >= 0 else {
            throw ZeroMQError(function: "eventfd", code: ErrorCode(rawValue: Int(errno)))
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    var number: Int { Int(descriptor) }

    func add() {
        var one: UInt64 = 1
        // Fails only with EAGAIN, when the counter is full: then the poller wakes anyway.
        while write(descriptor, &one, 8) == -1, errno == EINTR {}
    }

    func reset() {
        var count: UInt64 = 0
        // Fails only with EAGAIN, when it was silent.
        while read(descriptor, &count, 8) == -1, errno == EINTR {}
    }
}
