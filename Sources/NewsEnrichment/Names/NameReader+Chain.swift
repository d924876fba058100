/// Reading a name from word to word.
///
/// A name is a chain: given names, بن and its like with what follows, family names, and at its end a
/// word that nothing is known of. Boundaries are the hard part, so the chain ends at the first word
/// that news uses as something else.
extension NameReader {
    /// A name that was read.
    struct Chain {
        /// The place after its last word.
        var end: Int
        /// How many words it has.
        var count = 0
        /// How sure it is a name: two a known name, one a word that may be one.
        var score = 0
        /// How many of its words are names that are known.
        var known = 0
        /// How many of those are rarely another word.
        var sure = 0
        /// Whether a family name or a compound is among them.
        var hasFamily = false

        /// Counts the next word's name, which is sure to be one.
        fileprivate mutating func countSure() {
            score += 2
            known += 1
            sure += 1
        }

        /// Takes the words up to another.
        fileprivate mutating func take(until end: Int) {
            count += 1
            self.end = end
        }
    }

    /// Longer names do not occur: seven generations of a prince.
    private static let maxWords = 14

    /// A chain that is being read; its end is the next word.
    private struct State {
        let start: Int
        let first: Part
        let isAnnounced: Bool
        var chain: Chain
        /// How many of its words nothing is known of.
        var unknown = 0
        /// After a family name nothing but another follows.
        var isClosed = false
        /// After الحبيب no word follows that nothing is known of.
        var isHalfClosed = false
        /// Whether بن or its like stood in it.
        var hasSon = false
    }

    /// Reads a name from `start`.
    ///
    /// - Parameters:
    ///   - first: What the first word is.
    ///   - isAnnounced: Whether a title stands before it: then unknown words may begin it.
    func chain(from start: Int, first: Part, isAnnounced: Bool) -> Chain? {
        var state = State(
            start: start, first: first, isAnnounced: isAnnounced, chain: Chain(end: start))
        let limit = min(text.words.count, start + Self.maxWords)
        while state.chain.end < limit, takeNext(&state) {}
        return state.chain.count > 0 ? state.chain : nil
    }

    /// Takes the next word, or two that are one name; `false` at the end of the name.
    private func takeNext(_ state: inout State) -> Bool {
        let index = state.chain.end
        let word = text.words[index]
        let isFirst = index == state.start
        guard isFirst || continues(word) else { return false }
        var part =
            isFirst
            ? state.first
            : partAfter(index, chain: state.chain, isAnnounced: state.isAnnounced)
        if let end = compoundEnd(index, part) {
            state.chain.countSure()
            state.chain.hasFamily = true
            state.chain.take(until: end)
            return true
        }
        if part == .particle { return takeParticle(&state) }
        guard isOpen(state, to: part, word) else { return false }
        // العطية after بن.
        if part == .none, state.hasSon, isDefiniteWord(index),
            text.letters(of: word)[Int(word.firstLetter) + 2] != Letter.meem,
            word.senses.isCommonAtMost
        {
            part = .definite
        }
        guard fits(part, at: index, state) else { return false }
        take(part, word, &state)
        return true
    }

    /// Takes بن or its like with what follows it.
    private func takeParticle(_ state: inout State) -> Bool {
        let index = state.chain.end
        let isFirst = index == state.start
        if isFirst, Self.innerParticles.contains(text.words[index].hash) { return false }
        guard let next = afterParticle(index) else { return false }
        state.chain.score += isFirst && !next.isKnown ? 1 : 2
        state.chain.sure += isFirst && !next.isKnown ? 0 : 1
        state.chain.known += next.isKnown ? 1 : 0
        state.chain.take(until: next.end)
        state.isClosed = next.isClosed
        state.hasSon = true
        return true
    }

    /// Whether the words so far leave room for such a word.
    private func isOpen(_ state: State, to part: Part, _ word: Word) -> Bool {
        if state.isClosed, part != .definite, !(part == .family && word.isDefinite) {
            return false
        }
        // ماكرون وعد: after a family name alone no given one.
        if state.chain.count == 1, state.first == .family, part != .family, part != .definite {
            return false
        }
        return !state.isHalfClosed || part != .unknown
    }

