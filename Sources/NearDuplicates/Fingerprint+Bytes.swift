extension Fingerprint {
    /// The fingerprint for a log: about 6 bytes a key and 28 besides.
    ///
    /// An index is rebuilt from these, without any text. They begin with ``formatVersion`` and end
    /// with a check.
    public var bytes: [UInt8] {
        var writer = BlockWriter(capacity: 28 + keys.count * 6)
        writer.appendVariable(UInt64(Self.formatVersion))
        writer.appendVariable(UInt64(tokenCount))
        writer.appendFixed(exactHigh, byteCount: 8)
        writer.appendFixed(exactLow, byteCount: 8)
        writer.appendVariable(UInt64(keys.count))
        for key in keys {
            writer.appendFixed(key, byteCount: Winnowing.keyBits / 8)
        }
        return writer.sealed()
    }

    /// Reads a fingerprint from ``bytes``.
    ///
    /// `nil` if they are damaged or of another ``formatVersion``.
    public init?(bytes: [UInt8]) {
        guard var reader = BlockReader(sealed: bytes),
            reader.readVariable() == UInt64(Self.formatVersion),
            let tokenCount = reader.readVariable().flatMap(Int.init(exactly:)),
            let exactHigh = reader.readFixed(byteCount: 8),
            let exactLow = reader.readFixed(byteCount: 8),
            let keyCount = reader.readVariable(),
            reader.remaining.isMultiple(of: Winnowing.keyBits / 8),
            keyCount == UInt64(reader.remaining / (Winnowing.keyBits / 8))
        else { return nil }
        var keys: [UInt64] = []
        keys.reserveCapacity(reader.remaining / (Winnowing.keyBits / 8))
        while let key = reader.readFixed(byteCount: Winnowing.keyBits / 8) {
            guard keys.last.map({ $0 < key }) ?? true else { return nil }
            keys.append(key)
        }
        self.init(exactHigh: exactHigh, exactLow: exactLow, keys: keys, tokenCount: tokenCount)
    }
}
