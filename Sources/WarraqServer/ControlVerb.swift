/// What `warraq` may ask a running daemon on its control socket; the raw value is the verb on the
/// wire.
public enum ControlVerb: String, Hashable, Sendable, CaseIterable {
    /// `{}` → a line: what the daemon says of itself.
    case status
    /// `{}` → a line: `{"applied":[…],"needRestart":[…]}`, each change `{"key","old","new"}`. Refused
    /// with `settings` and every problem, a line each, when anything is wrong with the new ones.
    case reload
    /// `{}` → a line for each dead letter, the oldest first, without its bytes.
    case listDeadLetters
    /// `{"id"}` → a line: the dead letter with its bytes.
    case showDeadLetter
    /// `{"id"}` → a line: what came of processing it again. It is kept if it is refused again.
    case retryDeadLetter
    /// `{"id"}` → a line: the dead letter as it was.
    case dropDeadLetter
}
