extension NearDuplicateIndex {
    /// The oldest document that may still be found; above ``last`` when there is none.
    public var oldest: DocumentNumber { DocumentNumber(rawValue: clock.oldest) }

    /// Gives up taking back any document inserted so far, and the memory that needs.
    ///
    /// A caller that confirms what it stored may set ``IndexConfiguration/rollbackDepth`` as high as
    /// it likes: what is kept is then bounded by what it has under way.
    public mutating func confirm() {
        journal.removeAll()
    }
}