    /// Whether a word can be part of the name as what it was read as.
    private func fits(_ part: Part, at index: Int, _ state: State) -> Bool {
        let chain = state.chain
        let letters = text.letters(of: text.words[index])
        switch part {
        case .given, .family: return true
        // A word that is a name only beside one.
        case .ambiguous: return chain.count == 0 || chain.known > 0 || state.isAnnounced
        case .unknown:
            if !state.isAnnounced, letters.first == Letter.waw { return false }
            // قال أحمد الذي: a word after an unknown one is a name only if it is known to be.
            let isFeminine = letters.last == Letter.tehMarbuta
            if state.hasSon && chain.count > 1 || isFeminine && chain.known > 1,
                !endsName(after: index)
            {
                return false
            }
            return state.isAnnounced ? state.unknown < 2 : state.unknown < 1 && chain.count > 0
        case .definite:
            // ساعد العرابي الحارثي.
            let last = letters.last
            return (chain.count > 0 || state.isAnnounced)
                && (!state.isClosed || chain.count < 2 || last == Letter.yeh && chain.count < 4)
                && (last != Letter.tehMarbuta || chain.count < 2 || state.hasSon)
        case .particle, .none: return false
        }
    }

    /// Counts the next word in.
    private func take(_ part: Part, _ word: Word, _ state: inout State) {
        let index = state.chain.end
        switch part {
        case .given: state.chain.countSure()
        case .ambiguous:
            state.chain.score += 1
            state.chain.known += 1
            if isDefiniteWord(index), state.chain.count > 0 { state.isHalfClosed = true }
        case .family:
            state.chain.countSure()
            state.chain.hasFamily = true
            state.isClosed = state.chain.count > 0
        case .unknown:
            state.chain.score += 1
            state.unknown += 1
        case .definite:
            state.chain.score += 1
            // كريم العريبي: a word that is nothing but a family name.
            if text.letters(of: word).last == Letter.yeh, state.chain.known > 0,
                word.senses.isUnknown
            {
                state.chain.score += 2
                state.chain.sure += 1
            }
            state.isClosed = true
        case .particle, .none: break
        }
        state.chain.take(until: index + 1)
    }

    /// The end of شرف الدين and نصر الله, which are one name.
    private func compoundEnd(_ index: Int, _ part: Part) -> Int? {
        guard index + 1 < text.words.count, continues(text.words[index + 1]) else { return nil }
        let next = text.words[index + 1].hash
        guard next == Self.religion || next == Self.god else { return nil }
        let word = text.words[index]
        if next == Self.god {
            return TraitTable.shared[word.hash].contains(.divine) ? index + 2 : nil
        }
        guard part != .particle, !word.isDefinite,
            !text.readings(of: word).dropFirst().contains(where: {
                $0.senses.contains(.givenName) && !$0.proclitics.isEmpty
            }),
            word.senses.isDisjoint(with: Senses.functionWords), word.letterCount < 6
        else { return nil }
        return index + 2
    }

    /// What follows بن, أبو or عبد.
    private func afterParticle(_ index: Int) -> (end: Int, isKnown: Bool, isClosed: Bool)? {
        var next = index + 1
        guard next < text.words.count, continues(text.words[next]) else { return nil }
        if part(next) == .particle { next += 1 }
        guard next < text.words.count, continues(text.words[next]) else { return nil }
        let senses = text.words[next].senses
        // عبد and a name of God, which is a word of its own besides.
        if text.words[next - 1].hash == Self.abd {
            guard isDefiniteWord(next) || text.words[next].hash == Self.hisLord else { return nil }
            return (next + 1, true, false)
        }
        switch part(next) {
        case .given, .ambiguous, .family: return (next + 1, true, false)
        case .unknown: return (next + 1, false, false)
        case .definite: return (next + 1, false, true)
        case .none, .particle:
            // آل الشيخ، أبو الغيط: any noun, if it has the article.
            guard text.words[next].kind == .arabic, senses.isDisjoint(with: .functionWords),
                isDefiniteWord(next) || Self.sonWords.contains(text.words[next - 1].hash)
            else { return nil }
            return (next + 1, false, isDefiniteWord(next))
        }
    }

    private static let religion = WordHash.of("الدين")
    private static let hisLord = WordHash.of("ربه")
    private static let abd = WordHash.of("عبد")
    /// These stand inside names only.
    private static let innerParticles = WordSet("دي دا دو فان فون دير دن لا ماك")
    /// Any noun may follow these.
    private static let sonWords = WordSet("بن ابن بنت آل دي دا دو فان فون دير")
}
