public import ArabicDates

/// Something that happens at a time and a place: a meeting, a founding, an agreement.
public struct NewsEvent: Hashable, Sendable {
    /// How it stands, as of this text.
    public enum Status: String, Hashable, Sendable {
        case scheduled, concluded
    }

    /// What it is to the article.
    public enum Role: String, Hashable, Sendable {
        /// The article is about it.
        case main
        /// It is mentioned.
        case background
    }

    /// `event:` and what makes it the same in every record: series and ordinal, or its key form.
    public let id: String
    /// Its name as the text has it, fullest form.
    public let name: String
    /// What all events of its row share: `series:` and the key form without ordinal and year.
    public let series: String?
    /// Its number in the series.
    public let ordinal: Int?
    /// Its first day, where the days are known.
    public let from: CivilDate?
    /// Its last day.
    public let to: CivilDate?
    /// When, as in times, where the days are not known.
    public let value: String?
    /// Which part of ``value``.
    public let mod: TimeModifier?
    /// Its dates by this text alone, if different.
    public let standalone: String?
    /// A ref of the record's places.
    public let place: String?
    /// A ref of the record's organisations.
    public let organiser: String?
    /// Refs of those who act in it.
    public let agents: [String]
    /// What it is about, as written in quotation marks.
    public let theme: String?
    /// How it stands.
    public let status: Status
    /// What it is to the article.
    public let role: Role
    /// Representative places where the text speaks of it.
    public let evidence: [TextSpan]
    /// Why it was found.
    public let reason: Reason
}
