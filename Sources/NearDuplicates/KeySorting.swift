/// Sorts keys, which are spread evenly over their bits.
enum KeySorting {
    /// Keys of one bucket that are put in order one by one; keys that crowd more are sorted as usual.
    private static let mostInBucket = 16

    /// The keys, rising, each once.
    ///
    /// One bucket a key, by the upper bits: what is left to put in order are the few of each bucket.
    ///
    /// - Parameter bits: Bits of a key.
    static func risingWithoutRepetition(_ keys: [UInt64], bits: Int) -> [UInt64] {
        guard keys.count > 1, keys.count < 1 << 16 else { return withoutRepetition(keys.sorted()) }
        let bucketBits = Int.bitWidth - (keys.count - 1).leadingZeroBitCount
        let shift = UInt64(bits - bucketBits)
        var ends = [UInt16](repeating: 0, count: 1 << bucketBits)
        var most: UInt16 = 0
        for key in keys {
            let bucket = Int(key &>> shift)
            ends[bucket] += 1
            most = max(most, ends[bucket])
        }
        guard most <= mostInBucket else { return withoutRepetition(keys.sorted()) }
        var end: UInt16 = 0
        for bucket in ends.indices {
            let count = ends[bucket]
            ends[bucket] = end
            end += count
        }
        let sorted = [UInt64](unsafeUninitializedCapacity: keys.count) { sorted, filled in
            for key in keys {
                let bucket = Int(key &>> shift)
                sorted[Int(ends[bucket])] = key
                ends[bucket] += 1
            }
            for place in 1..<keys.count {
                let key = sorted[place]
                var free = place
                while free > 0, sorted[free - 1] > key {
                    sorted[free] = sorted[free - 1]
                    free -= 1
                }
                sorted[free] = key
            }
            filled = keys.count
        }
        return withoutRepetition(sorted)
    }

    private static func withoutRepetition(_ rising: [UInt64]) -> [UInt64] {
        guard let first = rising.first else { return [] }
        return [UInt64](unsafeUninitializedCapacity: rising.count) { keys, count in
            keys[0] = first
            count = 1
            for key in rising where key != keys[count - 1] {
                keys[count] = key
                count += 1
            }
        }
    }
}
