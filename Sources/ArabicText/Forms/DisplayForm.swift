/// The form that is published: NFC, presentation forms as letters, nothing invisible.
///
/// Zero width characters, byte order marks, soft hyphens, direction marks and unbalanced direction
/// controls go, and nothing takes their place; balanced pairs of direction controls stay. Letters,
/// marks, digits, quotes, tatweel and white space stay as written. Doing it twice changes nothing.
public enum DisplayForm {
    /// Appends the display form of valid UTF-8. Takes time linear in it; text that is in display form
    /// already is copied in long runs.
    public static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
        // Only at first: reserving exactly at every append would copy all that is there each time.
        if output.isEmpty { output.reserveCapacity(text.count) }
        var writer = DisplayWriter()
        writer.write(text, to: &output)
    }

    /// The display form of valid UTF-8.
    public static func of(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        append(text.span, to: &output)
        return output
    }

    /// The display form of a string.
    public static func of(_ text: String) -> String {
        String(decoding: of(Array(text.utf8)), as: UTF8.self)
    }
}

/// Copies what is in display form, and rewrites the stretches that may not be.
private struct DisplayWriter {
    /// 0: begins a stretch and stays. 1…254: a mark of that combining class. 255: look closer.
    private static let classes: [UInt8] = (UInt32(0)..<0x800).map(computedClass)
    private static let slow: UInt8 = 255

    private var kept: [Int]?

    mutating func write(_ text: Span<UInt8>, to output: inout [UInt8]) {
        var copied = 0
        var starter = 0
        var lastClass: UInt8 = 0
        var offset = 0
        let classes = Self.classes.span
        while offset < text.count {
            let first = text[offset]
            if first < 0x80 {
                starter = offset
                lastClass = 0
                offset += 1
                continue
            }
            let next = text.scalar(at: offset)
            let combining =
                next.value < 0x800
                ? classes[Int(next.value)] : longClass(next.value, at: offset, in: text)
            if combining == 0 {
                starter = offset
                lastClass = 0
                offset += next.length
            } else if combining != Self.slow, combining >= lastClass {
                lastClass = combining
                offset += next.length
            } else {
                output.append(text, in: copied..<starter)
                offset = rewrite(text, from: starter, to: &output)
                copied = offset
                starter = offset
                lastClass = 0
            }
        }
        output.append(text, in: copied..<text.count)
    }

    /// Rewrites the stretch from `start` to the next scalar that begins one, and returns its place.
    private mutating func rewrite(
        _ text: Span<UInt8>, from start: Int, to output: inout [UInt8]
    ) -> Int {
        var scalars: [UInt32] = []
        var offset = start
        while offset < text.count {
            let next = text.scalar(at: offset)
            let combining =
                next.value < 0x800
                ? Self.classes[Int(next.value)] : longClass(next.value, at: offset, in: text)
            if combining == 0, offset > start { break }
            offset += next.length
            if combining != 0, ScalarKind.isInvisible(next.value) { continue }
            if let letters = PresentationForms.letters(of: next.value) {
                for letter in letters {
                    CanonicalComposition.shared.appendDecomposition(of: letter, to: &scalars)
                }
            } else {
                CanonicalComposition.shared.appendDecomposition(of: next.value, to: &scalars)
            }
        }
        CanonicalComposition.shared.compose(&scalars)
        for scalar in scalars { output.appendScalar(scalar) }
        return offset
    }

    private mutating func longClass(_ value: UInt32, at offset: Int, in text: Span<UInt8>) -> UInt8
    {
        switch value {
        case 0x2010...0x2027, 0x2030...0x205E: return 0
        case 0x202A...0x202E, 0x2066...0x2069: return isKept(offset, in: text) ? 0 : Self.slow
        default: return Self.computedClass(value)
        }
    }

    private static func computedClass(_ value: UInt32) -> UInt8 {
        if ScalarKind.isInvisible(value) || PresentationForms.letters(of: value) != nil {
            return slow
        }
        let composition = CanonicalComposition.shared
        if composition.isExcluded(value) || composition.composesBackward(value) { return slow }
        return ScalarProperties.combiningClass(value)
    }

    /// Whether the direction control at `offset` has its partner.
    private mutating func isKept(_ offset: Int, in text: Span<UInt8>) -> Bool {
        let offsets = kept ?? DirectionControls.balanced(in: text)
        kept = offsets
        var low = 0
        var high = offsets.count
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low < offsets.count && offsets[low] == offset
    }
}
