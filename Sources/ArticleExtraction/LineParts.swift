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
    /// Whether a dash, bar, comma, slash, colon or bracket stands before the word.
    private let isSetApart: [Bool]
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
    init(_ words: borrowing LineWords, dates: [Range<Int>], in text: Span<UInt8>) {
        var parts: [Part] = []
        var index = 0
        while index < words.words.count {
            let place = words.words[index].bytes
            if dates.contains(where: { $0.overlaps(place) }) {
                parts.append(.date)
            } else if let sign = Agencies.agency(at: index, of: words), sign.isDistinct {
                // Before the cues: the sign و م ع is made of words that fill lines elsewhere.
                for _ in 0..<sign.wordCount { parts.append(.agency) }
                let end = words.words[index + sign.wordCount - 1].bytes.upperBound
                agency = agency ?? (place.lowerBound..<end, sign.timeZone)
            } else if let cue = PublicationWords.cues.match(at: index, of: words) {
                for _ in 0..<cue.wordCount { parts.append(.cue(cue.value)) }
            } else if words.isNumber(index) {
                parts.append(.date)
            } else {
                parts.append(.rest)
            }
            index = parts.count
        }
        self.parts = parts
        bytes = words.words.map(\.bytes)
        isSetApart = words.words.indices.map { index in
            index > 0
                && Self.hasSeparator(
                    text,
                    words.words[index - 1].bytes.upperBound..<words.words[index].bytes.lowerBound)
        }
        name(words, dates: dates)
    }

    /// Whether a phrase announces one of `dates`: it stands before it with at most a name between.
    func announces(_ dates: [Range<Int>]) -> Bool {
        for index in parts.indices {
            let isFirm: Bool
            switch parts[index] {
            case .cue(.published), .cue(.modified): isFirm = true
            case .cue(.dated): isFirm = false
            default: continue
            }
            guard parts[..<index].count(where: { $0 == .rest }) <= (isFirm ? 5 : 0) else {
                return false
            }
            var names = 0
            for next in parts.indices[(index + 1)...] {
                if dates.contains(where: { $0.overlaps(bytes[next]) }) { return true }
                if parts[next] == .rest { names += 1 }
                if names > (isFirm ? 6 : 0) { break }
            }
        }
        return false
    }

    /// Names behind the last date of the line.
    func restBehind(_ dates: [Range<Int>]) -> Int {
        guard let end = dates.last?.upperBound else { return 0 }
        return parts.indices.count { parts[$0] == .rest && bytes[$0].lowerBound >= end }
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
            case .cue(.published), .cue(.dated), .date: return false
            default: continue
            }
        }
        return false
    }

    /// Whether a separator stands between the names of the line and its date.
    var dateIsSetApart: Bool {
        parts.indices.dropFirst().contains {
            isSetApart[$0] && (parts[$0] == .rest) != (parts[$0 - 1] == .rest)
        }
    }

    private static func hasSeparator(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var scan = ScalarScan(byte: range.lowerBound)
        while scan.byte < range.upperBound {
            switch scan.next(in: text) {
            case 0x2D, 0x7C, 0x2C, 0x2F, 0x3A, 0x28, 0x29, 0x3B, 0x060C, 0x061B, 0x2013, 0x2014,
                0x2022, 0xB7:
                return true
            default: continue
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
        while end < parts.count, !ends(end, dates), end == start || !isSetApart[end] { end += 1 }
        guard parts[start..<end].contains(where: { $0 == .rest || $0 == .agency }) else {
            return end
        }
        let place = bytes[start].lowerBound..<bytes[end - 1].upperBound
        let isNameSized = end - start <= 6
        switch cue {
        case .published, .modified, .dated:
            let match = PublicationWords.sections.match(at: start, of: words)
            if match?.wordCount == end - start {
                section = section ?? place
            } else if cue == .published, isNameSized {
                publisher = publisher ?? place
            }
        case .source where isNameSized && !parts[start..<end].contains(.agency):
            publisher = publisher ?? place
        case .byline where isNameSized: byline = byline ?? place
        default: break
        }
        return end
    }
}
