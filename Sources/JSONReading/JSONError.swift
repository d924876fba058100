/// Why bytes could not be read as JSON.
public enum JSONError: Error, Hashable, Sendable {
    /// They are not one JSON value in UTF-8.
    case invalid
    /// Arrays and objects are nested deeper than was allowed.
    case tooDeep
    /// They are more than 4 GiB.
    case tooLarge
    /// There is no memory to read them.
    case noMemory
}
