/// The mentions of one event in an article.
struct EventCluster {
    let noun: EventNoun
    private(set) var ordinal: Int?
    /// The name's words, of the mention that has most.
    private(set) var name: [String]
    private(set) var mentions: [EventMention]
    /// The name that all events of the series share, once known.
    var seriesName: [String]?

    /// A cluster of one mention.
    init(_ mention: EventMention) {
        noun = mention.noun
        ordinal = mention.ordinal
        name = mention.name
        mentions = [mention]
    }

    mutating func add(_ mention: EventMention) {
        mentions.append(mention)
        ordinal = ordinal ?? mention.ordinal
        if mention.name.count > name.count { name = mention.name }
    }

    /// Whether one name has all words of the other.
    static func agree(_ left: [String], _ right: [String]) -> Bool {
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        return short.allSatisfy(long.contains)
    }

    /// Puts mentions together: the same noun, numbers that do not differ, and names of which one has
    /// all words of the other. «هذه الندوة» is the last one named by that noun.
    static func clusters(of mentions: [EventMention]) -> [EventCluster] {
        var clusters: [EventCluster] = []
        for mention in mentions {
            let same = clusters.indices.reversed().filter {
                clusters[$0].noun.lemma == mention.noun.lemma
            }
            let isBare = mention.name.isEmpty && mention.ordinal == nil
            let found = same.first { index in
                let cluster = clusters[index]
                if let left = cluster.ordinal, let right = mention.ordinal, left != right {
                    return false
                }
                if isBare { return mention.isDefinite || mention.isAnaphor }
                if mention.isAnaphor, mention.ordinal == nil || cluster.ordinal == mention.ordinal {
                    return agree(cluster.name, mention.name)
                }
                // A number says which: «الندوة الثانية». A name without one says the same of one
                // that has a number only if it says enough.
                return agree(cluster.name, mention.name)
                    && (cluster.ordinal == mention.ordinal
                        || !mention.name.isEmpty && !cluster.name.isEmpty)
            }
            if let found {
                clusters[found].add(mention)
            } else if !isBare {
                clusters.append(EventCluster(mention))
            }
        }
        return linked(clusters)
    }

    /// Gives clusters of one noun with different numbers the same series, if their names agree or one
    /// has none.
    private static func linked(_ clusters: [EventCluster]) -> [EventCluster] {
        var clusters = clusters
        for index in clusters.indices where clusters[index].ordinal != nil {
            var name = clusters[index].name
            for other in clusters
            where other.ordinal != nil && other.ordinal != clusters[index].ordinal
                && other.noun.lemma == clusters[index].noun.lemma
                && agree(other.name, clusters[index].name) && other.name.count > name.count
            {
                name = other.name
            }
            clusters[index].seriesName = name.isEmpty ? nil : name
        }
        return clusters
    }
}
