extension LongTail {
    /// The segments that should become one: neighbours of about one size, the smallest first.
    ///
    /// Every document is so written a few times in all: each merging makes a segment several times
    /// larger than any it takes in.
    func mergeable() -> Range<Int>? {
        let width = configuration.mergedSegments
        guard segments.count >= width else { return nil }
        var best: (range: Range<Int>, largest: Int)?
        for start in 0...(segments.count - width) {
            let range = start..<(start + width)
            let counts = segments[range].map(\.layout.count)
            let sum = counts.reduce(0, +)
            let largest = counts.max() ?? 0
            guard sum <= configuration.largestSegment, sum >= 2 * largest, isShort(range),
                largest < best?.largest ?? .max
            else { continue }
            best = (range, largest)
        }
        return best?.range
    }

    /// Whether merging leaves the segments short enough in time that each goes soon after its oldest
    /// document may.
    private func isShort(_ range: Range<Int>) -> Bool {
        let oldest = segments[range.lowerBound].header.oldestMilliseconds
        let newest = segments[range.upperBound - 1].header.newestMilliseconds
        return newest - oldest <= configuration.retentionMilliseconds / 8
    }
}
