/// Embeddings, overrides and isolates of bidirectional text.
enum DirectionControls {
    /// The byte offsets, rising, of the direction controls that have their partner in their paragraph.
    static func balanced(in text: Span<UInt8>) -> [Int] {
        var kept: [Int] = []
        var open: [(offset: Int, isIsolate: Bool)] = []
        var openIsolates = 0
        var offset = 0
        while offset < text.count {
            let next = text.scalar(at: offset)
            switch next.value {
            // Paragraph separators end every embedding.
            case 0x0A, 0x0D, 0x1C...0x1E, 0x85, 0x2029:
                open.removeAll(keepingCapacity: true)
                openIsolates = 0
            case 0x202A, 0x202B, 0x202D, 0x202E: open.append((offset, false))
            case 0x2066...0x2068:
                open.append((offset, true))
                openIsolates += 1
            case 0x202C:
                if let last = open.last, !last.isIsolate {
                    kept += [last.offset, offset]
                    open.removeLast()
                }
            case 0x2069 where openIsolates > 0:
                while let last = open.popLast() {
                    guard last.isIsolate else { continue }
                    kept += [last.offset, offset]
                    openIsolates -= 1
                    break
                }
            default: break
            }
            offset += next.length
        }
        return kept.sorted()
    }
}
