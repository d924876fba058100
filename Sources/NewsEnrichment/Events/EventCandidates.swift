/// What may be events of the record.
struct EventCandidates {
    private(set) var events: [NewsEvent] = []
    /// Of each the word where it first stands, and the number of its place among the places found.
    private var marks: [(first: Int, place: Int?)] = []
    /// Room to write ids and names in, kept from one to the next.
    private var bytes: [UInt8] = []

    init() {
        events.reserveCapacity(8)
        marks.reserveCapacity(8)
        bytes.reserveCapacity(256)
    }

    /// A string of the bytes that `write` adds to none.
    mutating func string(_ write: (inout [UInt8]) -> Void) -> String {
        bytes.removeAll(keepingCapacity: true)
        write(&bytes)
        return String(valid: bytes.span)
    }

    /// Adds an event.
    mutating func append(_ event: consuming NewsEvent, first: Int, place: Int?) {
        events.append(event)
        marks.append((first, place))
    }

    /// The numbers of their places.
    var places: some Sequence<Int> { marks.lazy.compactMap(\.place) }

    /// Keeps the first few, main events before others, then by place; each once.
    mutating func choose(atMost limit: Int) {
        let order = events.indices.sorted { left, right in
            let role = events[left].role
            return role == events[right].role
                ? marks[left].first < marks[right].first : role == .main
        }
        var chosen: [Int] = []
        chosen.reserveCapacity(limit)
        for index in order where chosen.count < limit {
            if !chosen.contains(where: { events[$0].id.isSame(as: events[index].id) }) {
                chosen.append(index)
            }
        }
        // By exchange, and of what the pointer points at: a copy of an event is a dozen references
        // more to count.
        for (index, wanted) in chosen.enumerated() {
            // What stood before `index` gave way to what was wanted there.
            var place = wanted
            while place < index { place = chosen[place] }
            events.withUnsafeMutableBufferPointer { $0.swapAt(index, place) }
            marks.swapAt(index, place)
        }
        events.removeLast(events.count - chosen.count)
        marks.removeLast(marks.count - chosen.count)
    }
}
