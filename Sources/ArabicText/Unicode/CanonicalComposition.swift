/// Unicode's canonical decomposition, ordering and composition over scalar values.
///
/// Foundation's NFC runs at 53 MB/s and is not on an article's path. The forms here look at each
/// scalar once, and only the few stretches that may not be NFC come to this type.
struct CanonicalComposition {
    static let shared = CanonicalComposition()

    private var composites: [UInt64: UInt32] = [:]
    private var decompositions: [UInt32: [UInt32]] = [:]
    private var seconds: Set<UInt32> = []

    private init() {
        var pairs: [(UInt32, UInt32, UInt32)] = []
        HexList.forEach(in: CanonicalTables.pairs) { numbers, _ in
            pairs.append((numbers[0], numbers[1], numbers[2]))
        }
        var firsts: [UInt32: (UInt32, UInt32)] = [:]
        for (composite, first, second) in pairs {
            composites[UInt64(first) << 32 | UInt64(second)] = composite
            firsts[composite] = (first, second)
            seconds.insert(second)
        }
        for (composite, first, second) in pairs {
            var tail = [second]
            var head = first
            while let (inner, mark) = firsts[head] {
                tail.append(mark)
                head = inner
            }
            decompositions[composite] = [head] + tail.reversed()
        }
        var singles: [UInt32: [UInt32]] = [:]
        HexList.forEach(in: CanonicalTables.singles) { numbers, _ in
            singles[numbers[0]] = Array(numbers.dropFirst())
        }
        decompositions.merge(singles) { known, _ in known }
    }

    /// Whether the scalar composes with something before it (including Hangul vowels and tails).
    func composesBackward(_ value: UInt32) -> Bool {
        if (0x1161...0x1175).contains(value) || (0x11A8...0x11C2).contains(value) { return true }
        return seconds.contains(value)
    }

    /// Whether the scalar is never part of NFC.
    func isExcluded(_ value: UInt32) -> Bool {
        guard let decomposition = decompositions[value] else { return false }
        guard decomposition.count > 1, let last = decomposition.last else { return true }
        var head = decomposition[0]
        for mark in decomposition.dropFirst().dropLast() {
            guard let composite = composites[UInt64(head) << 32 | UInt64(mark)] else { return true }
            head = composite
        }
        return composites[UInt64(head) << 32 | UInt64(last)] != value
    }

    /// Appends the full canonical decomposition of a scalar, its marks not yet in order.
    func appendDecomposition(of value: UInt32, to output: inout [UInt32]) {
        if value < 0xC0 {
            output.append(value)
        } else if (0xAC00...0xD7A3).contains(value) {
            let index = value - 0xAC00
            output.append(0x1100 + index / 588)
            output.append(0x1161 + index % 588 / 28)
            if index % 28 != 0 { output.append(0x11A7 + index % 28) }
        } else if let decomposition = decompositions[value] {
            output.append(contentsOf: decomposition)
        } else {
            output.append(value)
        }
    }

    /// Brings decomposed scalars into canonical order and composes them, in place.
    ///
    /// Takes time linear in their number, whatever marks there are.
    func compose(_ scalars: inout [UInt32]) {
        var classes = scalars.map(ScalarProperties.combiningClass)
        order(&scalars, &classes)
        var starter: Int?
        var lastClass: UInt8 = 0
        var end = 0
        for index in scalars.indices {
            let value = scalars[index]
            let combining = classes[index]
            if let starter, starter == end - 1 || lastClass < combining,
                let composite = composite(of: scalars[starter], value)
            {
                scalars[starter] = composite
                continue
            }
            if combining == 0 { starter = end }
            lastClass = combining
            scalars[end] = value
            end += 1
        }
        scalars.removeSubrange(end...)
    }

    private func composite(of first: UInt32, _ second: UInt32) -> UInt32? {
        if (0x1100...0x1112).contains(first), (0x1161...0x1175).contains(second) {
            return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
        }
        if (0xAC00...0xD7A3).contains(first), (first - 0xAC00) % 28 == 0,
            (0x11A8...0x11C2).contains(second)
        {
            return first + second - 0x11A7
        }
        return composites[UInt64(first) << 32 | UInt64(second)]
    }

    /// Stable order of every run of marks by combining class.
    private func order(_ scalars: inout [UInt32], _ classes: inout [UInt8]) {
        var index = 0
        while index < scalars.count {
            guard classes[index] != 0 else {
                index += 1
                continue
            }
            var end = index + 1
            var isOrdered = true
            while end < scalars.count, classes[end] != 0 {
                if classes[end] < classes[end - 1] { isOrdered = false }
                end += 1
            }
            if !isOrdered { sort(index..<end, &scalars, &classes) }
            index = end
        }
    }

    /// A counting sort: hostile text may carry a million marks on one letter.
    private func sort(_ range: Range<Int>, _ scalars: inout [UInt32], _ classes: inout [UInt8]) {
        var starts = [Int](repeating: 0, count: 257)
        for index in range { starts[Int(classes[index]) + 1] += 1 }
        for slot in 1...256 { starts[slot] += starts[slot - 1] }
        let oldScalars = Array(scalars[range])
        let oldClasses = Array(classes[range])
        for (value, combining) in zip(oldScalars, oldClasses) {
            let target = range.lowerBound + starts[Int(combining)]
            starts[Int(combining)] += 1
            scalars[target] = value
            classes[target] = combining
        }
    }
}
