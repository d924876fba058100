/// Reads time expressions from tokens.
///
/// Each rule looks at a bounded number of tokens from where it starts, so a whole text takes linear
/// time. A rule that fails returns `nil` and nothing is lost: rules read by index.
struct Grammar {
    let tokens: [Token]
    /// The day that relative words count from.
    let anchor: CivilDate?

    func kind(_ index: Int) -> TokenKind {
        tokens.indices.contains(index) ? tokens[index].kind : .end
    }

    func value(_ index: Int) -> Int {
        tokens.indices.contains(index) ? Int(tokens[index].value) : -1
    }

    func has(_ trait: Token.Traits, _ index: Int) -> Bool {
        tokens.indices.contains(index) && tokens[index].traits.contains(trait)
    }

    /// Whether the token is one of the punctuation marks of `marks`.
    func isMark(_ index: Int, _ marks: StaticString) -> Bool {
        guard kind(index) == .mark else { return false }
        let byte = UInt8(truncatingIfNeeded: value(index))
        return marks.withUTF8Buffer { $0.contains(byte) }
    }

    func isUnit(_ index: Int, _ unit: TimeUnit) -> Bool {
        kind(index) == .unit && value(index) == Int(unit.rawValue)
    }

    /// Whether no word of time, number or mark is behind a token.
    @inline(__always)
    func isAlone(_ index: Int) -> Bool {
        switch kind(index + 1) {
        case .other, .stop, .end: true
        default: false
        }
    }

    /// Whether a number before `index` is a share or runs on behind a colon: `12%`, `10:35`.
    func isShareOrClock(behind index: Int) -> Bool {
        isMark(index, "%")
            || (isMark(index, ":") && kind(index + 1) == .number && !has(.spaced, index + 1))
    }

    /// The index after a token of `kind`, or `index` itself.
    func skipping(_ kind: TokenKind, _ index: Int) -> Int {
        self.kind(index) == kind ? index + 1 : index
    }

    func skippingMark(_ marks: StaticString, _ index: Int) -> Int {
        isMark(index, marks) ? index + 1 : index
    }
}

extension Grammar {
    /// A month's name: its number, and the token after it.
    struct Name {
        let month: Int
        let next: Int
    }

    /// A Gregorian month in any dialect, once or twice (`آب/أغسطس`, `نيسان (أبريل)`).
    func monthName(at index: Int) -> Name? {
        guard let name = singleMonthName(at: index) else { return nil }
        let isInParentheses = isMark(name.next, "(")
        let second = skippingMark("/-(", name.next)
        guard let twin = singleMonthName(at: second), twin.month == name.month else { return name }
        guard isInParentheses else { return twin }
        return isMark(twin.next, ")") ? Name(month: twin.month, next: twin.next + 1) : name
    }

    private func singleMonthName(at index: Int) -> Name? {
        switch kind(index) {
        case .month, .weakMonth:
            let dot =
                isMark(index + 1, ".") && !has(.spaced, index + 1) && has(.latin, index)
                && tokens[index].end - tokens[index].start <= 5
            return Name(month: value(index), next: dot ? index + 2 : index + 1)
        case .pairedMonth:
            guard let place = firstOrSecond(at: index + 1) else { return nil }
            let isKanun = value(index) == 1
            let month = isKanun ? (place == 1 ? 12 : 1) : (place == 1 ? 10 : 11)
            return Name(month: month, next: index + 2)
        default:
            return nil
        }
    }

    private func firstOrSecond(at index: Int) -> Int? {
        switch kind(index) {
        case .first: 1
        case .ordinal where value(index) == 2: 2
        case .number where value(index) == 1 || value(index) == 2: value(index)
        default: nil
        }
    }

    /// An Islamic month.
    func hijriMonthName(at index: Int) -> Name? {
        switch kind(index) {
        case .hijriMonth, .weakHijriMonth:
            return Name(month: value(index), next: index + 1)
        case .pairedHijriMonth where value(index) == 3:
            guard kind(index + 1) == .hijriSecond else { return nil }
            return Name(month: value(index + 1), next: index + 2)
        case .pairedHijriMonth:
            let first = value(index) == 1 ? 3 : 5
            if kind(index + 1) == .last { return Name(month: first + 1, next: index + 2) }
            guard kind(index + 1) != .number, let place = firstOrSecond(at: index + 1) else {
                return ordinalSecondFeminine(index + 1)
                    ? Name(month: first + 1, next: index + 2) : nil
            }
            return Name(month: first + place - 1, next: index + 2)
        default:
            return nil
        }
    }

    /// ثانية is "second" of an hour in the lexicon, and the second Jumada here.
    private func ordinalSecondFeminine(_ index: Int) -> Bool {
        isUnit(index, .second)
    }
}
