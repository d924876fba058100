/// The mentions of one event in an article.
struct EventCluster {
    let noun: EventNoun
    private(set) var ordinal: Int?
    /// The name's words in ``EventMentions/names``, of the mention that has most.
    private(set) var name: Range<Int>
    /// The first of its mentions, and the last: each knows the next.
    let first: Int
    private var last: Int
    /// The name that all events of the series share, once known.
    private(set) var seriesName: Range<Int>?

    /// A cluster of one mention.
    private init(_ mention: EventMention, number: Int) {
        noun = mention.noun
        ordinal = mention.ordinal
        name = mention.name
        first = number
        last = number
    }

    private mutating func add(_ number: Int, to mentions: inout EventMentions) {
        mentions.list[last].next = number
        last = number
        ordinal = ordinal ?? mentions.list[number].ordinal
        let longer = mentions.list[number].name
        if longer.count > name.count { name = longer }
    }

    /// Whether noun, name and number can make an event of it.
    var isNamed: Bool {
        switch noun.kind {
        case .named: seriesName != nil || !name.isEmpty || ordinal != nil
        case .edition: ordinal != nil && !name.isEmpty
        case .common: name.count > 1
        }
    }

    /// Whether one name has all words of the other.
    private static func agree(
        _ left: Range<Int>, _ right: Range<Int>, _ names: [EventNameWord]
    ) -> Bool {
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        return short.allSatisfy { word in long.contains { names[$0].hash == names[word].hash } }
    }

    /// Whether a mention can be one of these: the same noun, numbers that do not differ, and names of
    /// which one has all words of the other. «هذه الندوة» is the last one named by that noun.
    private func takes(_ mention: EventMention, _ names: [EventNameWord]) -> Bool {
        guard noun.hash == mention.noun.hash else { return false }
        if let ordinal, let other = mention.ordinal, ordinal != other { return false }
        if mention.isBare { return mention.isDefinite || mention.isAnaphor }
        guard Self.agree(name, mention.name, names) else { return false }
        if mention.isAnaphor, mention.ordinal == nil { return true }
        // A number says which: «الندوة الثانية». A name without one says the same of one that has a
        // number only if it says enough.
        return ordinal == mention.ordinal || !mention.name.isEmpty && !name.isEmpty
    }

    /// Puts mentions together; each gets to know the next of its cluster.
    static func clusters(of mentions: inout EventMentions) -> [EventCluster] {
        var clusters: [EventCluster] = []
        clusters.reserveCapacity(8)
        for number in mentions.list.indices {
            let mention = mentions.list[number]
            if let found = clusters.lastIndex(where: { $0.takes(mention, mentions.names) }) {
                clusters[found].add(number, to: &mentions)
            } else if !mention.isBare {
                clusters.append(EventCluster(mention, number: number))
            }
        }
        nameSeries(of: &clusters, mentions.names)
        return clusters
    }

    /// Gives clusters of one noun with different numbers the same series, if their names agree or one
    /// has none.
    private static func nameSeries(of clusters: inout [EventCluster], _ names: [EventNameWord]) {
        for index in clusters.indices where clusters[index].ordinal != nil {
            var name = clusters[index].name
            for other in clusters
            where other.ordinal != nil && other.ordinal != clusters[index].ordinal
                && other.noun.hash == clusters[index].noun.hash
                && agree(other.name, clusters[index].name, names) && other.name.count > name.count
            {
                name = other.name
            }
            clusters[index].seriesName = name.isEmpty ? nil : name
        }
    }
}
