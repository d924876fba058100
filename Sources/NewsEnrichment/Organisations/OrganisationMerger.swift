/// Joins the mentions of a body: a shorter form is a longer one with words left out.
struct OrganisationMerger {
    let text: NewsText
    let mentions: [OrganisationMention]
    /// The stems of all mentions.
    let stems: [UInt64]
    let countries: CountryWords

    /// How many mentions of a body are looked at for a spelling.
    private static let lookBack = 8

    /// A body and what its mentions so far say of it.
    private struct Body {
        /// The mention that names it best, by its number among all and among those of the body.
        var best: Int
        var name = 0
        var countries: [CountryCode] = []
        var mentions: [TextSpan] = []
    }

    /// The bodies in the order of the text, and the ref of each mention's.
    func merged() -> (organisations: [Organisation], refs: [String]) {
        let longest = longestOfEach()
        /// The body of each mention that is the longest of its own; -1 before its first mention.
        var bodyOf = [Int](repeating: -1, count: mentions.count)
        var bodies: [Body] = []
        for index in mentions.indices {
            let head = longest[index]
            if bodyOf[head] < 0 {
                bodyOf[head] = bodies.count
                bodies.append(Body(best: index))
                // Most have few: grown one by one they would move twice.
                bodies[bodyOf[head]].mentions.reserveCapacity(4)
            }
            add(index, to: &bodies[bodyOf[head]])
        }
        let organisations = bodies.map(organisation)
        return (organisations, longest.map { organisations[bodyOf[$0]].ref })
    }

    /// For each mention the first of the longest ones of its body.
    private func longestOfEach() -> [Int] {
        var longest = Array(mentions.indices)
        var heads: [Int] = []
        for index in mentions.longestFirst(by: { $0.stems.count }) {
            if let head = heads.first(where: { mentions[$0].key == mentions[index].key })
                ?? heads.only(where: { isPart(index, of: $0) })
            {
                longest[index] = head
            } else {
                heads.append(index)
            }
        }
        return longest
    }

    /// Whether a name is a longer one with words left out: noun and last word stay, or all but the
    /// first two words go.
    private func isPart(_ short: Int, of long: Int) -> Bool {
        let (one, other) = (mentions[short].stems, mentions[long].stems)
        return mentions[short].hasTrigger && mentions[long].hasTrigger && one.count > 1
            && one.count < other.count && stems[one.lowerBound] == stems[other.lowerBound]
            && stems[one].isSubsequence(of: stems[other])
    }

    private func add(_ index: Int, to body: inout Body) {
        let span = text.span(mentions[index].words, cut: mentions[index].cut)
        addCountries(of: index, to: &body.countries)
        // Of mentions that are spelled alike the first.
        if !body.mentions.isEmpty, isBetter(index, span, than: body),
            !body.mentions.suffix(Self.lookBack).contains(where: { $0.isSpelled(as: span) })
        {
            (body.best, body.name) = (index, body.mentions.count)
        }
        body.mentions.append(span)
    }

    private func organisation(_ body: Body) -> Organisation {
        let (words, cut) = (mentions[body.best].words, mentions[body.best].cut)
        let proclitics = mentions[body.best].proclitics
        let trigger = mentions[body.best].hasTrigger ? words.prefix(1) : nil
        return Organisation(
            ref: text.ref("org:", words, cut: cut, proclitics),
            name: text.name(words, cut: cut, proclitics),
            countries: body.countries.compactMap(\.text),
            trigger: trigger.map { text.name($0, cut: cut, proclitics) },
            mentions: body.mentions,
            reason: Reason(mentions[body.best].rule, trigger.map { text.span($0, cut: cut) }))
    }

    /// More words, then no fused preposition, then more hamzas.
    private func isBetter(_ one: Int, _ span: TextSpan, than other: Body) -> Bool {
        let (left, right) = (mentions[one].stems.count, mentions[other.best].stems.count)
        if left != right { return left > right }
        let isFused = mentions[one].proclitics.contains(.fused)
        if isFused != mentions[other.best].proclitics.contains(.fused) { return !isFused }
        return span.hamzas > other.mentions[other.name].hamzas
    }

    private func addCountries(of index: Int, to found: inout [CountryCode]) {
        let country = mentions[index].country
        if country != .none, !found.contains(country) { found.append(country) }
        for word in mentions[index].words
        where text.words[word].anySenses.contains(.countryWord) {
            for reading in text.readings(of: text.words[word]) {
                guard let country = countries.country(of: reading.hash) else { continue }
                if !found.contains(country) { found.append(country) }
                break
            }
        }
    }
}
