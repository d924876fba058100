/// A person that a body names.
public struct Person: Hashable, Sendable {
    /// How a mention names a person.
    public enum Form: String, Hashable, Sendable {
        /// By a name that stands alone: given and family name, or a ruler's name.
        case full
        /// By the family name, after the full one.
        case family
    }

    /// What a person holds.
    public struct Role: Hashable, Sendable {
        /// The office as written.
        public let title: String
        /// The body it belongs to, a ref of the record's organisations.
        public let organisation: String?
    }

    /// A place where the name stands.
    public struct Mention: Hashable, Sendable {
        /// The words, without titles.
        public let span: TextSpan
        /// How they name the person.
        public let form: Form
    }

    /// A place where the person is meant by office only.
    public struct RoleMention: Hashable, Sendable {
        /// The words.
        public let span: TextSpan
        /// Whether several are meant at once: a system may leave it out.
        public let isOptional: Bool
    }

    /// `person:` and the key form of the name, with hyphens: the same in every record.
    public let ref: String
    /// The most frequent full spelling, one with hamza before one without.
    public let name: String
    /// Titles of courtesy that stand before the name.
    public let honorifics: [String]
    /// Offices the text ties to the person.
    public let roles: [Role]
    /// Where the name stands.
    public let mentions: [Mention]
    /// Where the person is meant by office only.
    public let roleMentions: [RoleMention]
    /// Why the name was taken for a person's.
    public let reason: Reason

    /// The surface forms of the mentions, each once, in order of appearance.
    public var variants: [String] { mentions.map(\.span).spellings }
}

/// An office whose holder the text does not name.
public struct OfficeMention: Hashable, Sendable {
    /// The words.
    public let span: TextSpan
    /// The body it belongs to, a ref of the record's organisations or one that another record has.
    public let organisation: String?
    /// A ref by which quotations name the holder: `role:` and the key form of the office.
    public let ref: String
    /// Why it was found.
    public let reason: Reason
}

/// A verb whose subject is a person named before.
public struct ImpliedSubject: Hashable, Sendable {
    /// The verb.
    public let span: TextSpan
    /// The person's ref.
    public let person: String
}
