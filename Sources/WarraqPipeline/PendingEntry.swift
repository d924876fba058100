internal import WarraqCore

/// An input that is decided and waits for its commit.
struct PendingEntry: Sendable {
    /// Its place in the order of admission.
    let number: Int
    /// Which life of the duplicate stage's state it was decided in: a failed commit ends one.
    let generation: Int
    /// The input, to try again if nobody waits for an answer.
    let submission: Submission
    /// What it asks of the journal; `nil` if the store could not be read to decide it.
    let entry: JournalEntry?
}
