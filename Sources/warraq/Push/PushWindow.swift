/// Which articles are on their way, and which must be sent again.
///
/// It sends nothing itself and has no clock: a caller tells it what happened when, and asks what is
/// due. Articles are numbered from 1. The window runs from the oldest that is not answered, the
/// low-water mark, so none is ever forgotten behind newer ones.
struct PushWindow {
    /// What is known about an article on its way.
    private struct Flight {
        /// When it may be sent, or sent again.
        var dueAt: Duration
        /// How often it was sent.
        var attempts: Int
    }

    /// How many may be on their way at once.
    let limit: Int
    /// How long an answer is waited for at first; doubles with each attempt.
    let patience: Duration
    /// How long an answer is waited for at most.
    let longestPatience: Duration

    private var flights: [Int: Flight] = [:]
    private var lowWater = 1
    private var nextNumber = 1

    /// A window of `limit` articles, at least 1.
    init(limit: Int, patience: Duration = .seconds(2), longestPatience: Duration = .seconds(30)) {
        precondition(limit >= 1)
        self.limit = limit
        self.patience = patience
        self.longestPatience = longestPatience
    }

    /// How many articles may enter.
    var room: Int { limit - (nextNumber - lowWater) }

    /// Whether every article that entered is answered.
    var isEmpty: Bool { flights.isEmpty }

    /// Lets an article in and returns its number. Call only when there is ``room``.
    mutating func enter() -> Int {
        precondition(room > 0, "the window is full")
        let number = nextNumber
        nextNumber += 1
        flights[number] = Flight(dueAt: .zero, attempts: 0)
        return number
    }

    /// The oldest article that should be sent at `now`; `nil` if none.
    func due(at now: Duration) -> Int? {
        for number in lowWater..<nextNumber {
            if let flight = flights[number], flight.dueAt <= now { return number }
        }
        return nil
    }

    /// When the next article is due, if nothing happens before.
    var nextDue: Duration? { flights.values.lazy.map(\.dueAt).min() }

    /// Says that `number` was sent at `now`.
    mutating func sent(_ number: Int, at now: Duration) {
        guard var flight = flights[number] else { return }
        var wait = patience
        for _ in 0..<flight.attempts where wait < longestPatience { wait *= 2 }
        flight.dueAt = now + min(wait, longestPatience)
        flight.attempts += 1
        flights[number] = flight
    }

    /// Says that `number` was refused for now, at `now`: it is due again after a while.
    ///
    /// - Returns: Whether it was on its way.
    mutating func postponed(_ number: Int, at now: Duration, by delay: Duration) -> Bool {
        guard flights[number] != nil else { return false }
        flights[number]?.dueAt = now + delay
        return true
    }

    /// Says that `number` got its final answer.
    ///
    /// - Returns: Whether it was on its way: an article that was sent twice may be answered twice.
    mutating func answered(_ number: Int) -> Bool {
        guard flights.removeValue(forKey: number) != nil else { return false }
        while lowWater < nextNumber, flights[lowWater] == nil { lowWater += 1 }
        return true
    }

    /// How often `number` was sent.
    func attempts(_ number: Int) -> Int { flights[number]?.attempts ?? 0 }
}
