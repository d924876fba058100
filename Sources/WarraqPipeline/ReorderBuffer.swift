internal import Synchronization

/// Gives back in order what concurrent workers finish out of order.
///
/// Its size is that of the pipeline, which admission bounds.
final class ReorderBuffer<Element: Sendable>: Sendable {
    private struct State {
        var next = 0
        var waiting: [Int: Element] = [:]
    }

    private let state = Mutex(State())

    /// Takes the element numbered `number`, and hands every element whose turn has come to
    /// `deliver`, in order and one caller at a time.
    ///
    /// `deliver` runs under the lock: it may only pass the elements on.
    func put(_ element: Element, number: Int, deliver: ([Element]) -> Void) {
        state.withLock { state in
            state.waiting[number] = element
            var ready: [Element] = []
            while let next = state.waiting.removeValue(forKey: state.next) {
                ready.append(next)
                state.next += 1
            }
            if !ready.isEmpty { deliver(ready) }
        }
    }
}
