internal import ArabicText
internal import NearDuplicates

/// The version of what the journal keeps of texts for the duplicate index.
public enum IndexFormat {
    /// Changes whenever the same text would give other word hashes, fingerprints or token blocks: rows
    /// of another version must not be compared with.
    public static let current =
        FingerprintForm.version * 10_000 + Fingerprint.formatVersion * 100
        + TokenBlock.formatVersion
}
