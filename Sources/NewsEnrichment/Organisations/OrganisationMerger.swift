/// Joins the mentions of a body: a shorter form is a longer one with words left out.
struct OrganisationMerger {
    let text: NewsText
    let mentions: [OrganisationMention]
    let countries: CountryWords

    /// The bodies in the order of the text, and the ref of each mention's.
    func merged() -> (organisations: [Organisation], refs: [String?]) {
        var groups: [[Int]] = []
        var stems: [[UInt64]] = []
        for index in mentions.longestFirst(by: { $0.stems.count }) {
            let own = mentions[index].stems
            if let same = stems.firstIndex(of: own) {
                groups[same].append(index)
                continue
            }
            if let longer = stems.indices.only(where: { isPart(index, of: groups[$0][0]) }) {
                groups[longer].append(index)
            } else {
                groups.append([index])
                stems.append(own)
            }
        }
        for index in groups.indices where groups[index].count > 1 { groups[index].sort() }
        groups.sort { $0[0] < $1[0] }
        var refs = [String?](repeating: nil, count: mentions.count)
        let organisations = groups.map { group in
            let organisation = organisation(group)
            for index in group { refs[index] = organisation.ref }
            return organisation
        }
        return (organisations, refs)
    }

    /// Whether a name is a longer one with words left out: noun and last word stay, or all but the
    /// first two words go.
    private func isPart(_ short: Int, of long: Int) -> Bool {
        guard mentions[short].trigger != nil, mentions[long].trigger != nil else { return false }
        let (one, other) = (mentions[short].stems, mentions[long].stems)
        guard one.count > 1, one.count < other.count, one[0] == other[0] else { return false }
        return one.isSubsequence(of: other)
    }

    private func organisation(_ group: [Int]) -> Organisation {
        var variants: [String] = []
        var spans: [TextSpan] = []
        spans.reserveCapacity(group.count)
        var best = (index: group[0], text: "")
        for index in group {
            let known = variants.count
            let span = text.span(mentions[index].words, cut: mentions[index].cut, among: &variants)
            spans.append(span)
            guard variants.count > known else { continue }
            if spans.count == 1 || isBetter(index, span.text, than: best) {
                best = (index, span.text)
            }
        }
        let mention = mentions[best.index]
        let (cut, proclitics) = (mention.cut, mention.proclitics)
        return Organisation(
            ref: text.ref("org:", mention.words, cut: cut, proclitics),
            name: text.name(mention.words, cut: cut, proclitics),
            countries: countries(of: group),
            trigger: mention.trigger.map { text.name($0, cut: cut, proclitics) },
            variants: variants, mentions: spans,
            reason: Reason(mention.rule, mention.trigger.map { text.span($0, cut: cut) }))
    }

    /// More words, then no fused preposition, then more hamzas.
    private func isBetter(_ one: Int, _ spelling: String, than other: (index: Int, text: String))
        -> Bool
    {
        let (left, right) = (mentions[one].stems.count, mentions[other.index].stems.count)
        if left != right { return left > right }
        let isFused = mentions[one].proclitics.contains(.fused)
        if isFused != mentions[other.index].proclitics.contains(.fused) { return !isFused }
        return PersonMerger.hamzas(spelling) > PersonMerger.hamzas(other.text)
    }

    private func countries(of group: [Int]) -> [String] {
        var found: [String] = []
        for index in group {
            if let country = mentions[index].country, !found.contains(country) {
                found.append(country)
            }
            for word in mentions[index].words {
                for reading in text.readings(of: text.words[word]) {
                    guard let country = countries.country(of: reading.hash) else { continue }
                    if !found.contains(country) { found.append(country) }
                    break
                }
            }
        }
        return found
    }
}
