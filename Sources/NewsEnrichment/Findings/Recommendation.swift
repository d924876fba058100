/// Something that is to be done, by those who met or decided.
public struct Recommendation: Hashable, Sendable {
    /// What it is.
    public enum Kind: String, Hashable, Sendable {
        /// اتفق: those who met agree.
        case agreement
        /// احداث، انشاء: a body is to be made.
        case create
        /// مخطط، برنامج: something is to be planned.
        case plan
        /// مطالبين، دعا: somebody else is asked.
        case request
        /// قرر، صادق: it is decided.
        case decision
    }

    /// `r1`, `r2`; of a part, `r3.1`.
    public let id: String
    /// What is to be done, without the verb of recommending.
    public let span: TextSpan
    /// What it is.
    public let kind: Kind
    /// What is to be made: `followUpCommittee`, `technicalSubcommittees`.
    public let what: String?
    /// When, as an ISO value.
    public let time: String?
    /// The ids of its parts.
    public let parts: [String]
    /// The id of the whole.
    public let partOf: String?
    /// Its number among the parts, from 1.
    public let ordinal: Int?
    /// Why it was found.
    public let reason: Reason
}
