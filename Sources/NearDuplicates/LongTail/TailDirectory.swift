internal import Glibc

/// The directory of a long tail.
struct TailDirectory {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Opens its segments in the order of their documents, without what a crash left behind.
    func segments() throws(LongTailError) -> [TailSegment] {
        var segments: [TailSegment] = []
        for name in try names() {
            let file = "\(path)/\(name)"
            if name.hasSuffix(TailWork.fileSuffix + TailWriter.temporarySuffix) {
                Self.remove(file)
            } else if name.hasSuffix(TailWork.fileSuffix) {
                segments.append(try TailSegment(opening: file))
            }
        }
        // Of equal beginnings the longest first: it was merged from the others.
        segments.sort { left, right in
            (left.header.first, right.header.last) < (right.header.first, left.header.last)
        }
        var kept: [TailSegment] = []
        for segment in segments {
            guard let before = kept.last, segment.header.first <= before.header.last else {
                kept.append(segment)
                continue
            }
            guard segment.header.last <= before.header.last else {
                throw .overlapping(path: before.path, other: segment.path)
            }
            // Merged, and the crash came before it was deleted.
            Self.remove(segment.path)
        }
        return kept
    }

    private func names() throws(LongTailError) -> [String] {
        guard let stream = opendir(path) else { throw .last("opendir", path) }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            names.append(name)
            errno = 0
        }
        guard errno == 0 else { throw .last("readdir", path) }
        return names
    }

    /// Deletes a file. One that stays costs its space until the next start, which deletes it.
    static func remove(_ path: String) { unlink(path) }
}

extension LongTail {
    /// Deletes a segment that ``init(directory:configuration:)`` found damaged or of another version:
    /// its documents are given up, the others can be had again.
    ///
    /// - Parameter path: The path of the error.
    public static func removeSegment(at path: String) { TailDirectory.remove(path) }
}
