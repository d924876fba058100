/// Somebody who spoke in a text.
struct Speaker: Sendable {
    /// A ref of the record.
    let ref: String
    /// Whether it is a person known by name.
    let isPerson: Bool
    /// Gender and number, as the verbs had it.
    var agreement: SayingVerb.Agreement?
    /// The nouns that named the speaker, without article: الوزير is the one called وزير before.
    var heads: [UInt64] = []
}

/// Who spoke before, for verbs without a subject and for subjects like الوزير.
struct SpeakerMemory: Sendable {
    /// The last ones, the latest last.
    private var speakers: [Speaker] = []

    /// Notes that somebody spoke.
    mutating func note(_ speaker: Speaker, heads: [UInt64], _ agreement: SayingVerb.Agreement?) {
        var speaker = speaker
        // Strings of Arabic letters are slow to compare where they differ: most do in length.
        let length = speaker.ref.utf8.count
        if let known = speakers.firstIndex(where: {
            $0.ref.utf8.count == length && $0.ref == speaker.ref
        }) {
            speaker = speakers.remove(at: known)
        }
        if let agreement { speaker.agreement = agreement }
        for head in heads where !speaker.heads.contains(head) { speaker.heads.append(head) }
        speakers.append(speaker)
    }

    /// The last speaker, if the verb agrees.
    ///
    /// A verb before its subject stands in the singular, so that a plural can go on with a masculine.
    func last(_ agreement: SayingVerb.Agreement) -> Speaker? {
        guard let last = speakers.last else { return nil }
        return Self.agree(last, agreement) ? last : nil
    }

    /// The last speaker, whatever a verb says.
    var latest: Speaker? { speakers.last }

    /// The latest person who spoke.
    var lastPerson: Speaker? { speakers.last { $0.isPerson } }

    /// The latest speaker that this noun named.
    func speaker(called head: UInt64) -> Speaker? { speakers.last { $0.heads.contains(head) } }

    private static func agree(_ speaker: Speaker, _ agreement: SayingVerb.Agreement) -> Bool {
        switch (speaker.agreement, agreement) {
        case (nil, _): true
        case (.plural?, .plural), (.masculine?, .masculine), (.feminine?, .feminine): true
        case (_, .plural): !speaker.isPerson
        default: false
        }
    }
}
