/// The version of warraq: what `--version`, `PONG` and `warraq status` say.
public enum Version {
    /// Semantic version 2.
    public static let current = "0.1.0"
}
