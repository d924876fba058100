/// What became of an accepted article, as its ACK says.
public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// A text not seen before, perhaps with relations to others.
    case new
    /// A copy of a known article, or a known article itself.
    case duplicate
    /// New text under a known URL.
    case update
}
