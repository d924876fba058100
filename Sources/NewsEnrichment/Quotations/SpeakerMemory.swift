/// Somebody who spoke in a text.
struct Speaker: Sendable {
    /// A ref of the record.
    let ref: String
    /// Whether it is a person known by name.
    let isPerson: Bool
    /// Gender and number, as the verbs had it.
    var agreement: SayingVerb.Agreement?
}

/// Who spoke before, for verbs without a subject and for subjects like الوزير.
struct SpeakerMemory: Sendable {
    /// A speaker, and the nouns that named it, without article: الوزير is the one called وزير before.
    private struct Entry {
        var speaker: Speaker
        var heads: [UInt64] = []
    }

    /// The last ones, the latest last, at most ``limit``.
    private var entries: [Entry] = []
    /// Who spoke before so many others is nobody's الوزير.
    private static let limit = 64

    init() { entries.reserveCapacity(8) }

    /// Notes that somebody spoke.
    mutating func note(
        _ speaker: Speaker, heads: (UInt64, UInt64)?, _ agreement: SayingVerb.Agreement?
    ) {
        if let known = entries.lastIndex(where: { $0.speaker.ref.isSame(as: speaker.ref) }) {
            if known < entries.count - 1 { entries.append(entries.remove(at: known)) }
        } else {
            if entries.count == Self.limit { entries.removeFirst() }
            entries.append(Entry(speaker: speaker))
        }
        let last = entries.count - 1
        if let agreement { entries[last].speaker.agreement = agreement }
        guard let (one, other) = heads else { return }
        if !entries[last].heads.contains(one) { entries[last].heads.append(one) }
        if !entries[last].heads.contains(other) { entries[last].heads.append(other) }
    }

    /// The last speaker, if the verb agrees.
    ///
    /// A verb before its subject stands in the singular, so that a plural can go on with a masculine.
    func last(_ agreement: SayingVerb.Agreement) -> Speaker? {
        guard let last = latest else { return nil }
        return Self.agree(last, agreement) ? last : nil
    }

    /// The last speaker, whatever a verb says.
    var latest: Speaker? { entries.last?.speaker }

    /// The latest person who spoke.
    var lastPerson: Speaker? { entries.last { $0.speaker.isPerson }?.speaker }

    /// The latest speaker that this noun named.
    func speaker(called head: UInt64) -> Speaker? {
        entries.last { $0.heads.contains(head) }?.speaker
    }

    private static func agree(_ speaker: Speaker, _ agreement: SayingVerb.Agreement) -> Bool {
        switch (speaker.agreement, agreement) {
        case (nil, _): true
        case (.plural?, .plural), (.masculine?, .masculine), (.feminine?, .feminine): true
        case (_, .plural): !speaker.isPerson
        default: false
        }
    }
}
