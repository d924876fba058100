import Glibc
import Synchronization

/// A thread that runs one loop: sockets stay on the thread that made them.
final class LoopThread: Sendable {
    private let thread: Mutex<pthread_t?>

    /// Starts a thread that runs `body`. `name` has at most 15 bytes, as Linux wants.
    init(name: String, _ body: @escaping @Sendable () -> Void) {
        precondition(name.utf8.count <= 15, "a thread's name has at most 15 bytes")
        var thread = pthread_t()
        let start = Unmanaged.passRetained(ThreadStart(name: name, body: body))
        let result = pthread_create(&thread, nil, runThread, start.toOpaque())
        precondition(result == 0, "pthread_create \(name): error \(result)")
        self.thread = Mutex(thread)
    }

    /// Waits until the loop has ended.
    func join() {
        let waiting = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        guard let waiting else { return }
        pthread_join(waiting, nil)
    }
}

private final class ThreadStart: Sendable {
    let name: String
    let body: @Sendable () -> Void

    init(name: String, body: @escaping @Sendable () -> Void) {
        self.name = name
        self.body = body
    }
}

private func runThread(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    let start = Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue()
    // pthread_setname_np is a GNU extension that the Glibc module lacks; proc(5) has the same.
    if let file = fopen("/proc/thread-self/comm", "we") {
        fputs(start.name, file)
        fclose(file)
    }
    start.body()
    return nil
}
