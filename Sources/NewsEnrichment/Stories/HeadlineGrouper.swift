/// Finds page headlines that speak of one event.
///
/// Near duplicates have the same words, whatever stands between them. One story has most of its rare words
/// in common, weighed by how rare they are: what happened, to whom, and who acts. A shared event
/// alone (`إعصار مايوت`) relates two headlines and makes them no story.
///
/// A headline joins a group only if it is close to its first and not far from any other of it, so that
/// groups do not chain.
struct HeadlineGrouper: Sendable {
    /// Shared words over all words of both, weighed: a headline joins the first of a group.
    ///
    /// Settled by reading pairs of titles of single days of 14 Saudi outlets: above .65 nearly all are one
    /// event, below .55 every third is another side of a larger affair.
    private static let leastLikeness: Float = 0.65
    /// The same, for every other headline of the group.
    private static let leastLikenessInGroup: Float = 0.5
    /// A word that one in 64 articles has, or a rarer one.
    private static let rareHalfBits = 12
    private static let leastRareWords = 3
    private static let leastWordsOfCopy = 3
    /// Words of so many headlines say nothing on this page.
    private static let mostHeadlinesOfWord = 8

    private let frequencies = WordFrequencies.shared
    private let synonyms = StorySynonyms.shared

    /// The groups of a page's headlines, by their words, in the order of their first headlines.
    func groups(of headlines: [NewsText]) -> [HeadlineGroup] {
        let all = headlines.map(reading)
        let copies = copies(of: headlines)
        // Copies stand for each other: the story is found for the first of them.
        var isCopy = [Bool](repeating: false, count: headlines.count)
        for group in copies { for index in group.dropFirst() { isCopy[index] = true } }
        var near = neighbours(of: all)
        near.removeAll { isCopy[$0.first] || isCopy[$0.second] }
        var groups = copies.map { HeadlineGroup(relation: .nearDuplicate, headlines: $0) }
        var taken = isCopy
        for first in all.indices where !taken[first] {
            var members = [first]
            for second in near.lazy.filter({ $0.first == first }).map(\.second)
            where !taken[second] {
                let fits = members.allSatisfy { member in
                    let likeness = all[member].likeness(to: all[second])
                    return likeness
                        >= (member == first ? Self.leastLikeness : Self.leastLikenessInGroup)
                }
                if fits { members.append(second) }
            }
            guard members.count > 1 else { continue }
            for member in members { taken[member] = true }
            groups.append(HeadlineGroup(relation: .sameStory, headlines: members))
        }
        return groups.sorted { $0.headlines[0] < $1.headlines[0] }
    }

    private func reading(_ headline: NewsText) -> StemmedHeadline {
        var words: [StemmedHeadline.Word] = []
        for word in headline.words {
            let isOrdinal = word.anySenses.contains(.ordinal)
            let stemmed = headline.stem(of: word, frequencies: frequencies)
            // The second round is not the first, however common the word.
            guard stemmed != nil || isOrdinal else { continue }
            let stem = synonyms.stem(for: stemmed?.stem ?? word.hash)
            if words.contains(where: { $0.stem == stem }) { continue }
            words.append(
                StemmedHeadline.Word(
                    stem: stem, other: headline.otherStem(of: word, frequencies: frequencies),
                    halfBits: stemmed?.halfBits ?? 0,
                    isNumber: isOrdinal || stemmed?.kind == .number,
                    isPlace: word.senses.contains(.placeStart)))
        }
        return StemmedHeadline(words: words)
    }

    private func copies(of headlines: [NewsText]) -> [[Int]] {
        var byWords: [UInt64: [Int]] = [:]
        for (index, headline) in headlines.enumerated()
        where headline.words.count >= Self.leastWordsOfCopy {
            byWords[WordHash.join(headline.words.lazy.map(\.hash)), default: []].append(index)
        }
        return byWords.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    /// The pairs of headlines that share enough rare words, rising.
    private func neighbours(of headlines: [StemmedHeadline]) -> [(first: Int, second: Int)] {
        var places: [(stem: UInt64, headline: Int)] = []
        for (index, headline) in headlines.enumerated() {
            for word in headline.words where word.halfBits >= Self.rareHalfBits {
                places.append((word.stem, index))
                if let other = word.other { places.append((other, index)) }
            }
        }
        places.sort { ($0.stem, $0.headline) < ($1.stem, $1.headline) }
        var shared: [UInt64: Int] = [:]
        var start = 0
        while start < places.count {
            var end = start + 1
            while end < places.count, places[end].stem == places[start].stem { end += 1 }
            if end - start <= Self.mostHeadlinesOfWord {
                for second in start..<end {
                    for first in start..<second
                    where places[first].headline < places[second].headline {
                        let pair = places[first].headline << 32 | places[second].headline
                        shared[UInt64(pair), default: 0] += 1
                    }
                }
            }
            start = end
        }
        return shared.filter { $0.value >= Self.leastRareWords }.keys.sorted().compactMap { pair in
            let (first, second) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
            let likeness = headlines[first].likeness(to: headlines[second])
            return likeness >= Self.leastLikeness ? (first, second) : nil
        }
    }
}

/// A headline's words with what sharing them says.
private struct StemmedHeadline {
    struct Word {
        let stem: UInt64
        let other: UInt64?
        let halfBits: Int
        let isNumber: Bool
        let isPlace: Bool

        func isSame(as word: Word) -> Bool {
            stem == word.stem || other == word.stem || stem == word.other
        }
    }

    let words: [Word]

    /// What both have in common, 0 to 1; 0 where they name other numbers or other places.
    func likeness(to headline: StemmedHeadline) -> Float {
        var shared = 0
        var total = 0
        var onlyHere = (numbers: 0, places: 0)
        var onlyThere = (numbers: 0, places: 0)
        var isThereShared = [Bool](repeating: false, count: headline.words.count)
        for word in words {
            total += word.halfBits
            if let place = headline.words.firstIndex(where: { word.isSame(as: $0) }) {
                shared += min(word.halfBits, headline.words[place].halfBits)
                isThereShared[place] = true
            } else {
                onlyHere.numbers += word.isNumber ? 1 : 0
                onlyHere.places += word.isPlace ? 1 : 0
            }
        }
        for (place, word) in headline.words.enumerated() {
            total += word.halfBits
            if isThereShared[place] { continue }
            onlyThere.numbers += word.isNumber ? 1 : 0
            onlyThere.places += word.isPlace ? 1 : 0
        }
        if onlyHere.numbers > 0, onlyThere.numbers > 0 { return 0 }
        if onlyHere.places > 0, onlyThere.places > 0 { return 0 }
        return total == 0 ? 0 : 2 * Float(shared) / Float(total)
    }
}
