/// The names that articles have introduced by a title, with how many articles did.
///
/// A name that two articles introduced is known from then on, and is found without a title, whatever
/// its words are. A value with one owner; ``known`` is what others read. It is made again by learning
/// from stored sightings in their order.
public struct NameMemory: Sendable {
    /// How many names are remembered at most.
    public let capacity: Int
    /// How many articles must have introduced a name before it is known.
    public static let leastArticles = 2

    /// The names that are known now.
    public private(set) var known = KnownNames()

    private var names: [String: (articles: Int, lastSeen: Int)] = [:]
    private var clock = 0

    /// An empty memory.
    ///
    /// - Parameter capacity: At least 1. Beyond it the names that fewest articles introduced are
    ///   forgotten, of those the ones not seen for longest. A name takes some 150 bytes.
    public init(capacity: Int = 50_000) {
        precondition(capacity > 0)
        self.capacity = capacity
    }

    /// How many names are remembered.
    public var count: Int { names.count }

    /// Takes in what one article introduces.
    ///
    /// - Returns: Whether ``known`` has changed.
    @discardableResult
    public mutating func learn(_ sighting: NameSighting) -> Bool {
        guard !sighting.names.isEmpty else { return false }
        clock += 1
        var isChanged = false
        for name in sighting.names {
            let articles = (names[name]?.articles ?? 0) + 1
            names[name] = (articles, lastSeen: clock)
            guard articles == Self.leastArticles else { continue }
            known.insert(name)
            isChanged = true
        }
        guard names.count > capacity else { return isChanged }
        // A tenth at a time, so that the order is not looked at for every article.
        return forget(names.count - capacity + capacity / 10) || isChanged
    }

    /// Forgets some names and returns whether one of them was known.
    private mutating func forget(_ count: Int) -> Bool {
        let order = names.sorted {
            ($0.value.articles, $0.value.lastSeen, $0.key)
                < ($1.value.articles, $1.value.lastSeen, $1.key)
        }
        for name in order.prefix(count) { names[name.key] = nil }
        guard order.prefix(count).contains(where: { $0.value.articles >= Self.leastArticles })
        else { return false }
        known = KnownNames(names.filter { $0.value.articles >= Self.leastArticles }.keys)
        return true
    }
}
