/// A stretch of a text, in Unicode scalars, half open.
struct BodySpan: Hashable {
    let start: Int
    let end: Int
    let text: String

    var count: Int { end - start }

    /// How many scalars the two share.
    func overlap(with other: BodySpan) -> Int {
        max(0, min(end, other.end) - max(start, other.start))
    }

    /// Shared scalars over those of both: 1 for the same span, 0 for spans apart.
    func likeness(to other: BodySpan) -> Double {
        let shared = overlap(with: other)
        return shared == 0 ? 0 : Double(shared) / Double(count + other.count - shared)
    }

    func isSamePlace(as other: BodySpan) -> Bool { start == other.start && end == other.end }

    /// The span with its offsets put through `map`.
    func mapped(by map: OffsetMap) -> BodySpan {
        // The end goes by the last scalar, or what was cut out after it would be counted in.
        BodySpan(start: map[start], end: count == 0 ? map[start] : map[end - 1] + 1, text: text)
    }
}

/// Where each scalar of a clean body stood in the input.
struct OffsetMap {
    private var places: [Int] = []

    /// Aligns `body` with `input`, paragraph by paragraph. The two differ in white space and in what
    /// cleaning took out or folded, so equal scalars are followed and others skipped.
    ///
    /// - Parameter starts: Where each paragraph begins in the body and in the input, if that is known.
    init(of body: String, in input: String, starts: [(body: Int, input: Int)]) {
        let scalars = Array(body.unicodeScalars)
        let source = Array(input.unicodeScalars)
        places.reserveCapacity(scalars.count + 1)
        var next = 0
        var paragraph = 0
        for (offset, scalar) in scalars.enumerated() {
            if paragraph < starts.count, starts[paragraph].body == offset {
                next = starts[paragraph].input
                paragraph += 1
            }
            if let found = Self.place(of: scalar, in: source, from: next) {
                places.append(found)
                next = found + 1
            } else {
                places.append(min(next, source.count))
            }
        }
        places.append(next)
    }

    /// How far a scalar is looked for before it is taken for one that cleaning put in.
    private static let reach = 48

    private static func place(of scalar: Unicode.Scalar, in source: [Unicode.Scalar], from: Int)
        -> Int?
    {
        guard !scalar.properties.isWhitespace else {
            return from < source.count && source[from].properties.isWhitespace ? from : nil
        }
        let end = min(source.count, from + reach)
        return from < end ? source[from..<end].firstIndex(of: scalar) : nil
    }

    subscript(offset: Int) -> Int { places[min(max(0, offset), places.count - 1)] }
}
