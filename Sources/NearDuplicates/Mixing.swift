/// The integer hashing under fingerprints. Part of the format: a change here is a new
/// ``Fingerprint/formatVersion``.
enum Mixing {
    /// Spreads every bit of `value` over all 64 (the finalizer of SplitMix64, a bijection).
    @inline(__always)
    static func spread(_ value: UInt64) -> UInt64 {
        var bits = value
        bits = (bits ^ (bits &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits &>> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits &>> 31)
    }

    /// Multiplies to 128 bits and folds the halves together.
    @inline(__always)
    static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
