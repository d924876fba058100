/// Where a socket listens or connects, and which of the two.
public struct Endpoint: Hashable, Sendable, CustomStringConvertible {
    /// Who waits for whom.
    public enum Direction: Hashable, Sendable {
        /// The daemon listens.
        case bind
        /// The daemon connects.
        case connect
    }

    /// The address as libzmq takes it, `tcp://127.0.0.1:7801`.
    public let address: String
    /// Who waits for whom.
    public let direction: Direction

    /// An endpoint of these values.
    public init(address: String, direction: Direction) {
        self.address = address
        self.direction = direction
    }

    /// The address with the prefix that says its direction.
    public var description: String { (direction == .bind ? "@" : ">") + address }
}
