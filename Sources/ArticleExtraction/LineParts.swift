/// The words of a line of publication, each with the part it plays.
struct LineParts {
    /// The part a word plays.
    enum Part: Hashable {
        /// Announces what follows.
        case cue(PublicationWords.Cue)
        /// Belongs to a date or time.
        case date
        /// Signs an agency.
        case agency
        /// Anything else: a name.
        case rest
    }

    private let parts: [Part]
    private let bytes: [Range<Int>]
    /// The agency that signs the line.
    private(set) var agency: (bytes: Range<Int>, timeZone: String?)?
    /// Name of the outlet.
    private(set) var publisher: Range<Int>?
    /// Name of the author.
    private(set) var byline: Range<Int>?
    /// Name of the section.
    private(set) var section: Range<Int>?

    /// Gives every word of a line its part.
    ///
    /// - Parameter dates: Where dates stand, in bytes of the decoded input.
    init(_ words: borrowing LineWords, dates: [Range<Int>]) {
        var parts: [Part] = []
        var index = 0
        while index < words.words.count {
            let place = words.words[index].bytes
            if dates.contains(where: { $0.overlaps(place) }) {
                parts.append(.date)
            } else if let cue = PublicationWords.cues.match(at: index, of: words) {
                for _ in 0..<cue.wordCount { parts.append(.cue(cue.value)) }
            } else if let sign = Agencies.agency(at: index, of: words) {
                for _ in 0..<sign.wordCount { parts.append(.agency) }
                let end = words.words[index + sign.wordCount - 1].bytes.upperBound
                if sign.isDistinct, agency == nil {
                    agency = (place.lowerBound..<end, sign.timeZone)
                }
            } else if words.word(index).allSatisfy({ (0x30...0x39).contains($0) }) {
                parts.append(.date)
            } else {
                parts.append(.rest)
            }
            index = parts.count
        }
        self.parts = parts
        bytes = words.words.map(\.bytes)
        name(words, dates: dates)
    }

    /// How many words play `part`.
    func count(of part: Part) -> Int { parts.count { $0 == part } }

    /// Whether a phrase announces `cue`.
    func has(_ cue: PublicationWords.Cue) -> Bool { parts.contains(.cue(cue)) }

    /// Whether the line begins with such a phrase.
    func startsWith(_ cue: PublicationWords.Cue) -> Bool { parts.first == .cue(cue) }

    /// Whether the date that begins at `byte` is one of change: the phrase before it says so.
    func isModified(at byte: Int) -> Bool {
        for index in parts.indices.reversed() where bytes[index].lowerBound < byte {
            switch parts[index] {
            case .cue(.modified): return true
            case .cue(.published), .date: return false
            default: continue
            }
        }
        return false
    }

    /// Whether a dash, bar, comma or slash stands between the names of the line and its date.
    func dateIsSetApart(in text: Span<UInt8>) -> Bool {
        for index in parts.indices.dropFirst()
        where (parts[index] == .rest) != (parts[index - 1] == .rest) {
            for byte in bytes[index - 1].upperBound..<bytes[index].lowerBound {
                switch text[byte] {
                case UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: ","), UInt8(ascii: "/"),
                    UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"), 0x8C, 0x93, 0x94:
                    return true  // the last three end ARABIC COMMA, EN DASH and EM DASH
                default: continue
                }
            }
        }
        return false
    }

    /// Finds the names: of the outlet behind "published in", of the author behind "by".
    private mutating func name(_ words: borrowing LineWords, dates: [Range<Int>]) {
        var cue: PublicationWords.Cue?
        var index = 0
        while index < parts.count {
            guard case .cue(let announced) = parts[index], announced != .fill, announced != .frame
            else {
                if cue != nil, !ends(index, dates) {
                    index = take(cue, from: index, words, dates)
                    cue = nil
                } else {
                    if ends(index, dates) { cue = nil }
                    index += 1
                }
                continue
            }
            // Words of filling right behind a cue belong to it: "نشر في", "المصدر: عن".
            cue = announced
            index += 1
            while index < parts.count, parts[index] == .cue(announced) { index += 1 }
        }
    }

    /// Whether no name goes on at word `index`.
    private func ends(_ index: Int, _ dates: [Range<Int>]) -> Bool {
        switch parts[index] {
        case .cue(.fill), .rest, .agency: false
        case .cue: true
        case .date: dates.contains { $0.overlaps(bytes[index]) }
        }
    }

    /// Takes the name that begins at `start`; returns the word behind it.
    private mutating func take(
        _ cue: PublicationWords.Cue?, from start: Int, _ words: borrowing LineWords,
        _ dates: [Range<Int>]
    ) -> Int {
        var end = start
        while end < parts.count, !ends(end, dates) { end += 1 }
        guard parts[start..<end].contains(where: { $0 == .rest || $0 == .agency }) else {
            return end
        }
        let place = bytes[start].lowerBound..<bytes[end - 1].upperBound
        let isNameSized = end - start <= 6
        switch cue {
        case .published, .modified:
            let match = PublicationWords.sections.match(at: start, of: words)
            if match?.wordCount == end - start {
                section = section ?? place
            } else if cue == .published, isNameSized {
                publisher = publisher ?? place
            }
        case .source where isNameSized: publisher = publisher ?? place
        case .byline where isNameSized: byline = byline ?? place
        default: break
        }
        return end
    }
}
