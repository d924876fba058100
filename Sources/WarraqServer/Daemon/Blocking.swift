internal import Dispatch
internal import Synchronization

/// Waits for asynchronous work on a thread that has nothing else to do: start and stop run on the
/// main thread of a program, never on a queue or in a task.
enum Blocking {
    /// Runs `body` and returns what it returns.
    static func run<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws
        -> Value
    {
        let result = Outcome<Value>()
        // A task made on the main thread is userInitiated unless it says otherwise, and libdispatch then
        // asks for a nice value that an ordinary process may not have: a line in the log each time.
        Task(priority: .medium) {
            do {
                result.set(.success(try await body()))
            } catch {
                result.set(.failure(error))
            }
        }
        return try result.wait().get()
    }

    private final class Outcome<Value: Sendable>: Sendable {
        private let value = Mutex<Result<Value, any Error>?>(nil)
        private let isSet = DispatchSemaphore(value: 0)

        func set(_ result: Result<Value, any Error>) {
            value.withLock { $0 = result }
            isSet.signal()
        }

        func wait() -> Result<Value, any Error> {
            isSet.wait()
            guard let result = value.withLock({ $0 }) else {
                preconditionFailure("signalled without a result")
            }
            return result
        }
    }
}
