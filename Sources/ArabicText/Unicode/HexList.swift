/// Reads the hexadecimal lists of the generated tables.
enum HexList {
    /// Calls `body` with the numbers of each entry: entries are apart by white space, the numbers in
    /// an entry by full stops. `isStart` is true for an entry that ends in a colon.
    static func forEach(
        in text: StaticString, _ body: (_ numbers: [UInt32], _ isStart: Bool) -> Void
    ) {
        text.withUTF8Buffer { bytes in
            var numbers: [UInt32] = []
            var number: UInt32?
            for byte in bytes {
                switch byte {
                case 0x30...0x39: number = (number ?? 0) << 4 | UInt32(byte - 0x30)
                case 0x41...0x46: number = (number ?? 0) << 4 | UInt32(byte - 0x41 + 10)
                default:
                    if let known = number { numbers.append(known) }
                    number = nil
                    if byte == UInt8(ascii: ".") { continue }
                    if !numbers.isEmpty { body(numbers, byte == UInt8(ascii: ":")) }
                    numbers.removeAll(keepingCapacity: true)
                }
            }
            if let number { body(numbers + [number], false) }
        }
    }
}
