/// A time of day as agencies sign with it: `19:23`, `10:35:07`, `10h35`.
enum ClockTime {
    /// The first time in `range` of `text`, in seconds since midnight, and where it stands.
    static func first(
        in text: Span<UInt8>, _ range: Range<Int>
    ) -> (secondOfDay: Int, bytes: Range<Int>)? {
        var index = range.lowerBound
        while index < range.upperBound {
            guard isDigit(text[index]) else {
                index += 1
                continue
            }
            let start = index
            let hour = number(text, &index, range.upperBound)
            guard index - start <= 2, index < range.upperBound,
                text[index] == UInt8(ascii: ":") || text[index] | 0x20 == UInt8(ascii: "h")
            else { continue }
            index += 1
            let minuteStart = index
            let minute = number(text, &index, range.upperBound)
            guard index - minuteStart == 2, hour < 24, minute < 60 else { continue }
            var seconds = hour * 3_600 + minute * 60
            if index + 2 < range.upperBound, text[index] == UInt8(ascii: ":") {
                var end = index + 1
                let second = number(text, &end, range.upperBound)
                if end - index == 3, second < 60 {
                    seconds += second
                    index = end
                }
            }
            return (seconds, start..<index)
        }
        return nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func number(_ text: Span<UInt8>, _ index: inout Int, _ end: Int) -> Int {
        var value = 0
        while index < end, isDigit(text[index]) {
            value = min(value * 10 + Int(text[index] - 0x30), 10_000)
            index += 1
        }
        return value
    }
}
