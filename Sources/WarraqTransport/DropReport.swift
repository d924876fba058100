/// How much a counter of drops rose between two looks.
struct DropReport {
    private var last = 0

    /// The rise since the last call, `nil` for none.
    mutating func increase(of value: Int) -> Int? {
        defer { last = value }
        return value > last ? value - last : nil
    }
}
