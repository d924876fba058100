internal import JSONReading

/// The texts of the news in a directory by id: annotations of what may not be copied stand off.
struct NewsTexts {
    /// The files that are looked through.
    private static let names = ["saudi-2015-08-08..11.jsonl.gz", "ant.jsonl.gz"]

    private var texts: [String: String] = [:]

    /// Reads the texts of `ids`; what is in no file is left out.
    init(of ids: Set<String>, in directory: String) throws {
        guard !ids.isEmpty else { return }
        for name in Self.names where texts.count < ids.count {
            try CorpusFile.forEachObject(in: "\(directory)/\(name)") { object in
                guard texts.count < ids.count, let id = object?["id"]?.string, ids.contains(id),
                    texts[id] == nil
                else { return }
                texts[id] = object?["text"]?.string
            }
        }
    }

    subscript(id: String) -> String? { texts[id] }
}

extension String {
    /// The scalars from `start` to `end`, as many of them as there are.
    func scalars(from start: Int, to end: Int) -> String {
        let view = unicodeScalars.dropFirst(max(0, start)).prefix(max(0, end - start))
        return String(String.UnicodeScalarView(view))
    }
}
