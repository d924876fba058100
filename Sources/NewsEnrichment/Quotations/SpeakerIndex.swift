/// Who can speak in a text: its people, offices and bodies, by the words where they stand.
struct SpeakerIndex: Sendable {
    /// How a mention names its holder.
    enum Kind: Hashable, Sendable { case name, role, office, organisation }

    /// A place where one stands.
    struct Mention: Sendable {
        /// Its words.
        let words: Range<Int>
        let kind: Kind
        /// The number of the person's, the office's or the body's ref in ``SpeakerIndex/refs``.
        let ref: Int
        /// Whether a preposition is written together with it: what it governs does not speak.
        let isGoverned: Bool

        var isPerson: Bool { kind == .name || kind == .role }
    }

    /// In order of the text, none inside another.
    private(set) var mentions: [Mention] = []
    /// The refs of all that can speak.
    private(set) var refs: [String] = []
    private let people: [Person]
    /// For each word the number of the mention that it is in, or -1.
    private var numbers: [Int16]

    /// The mentions among `findings`. A person's office goes before a body that stands inside of it.
    init(of findings: borrowing Findings, in text: NewsText) {
        people = findings.people
        numbers = [Int16](repeating: -1, count: text.words.count)
        mentions.reserveCapacity(text.words.count / 16)
        refs.reserveCapacity(
            people.count + findings.offices.count + findings.organisations.count)
        // By index: a copy of a person is a dozen references more to count.
        for person in findings.people.indices {
            let mentions = findings.people[person].mentions
            for mention in mentions.indices {
                add(mentions[mention].span, .name, in: text)
            }
            let roles = findings.people[person].roleMentions
            for role in roles.indices where !roles[role].isOptional {
                add(roles[role].span, .role, in: text)
            }
            refs.append(findings.people[person].ref)
        }
        for office in findings.offices.indices {
            add(findings.offices[office].span, .office, in: text)
            refs.append(findings.offices[office].ref)
        }
        for body in findings.organisations.indices {
            let mentions = findings.organisations[body].mentions
            for mention in mentions.indices {
                add(mentions[mention], .organisation, in: text)
            }
            refs.append(findings.organisations[body].ref)
        }
        mentions.sort { $0.words.lowerBound < $1.words.lowerBound }
        for index in mentions.indices {
            for word in mentions[index].words { numbers[word] = Int16(clamping: index) }
        }
    }

    /// Adds a mention of the one whose ref comes next.
    private mutating func add(_ span: TextSpan, _ kind: Kind, in text: NewsText) {
        let words = span.words
        for word in words where numbers[word] != -1 { return }
        for word in words { numbers[word] = 0 }
        mentions.append(
            Mention(
                words: words, kind: kind, ref: refs.count,
                isGoverned: Self.isGoverned(words.lowerBound, from: span.start, in: text)))
    }

    private static func isGoverned(_ word: Int, from start: Int, in text: NewsText) -> Bool {
        let letters = text.letters(of: text.words[word])
        let cut = start - Int(text.words[word].start)
        guard letters.count > 2 else { return false }
        if cut <= 0 {
            return letters[letters.startIndex] == Letter.lam
                && letters[letters.startIndex + 1] == Letter.lam
        }
        let last = letters[letters.startIndex + min(cut, letters.count) - 1]
        return last == Letter.beh || last == Letter.lam || last == Letter.kaf
    }

    /// The person whom a phrase means that is no mention: `معالي وزير الخارجية` by the office, a name
    /// alone by the last word of a full one.
    func speaker(
        described phrase: Range<Int>, in text: NewsText
    ) -> (Speaker, Quotation.SpeakerForm)? {
        var words = phrase.map { text.words[$0] }[...]
        while words.count > 1, let first = words.first,
            !first.senses.isDisjoint(with: [.honorific]) || first.senses.contains(.title)
        {
            words.removeFirst()
        }
        let hashes = words.map(\.hash)
        if hashes.count == 1 {
            let before = mentions.prefix { $0.words.lowerBound < phrase.lowerBound }
            guard
                let mention = before.last(where: {
                    $0.kind == .name && $0.words.count > 1
                        && text.words[$0.words.upperBound - 1].hash == hashes[0]
                })
            else { return nil }
            return (speaker(of: mention), .name)
        }
        for index in people.indices where !people[index].roles.isEmpty {
            for role in people[index].roles
            where WordHash.all(of: role.title).starts(with: hashes) {
                return (Speaker(ref: people[index].ref, isPerson: true), .role)
            }
        }
        return nil
    }

    /// Who is mentioned.
    func speaker(of mention: Mention) -> Speaker {
        Speaker(ref: refs[mention.ref], isPerson: mention.isPerson)
    }

    /// The mention that a word is in.
    func mention(at word: Int) -> Mention? {
        let number = numbers[word]
        return number < 0 ? nil : mentions[Int(number)]
    }

    /// The mention that begins at a word.
    func mention(startingAt word: Int) -> Mention? {
        guard let mention = mention(at: word), mention.words.lowerBound == word else { return nil }
        return mention
    }
}
