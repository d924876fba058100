/// The explicit map from Arabic presentation forms to the letters they draw.
///
/// NFKC would be wrong here: it gives the rial sign a Farsi yeh, puts a space before a lone mark and
/// turns a square metre into `m2`. Ligatures of lam and alef keep the hamza that is drawn.
enum PresentationForms {
    /// Letters by code point; empty where a code point maps to nothing else.
    private static let table: (first: [[UInt32]], second: [[UInt32]]) = {
        var first = [[UInt32]](repeating: [], count: 0xFE00 - 0xFB50)
        var second = [[UInt32]](repeating: [], count: 0xFF00 - 0xFE70)
        var next = 0
        HexList.forEach(in: PresentationTables.runs) { numbers, isStart in
            if isStart {
                next = Int(numbers[0])
                return
            }
            if next < 0xFE00 {
                first[next - 0xFB50] = numbers
            } else {
                second[next - 0xFE70] = numbers
            }
            next += 1
        }
        return (first, second)
    }()

    /// Whether `value` lies in the two blocks.
    @inline(__always)
    static func mayContain(_ value: UInt32) -> Bool {
        (0xFB50...0xFEFC).contains(value) && !(0xFE00...0xFE6F).contains(value)
    }

    /// The letters and marks that `value` draws, or `nil` if it is not such a form.
    static func letters(of value: UInt32) -> [UInt32]? {
        guard mayContain(value) else { return nil }
        let letters =
            value < 0xFE00 ? table.first[Int(value) - 0xFB50] : table.second[Int(value) - 0xFE70]
        return letters.isEmpty ? nil : letters
    }
}
