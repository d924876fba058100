internal import Synchronization

/// Numbers from 0, each given once.
final class NumberSequence: Sendable {
    private let following = Atomic<Int>(0)

    /// The next number.
    func next() -> Int {
        following.wrappingAdd(1, ordering: .relaxed).oldValue
    }
}
