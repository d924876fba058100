/// Joins the mentions of a person, and the offices that mean one.
struct PersonMerger {
    /// The mentions of one person.
    private struct Group {
        var tokens: [UInt64]
        var mentions: [Int]
        var roleMentions: [Person.RoleMention] = []
    }

    let text: NewsText
    let mentions: [PersonMention]
    /// Offices without a name.
    let lonely: [OfficePhrase]
    let organisations: [OrganisationMention]
    /// The stems of all ``organisations``.
    let organisationStems: [UInt64]
    /// The refs of the bodies, by mention.
    let refs: [String]

    /// The people in the order of the text, and the offices whose holders it does not name.
    func merged() -> (people: [Person], offices: [OfficeMention]) {
        var groups = grouped()
        groups.sort { ($0.mentions.first ?? 0) < ($1.mentions.first ?? 0) }
        let offices = lonely.isEmpty ? [] : unheld(&groups)
        return (groups.map(person), offices)
    }

    /// Gives the offices without a name to the people who hold them; returns those of nobody.
    private func unheld(_ groups: inout [Group]) -> [OfficeMention] {
        var offices: [OfficeMention] = []
        // In one row, those of named holders first.
        var stems: [UInt64] = []
        stems.reserveCapacity(32)
        var held: [(group: Int, stems: Range<Int>)] = []
        held.reserveCapacity(mentions.count)
        for group in groups.indices {
            for index in groups[group].mentions {
                for office in mentions[index].offices {
                    let first = stems.count
                    text.appendStems(of: office.words, cut: office.cut, to: &stems)
                    held.append((group, first..<stems.count))
                }
            }
        }
        for office in lonely {
            let first = stems.count
            text.appendStems(of: office.words, cut: office.cut, to: &stems)
            let own = stems[first...]
            var holder: Int?
            var isSole = true
            for (group, range) in held where group != holder && Self.isSame(stems[range], own) {
                isSole = holder == nil
                holder = group
            }
            guard isSole else { continue }
            let span = text.span(office.words, cut: office.cut)
            if let holder {
                groups[holder].roleMentions.append(
                    Person.RoleMention(span: span, isOptional: false))
            } else {
                offices.append(
                    OfficeMention(
                        span: span, organisation: organisation(of: office),
                        ref: text.ref(
                            "role:", office.words, cut: office.cut, office.proclitics),
                        reason: Reason("office.alone")))
            }
        }
        return offices
    }

    /// Whether two offices are one: the same words, or all of the shorter in the longer, from its
    /// first on.
    private static func isSame(_ one: ArraySlice<UInt64>, _ other: ArraySlice<UInt64>) -> Bool {
        one.first == other.first && min(one.count, other.count) > 1
            && (one.starts(with: other) || other.starts(with: one))
    }

    // MARK: - Groups

    private func grouped() -> [Group] {
        var groups: [Group] = []
        // Long names first: the short ones are parts of them.
        for index in mentions.longestFirst(by: { $0.tokens.count }) {
            let tokens = mentions[index].tokens
            if let group = group(of: tokens, announced: mentions[index].evidence, in: groups) {
                groups[group].mentions.append(index)
            } else {
                groups.append(Group(tokens: tokens, mentions: [index]))
            }
        }
        for index in groups.indices where groups[index].mentions.count > 1 {
            groups[index].mentions.sort()
        }
        return groups
    }

    private func group(of tokens: [UInt64], announced: Range<Int>?, in groups: [Group]) -> Int? {
        if let same = groups.firstIndex(where: { $0.tokens == tokens }) { return same }
        guard tokens.count == 1 else {
            return groups.indices.only { Self.isPart(tokens, of: groups[$0].tokens) }
        }
        let isFamily = groups.contains { $0.tokens.last == tokens[0] }
        return groups.indices.only {
            tokens[0] == (isFamily ? groups[$0].tokens.last : groups[$0].tokens.first)
        }
    }

    /// Whether a name of two words or more is a longer one with words left out: the first stays.
    private static func isPart(_ short: [UInt64], of long: [UInt64]) -> Bool {
        (short.first == long.first || short.last == long.last) && short.isSubsequence(of: long)
    }

    // MARK: - Findings

