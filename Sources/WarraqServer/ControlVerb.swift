/// What `warraq` may ask a running daemon on its control socket; the raw value is the verb on the
/// wire.
public enum ControlVerb: String, Hashable, Sendable, CaseIterable {
    /// `{}` → a line: what the daemon says of itself.
    case status
    /// `{}` → a line for each change, `{"key","old","new","inForce"}`. Refused with `settings` and every
    /// problem, a line each, when anything is wrong with the new ones.
    case reload
    /// `{"after"}` → a line for each dead letter above that id, at most 1,000, the oldest first,
    /// without its bytes.
    case listDeadLetters = "dead.list"
    /// `{"id"}` → a line: the dead letter with its bytes.
    case showDeadLetter = "dead.show"
    /// `{"id"}` → lines: what came of processing it again. It is kept if it is refused again.
    case retryDeadLetter = "dead.retry"
    /// `{"id"}` → a line that says so.
    case dropDeadLetter = "dead.drop"
    /// `{"host"}` → a line: what was learned of a site.
    case showSite = "site.show"
    /// `{"host"}` → a line that says what was forgotten.
    case forgetSite = "site.forget"
}
