/// What somebody is reported to have said.
public struct Quotation: Hashable, Sendable {
    /// How it is reported.
    public enum Kind: String, Hashable, Sendable {
        /// In quotation marks, whole.
        case direct
        /// In the reporter's words.
        case indirect
        /// Some words in quotation marks, inside a reported sentence.
        case fragment
    }

    /// How the speaker stood in the text.
    public enum SpeakerForm: String, Hashable, Sendable {
        case name, role, pronoun
        /// Not at all: the last speaker goes on.
        case implied
    }

    /// The words, without quotation marks and the closing full stop.
    public let span: TextSpan
    /// How it is reported.
    public let kind: Kind
    /// The number, from 0, of the quotation around a fragment.
    public let within: Int?
    /// The ref of a person, an organisation or an ``OfficeMention``.
    public let speaker: String
    /// How the speaker stood.
    public let speakerForm: SpeakerForm
    /// The verb of saying, with its conjunction.
    public let cue: TextSpan
    /// Why it was found.
    public let reason: Reason
}

/// Words in quotation marks that nobody says.
public struct QuotedTitle: Hashable, Sendable {
    /// What they name.
    public enum Role: String, Hashable, Sendable {
        /// What an event is about.
        case eventTheme
        /// A book, film, programme or other work.
        case workTitle
    }

    /// The words, without quotation marks.
    public let span: TextSpan
    /// What they name.
    public let role: Role
    /// Why.
    public let reason: Reason
}