    private func person(_ group: Group) -> Person {
        var found: [Person.Mention] = []
        var honorifics: [String] = []
        var roles: [Person.Role] = []
        var roleMentions = group.roleMentions
        var reason: Reason?
        var spellings: [Spelling] = []
        found.reserveCapacity(group.mentions.count)
        for index in group.mentions {
            let mention = mentions[index]
            let span = text.span(mention.words, cut: mention.cut)
            let isFamily =
                mention.tokens.count == 1
                && (group.tokens.count > 1
                    ? mention.tokens[0] != group.tokens.first : !mention.isGiven)
            found.append(Person.Mention(span: span, form: isFamily ? .family : .full))
            if let honorific = mention.honorific {
                text.span(honorific).withUTF8 { honorifics.addSpelling($0) }
            }
            for office in mention.offices where office.isSpecific || office.isDefinite {
                let span = text.span(office.words, cut: office.cut)
                let title = text.name(office.words, cut: office.cut, office.proclitics)
                if !roles.contains(where: { $0.title.isSame(as: title) }) {
                    roles.append(Person.Role(title: title, organisation: organisation(of: office)))
                }
                roleMentions.append(Person.RoleMention(span: span, isOptional: false))
            }
            if !isFamily || group.tokens.count == 1 {
                if let known = spellings.firstIndex(where: { $0.span.isSpelled(as: span) }) {
                    spellings[known].count += 1
                } else {
                    spellings.append(Spelling(span: span, mention: index))
                }
                if reason == nil || mention.evidence != nil && reason?.words == nil {
                    reason = Reason(mention.rule, mention.evidence.map { text.span($0) })
                }
            }
        }
        let name = spellings.max { isBetter($1, than: $0) }
        if roleMentions.count > 1 { roleMentions.sort { $0.span.start < $1.span.start } }
        return Person(
            ref: name.map { ref(of: mentions[$0.mention]) } ?? "person:",
            name: name?.span.text ?? "",
            honorifics: honorifics, roles: roles, mentions: found,
            roleMentions: roleMentions, reason: reason ?? Reason("person.repeated"))
    }

    private func ref(of mention: PersonMention) -> String {
        text.personRef(mention.words, cut: mention.cut)
    }

    /// A way to write a name in full.
    private struct Spelling {
        let span: TextSpan
        /// The first mention that is written so.
        let mention: Int
        var count = 1
    }

    /// More frequent, then with more hamzas, then longer.
    private func isBetter(_ one: Spelling, than other: Spelling) -> Bool {
        let (left, right) = (one.span.hamzas, other.span.hamzas)
        if left != right, hasOneKey(mentions[one.mention], mentions[other.mention]) {
            return left > right
        }
        if one.count != other.count { return one.count > other.count }
        return one.span.byteCount > other.span.byteCount
    }

    /// Whether two names have one key form, and so one ref.
    private func hasOneKey(_ one: PersonMention, _ other: PersonMention) -> Bool {
        guard one.words.count == other.words.count else { return false }
        return zip(one.words, other.words).allSatisfy { left, right in
            let (own, others) = (text.places(ofLetters: left), text.places(ofLetters: right))
            return text.letters[own.dropFirst(left == one.words.lowerBound ? one.cut : 0)]
                == text.letters[others.dropFirst(right == other.words.lowerBound ? other.cut : 0)]
        }
    }

    // MARK: - Bodies of offices

    /// The body that an office belongs to: the one in its words, or the one called after it.
    private func organisation(of office: OfficePhrase) -> String? {
        if let index = office.organisation { return refs[index] }
        guard let body = Self.bodies[text.stem(office.words.lowerBound, cut: office.cut)] else {
            return nil
        }
        let rest = text.stems(office.words, cut: office.cut).dropFirst()
        return organisations.indices.first {
            let stems = organisationStems[organisations[$0].stems]
            return stems.first == body && Self.isPart(rest, inside: stems.dropFirst())
        }.map { refs[$0] }
    }

    private static func isPart(_ short: ArraySlice<UInt64>, inside long: ArraySlice<UInt64>) -> Bool
    {
        guard let last = short.last, last == long.last else { return false }
        var rest = short
        for stem in long where rest.first == stem { rest.removeFirst() }
        return rest.isEmpty
    }

    /// The noun of the body by the noun of its head, as stems.
    private static let bodies: WordTable<UInt64> = {
        let pairs = [
            ("مدير", "مديري"), ("مديرة", "مديري"), ("وزير", "وزار"), ("وزيرة", "وزار"),
            ("محافظ", "محافظ"), ("مفوض", "مفوضي"), ("مندوب", "مندوبي"), ("عميد", "كلي"),
            ("سفير", "سفار"), ("قنصل", "قنصلي"),
        ]
        return WordTable(
            Dictionary(
                pairs.map { (stem($0.0), WordHash.of($0.1)) },
                uniquingKeysWith: { first, _ in first }))
    }()

    private static func stem(_ word: String) -> UInt64 {
        NewsText(of: word).stem(0, cut: 0)
    }
}
