/// Appends numbers to bytes: little-endian, or in groups of 7 bits.
struct BlockWriter {
    /// What is written, and room for more behind it.
    private var buffer: [UInt8]
    private var count = 0

    init(capacity: Int) {
        buffer = [UInt8](repeating: 0, count: max(16, capacity))
    }

    @inline(__always)
    private mutating func makeRoom(_ byteCount: Int) {
        guard count + byteCount > buffer.count else { return }
        buffer.append(contentsOf: repeatElement(0, count: buffer.count + byteCount))
    }

    @inline(__always)
    mutating func appendFixed(_ value: UInt64, byteCount: Int) {
        makeRoom(8)
        let place = count
        buffer.withUnsafeMutableBytes { bytes in
            bytes.storeBytes(of: value.littleEndian, toByteOffset: place, as: UInt64.self)
        }
        count += byteCount
    }

    @inline(__always)
    mutating func appendVariable(_ value: UInt64) {
        makeRoom(10)
        var rest = value
        while rest >= 0x80 {
            buffer[count] = UInt8(truncatingIfNeeded: rest) | 0x80
            count += 1
            rest &>>= 7
        }
        buffer[count] = UInt8(truncatingIfNeeded: rest)
        count += 1
    }

    /// Ends the block with the check of all bytes so far.
    consuming func sealed() -> [UInt8] {
        appendFixed(UInt64(BlockReader.check(buffer, count: count)), byteCount: 4)
        buffer.removeLast(buffer.count - count)
        return buffer
    }
}

/// Reads what ``BlockWriter`` wrote. Every read past the end gives `nil`.
struct BlockReader {
    private let bytes: [UInt8]
    private let end: Int
    private var position = 0

    /// Bytes not yet read.
    var remaining: Int { end - position }

    /// `nil` if the block is shorter than its check or does not agree with it.
    init?(sealed bytes: [UInt8]) {
        guard bytes.count >= 4 else { return nil }
        self.bytes = bytes
        end = bytes.count - 4
        var stored: UInt32 = 0
        for index in 0..<4 {
            stored |= UInt32(bytes[end + index]) &<< UInt32(8 * index)
        }
        guard stored == Self.check(bytes, count: end) else { return nil }
    }

    mutating func readFixed(byteCount: Int) -> UInt64? {
        guard remaining >= byteCount else { return nil }
        if position + 8 <= bytes.count {
            let value = bytes.withUnsafeBytes { buffer in
                UInt64(
                    littleEndian: buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            }
            position += byteCount
            return byteCount == 8 ? value : value & (1 &<< UInt64(8 * byteCount) &- 1)
        }
        var value: UInt64 = 0
        for index in 0..<byteCount {
            value |= UInt64(bytes[position + index]) &<< UInt64(8 * index)
        }
        position += byteCount
        return value
    }

    mutating func readVariable() -> UInt64? {
        // Most numbers are of one group.
        if position < end, bytes[position] < 0x80 {
            position += 1
            return UInt64(bytes[position - 1])
        }
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < end, shift < 64 {
            let byte = bytes[position]
            position += 1
            // The tenth group has room for one bit.
            guard shift < 63 || byte <= 1 else { return nil }
            value |= UInt64(byte & 0x7F) &<< shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    /// A 32-bit check of the first `count` bytes, eight at a time.
    static func check(_ bytes: [UInt8], count: Int) -> UInt32 {
        var state = UInt64(count) ^ 0x9E37_79B9_7F4A_7C15
        bytes.withUnsafeBytes { buffer in
            var index = 0
            while index + 8 <= count {
                let word = UInt64(
                    littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                state = Mixing.fold(state ^ word, 0xA076_1D64_78BD_642F) &+ 0xE703_7ED1_A0B4_28DB
                index += 8
            }
            var tail: UInt64 = 0
            while index < count {
                tail = tail &<< 8 | UInt64(buffer[index])
                index += 1
            }
            state = Mixing.fold(state ^ tail, 0xA076_1D64_78BD_642F)
        }
        return UInt32(truncatingIfNeeded: Mixing.spread(state))
    }
}
