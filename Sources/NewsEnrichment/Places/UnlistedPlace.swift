/// A settlement that no gazetteer needs to have, because a word for its kind says it is one:
/// معتمدية فوسانة، قرية الدالوة، بلدة دابق.
struct UnlistedPlace {
    /// The words of the name.
    let words: Range<Int>
    /// How its first word is read: whole.
    let reading: WordReading

    /// The name after a word for a kind; `nil` if what follows is no name.
    init?(after trigger: Int, in text: NewsText) {
        let first = trigger + 1
        guard first < text.words.count,
            let kind = text.reading(of: text.words[trigger], in: .namingTrigger),
            kind.proclitics.isDisjoint(with: .kaf),
            let reading = text.readings(of: text.words[first]).first,
            Self.isName(first, in: text, afterAny: UnlistedWords.sure.contains(kind.hash))
        else { return nil }
        var end = first + 1
        if UnlistedWords.openings.contains(reading.hash) {
            // سيدي حسين, أولاد علي
            guard Self.continues(first, in: text) else { return nil }
            end += 1
            if end < text.words.count, UnlistedWords.links.contains(text.words[end - 1].hash),
                Self.continues(end - 1, in: text)
            {
                end += 1
            }
        }
        words = first..<end
        self.reading = reading
    }

    private static func isName(_ index: Int, in text: NewsText, afterAny isSure: Bool) -> Bool {
        let word = text.words[index]
        guard word.kind == .arabic, word.letterCount > 2,
            word.before.isDisjoint(with: .breaks),
            word.senses.isDisjoint(with: excluded),
            !UnlistedWords.common.contains(word.hash)
        else { return false }
        let letters = text.letters(of: word)
        let isNisba = word.anySenses.contains(.nisba)
        guard !isNisba, let first = letters.first, let last = letters.last else { return false }
        if isSure { return true }
        // An adjective of بلدة or قرية ends in ة, a verb that goes with it begins with ت.
        if word.isDefinite { return first == Letter.alef }
        return last != Letter.tehMarbuta && last != Letter.alef && last != Letter.heh
            && first != Letter.teh && first != Letter.yeh && first != Letter.waw
            && first != Letter.beh && first != Letter.feh && first != Letter.lam
            && word.letterCount > 3 && word.anySenses.isDisjoint(with: excluded)
    }

    private static let excluded: Senses = Senses.functionWords.union(
        [
            .month, .weekday, .timeNoun, .numberWord, .ordinal, .direction, .locative, .title,
            .honorific, .orgTrigger, .groupNoun, .eventNoun, .placeTrigger,
        ])

    private static func continues(_ index: Int, in text: NewsText) -> Bool {
        guard index + 1 < text.words.count else { return false }
        let next = text.words[index + 1]
        return next.kind == .arabic && next.before.isDisjoint(with: .breaks)
            && next.senses.isDisjoint(with: excluded)
    }
}

/// Words of the names of settlements.
private enum UnlistedWords {
    /// After these any word is a name.
    static let sure = hashes("معتمدية عمادة")
    /// First words of names of two words and more.
    static let openings = hashes(
        """
        سيدي أولاد ولاد بئر بير عين وادي واد حاسي قصر قصور منزل ساقية دار بني تل خان كفر بيت جبل رأس راس أم أبو بو برج
        حمام سوق باب دير شط خربة ابن بن تلة بوز مرج غار هنشير لالة مولاي آيت ايت سبت أحد ثلاثاء أربعاء خميس حد عرب نجع كوم
        منية ميت منشأة عزبة شبرا كفور رملة فج حوش
        """)
    /// Words inside a name that another follows.
    static let links = hashes("بن أبي أبو أبا عبد علي أم بو")
    /// Nouns after a word for a kind that make no name of it.
    static let common = hashes(
        """
        الأطفال الصيادين الألعاب النخيل الشمس الأسماك الثقافة العلوم الملك الأمير الأولمبية الإعلام المستقبل الأيتام
        الطلبة الطلاب التراث التراثية الاستقبال الاحداث الأحداث الواقعة المجاورة الحدودية المذكورة ذات حدودية أخرى
        كاملة بأكملها بكاملها مجاورة نائية صغيرة كبيرة
        """)

    private static func hashes(_ words: String) -> Set<UInt64> { Set(WordHash.all(of: words)) }
}
