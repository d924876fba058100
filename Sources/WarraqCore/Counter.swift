internal import Synchronization

/// A number that only grows, counted from any thread without a lock.
public final class Counter: Sendable {
    private let count = Atomic<Int>(0)

    /// A counter at 0.
    public init() {}

    /// Adds `amount`, which is not negative.
    public func add(_ amount: Int = 1) {
        count.wrappingAdd(amount, ordering: .relaxed)
    }

    /// What was counted so far.
    public var value: Int { count.load(ordering: .relaxed) }
}

/// Counters by the cases of a closed set.
public final class CounterFamily<
    Label: RawRepresentable<String> & CaseIterable & Hashable & Sendable
>:
    Sendable
{
    private let counters: [Label: Counter]

    /// A counter at 0 for every case.
    public init() {
        counters = Dictionary(
            uniqueKeysWithValues: Label.allCases.map { ($0, Counter()) })
    }

    /// The counter of one case.
    public subscript(label: Label) -> Counter {
        guard let counter = counters[label] else {
            preconditionFailure("\(label.rawValue) is not among the cases of its type")
        }
        return counter
    }

    /// Every case's label and count, in the order of the cases.
    public var values: [(label: String, value: Int)] {
        Label.allCases.map { ($0.rawValue, self[$0].value) }
    }
}
