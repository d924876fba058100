/// The latest documents of a long tail, not in a segment yet.
struct TailMemory {
    /// A document and what stands for it.
    struct Document {
        let number: UInt32
        let milliseconds: Int64
        let sketch: ResemblanceSketch
    }

    private(set) var documents: [Document] = []
    private var postings = PostingTable()

    var isEmpty: Bool { documents.isEmpty }
    var count: Int { documents.count }

    mutating func append(_ document: Document) {
        documents.append(document)
        let index = UInt32(documents.count)
        for key in document.sketch.keys {
            _ = postings.insert(
                Self.postingKey(key), document: index, limit: .max, floor: 1, freeFloor: 1)
        }
    }

    /// Appends the indices of documents that share a key with `sketch`.
    func appendDocuments(sharing sketch: ResemblanceSketch, to indices: inout [Int]) {
        var found: [UInt32] = []
        for key in sketch.keys {
            postings.appendPostings(of: Self.postingKey(key), from: 1, to: &found)
        }
        for index in found { indices.append(Int(index) - 1) }
    }

    /// What a document says of the text looked up.
    func candidate(_ index: Int, for sketch: ResemblanceSketch) -> TailCandidate {
        let document = documents[index]
        return TailCandidate(
            number: DocumentNumber(rawValue: document.number),
            milliseconds: document.milliseconds,
            isExactCopy: document.sketch.isExactCopy(of: sketch),
            resemblance: document.sketch.estimatedResemblance(to: sketch),
            hasSameNumbers: document.sketch.numbersHash == sketch.numbersHash,
            tokenCount: document.sketch.tokenCount)
    }

    /// The entries of one key's section, rising.
    func entries(of key: Int) -> [UInt64] {
        var entries: [UInt64] = []
        entries.reserveCapacity(documents.count)
        for (index, document) in documents.enumerated() {
            let place = key - (ResemblanceSketch.keyCount - document.sketch.keys.count)
            guard place >= 0, place < document.sketch.keys.count else { continue }
            entries.append(UInt64(document.sketch.keys[place]) &<< 32 | UInt64(index))
        }
        entries.sort()
        return entries
    }

    /// The bits of a posting's key that the table keeps apart.
    private static func postingKey(_ key: UInt32) -> UInt64 { UInt64(key) &<< 16 }
}
