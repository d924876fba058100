/// What a token can mean in a time expression.
///
/// `value` of the token says which month, unit, number …; the comment says how.
enum TokenKind: UInt8 {
    /// Any word of no interest; runs of them are one token.
    case other
    /// A line break, a run of blanks, or a mark that ends a phrase: nothing is read across it.
    case stop
    /// A punctuation mark; `value` is its ASCII byte.
    case mark
    /// Digits; `value` is the number, `size` how many digits.
    case number
    /// A cardinal in words, 0 to 1000.
    case cardinal
    /// An ordinal in words, 1 to 10; 11 for `الحادي`. `size` 1 when feminine.
    case ordinal
    /// عشر, عشرة: the second half of eleven to nineteen.
    case teen
    /// A Gregorian month, 1 to 12.
    case month
    /// A Gregorian month whose name is an ordinary word too: it needs company.
    case weakMonth
    /// كانون (1) or تشرين (2): the first of two words.
    case pairedMonth
    /// An Islamic month, 1 to 12.
    case hijriMonth
    /// An Islamic month whose name is an ordinary word or a man's name too.
    case weakHijriMonth
    /// ربيع (1), جمادى (2), ذو (3): the first of two words.
    case pairedHijriMonth
    /// قعدة (11) or حجة (12), after ذو.
    case hijriSecond
    /// A day of the week, 1 to 7 from Monday. Definite, or after يوم.
    case weekday
    /// A unit of time, one of it; `value` is a `TimeUnit`.
    case unit
    /// Two of a unit.
    case dualUnit
    /// Several of a unit.
    case pluralUnit
    /// يومي: two named days follow.
    case bothDays
    /// الماضي, المنصرم …
    case previous
    /// المقبل, القادم …
    case upcoming
    /// الجاري, الحالي.
    case current
    /// الأخير: the last one.
    case latest
    /// هذا, هذه.
    case this
    /// أمس (-1), غدا (1).
    case dayShift
    /// الآن and the like.
    case now
    /// أول in أول أمس, or "first".
    case first
    /// آخر
    case last
    /// أوائل (0), منتصف (1), أواخر (2), in the order of `TimeModifier`.
    case stage
    /// صباح …; `value` is a `DayPart`. `size` 1 when adverbial (صباحا).
    case dayPart
    case season
    case inside, from, until, to, between, and, before, after, since, during, lasting, each, about
    /// على
    case upon
    /// مدى, امتداد.
    case extent
    /// بضع, عدة.
    case few
    /// كامل.
    case whole
    /// نصف (2), ربع (4), ثلث (3), as denominators.
    case fraction
    /// إلا in إلا ربعا.
    case except
    /// الموافق: the same day in the other calendar.
    case same
    /// هجري, هـ.
    case hijriEra
    /// ميلادي. (`م` alone is `letter`.)
    case commonEra
    /// A single letter of use: م (1), ص (2), ت (3), غ (4), س (5), د (6), h (7), ق (8), t (9).
    case letter
    /// بتوقيت.
    case zoneWord
    /// A named zone; `value` is minutes east of UTC.
    case zone
    /// فاتح, غرة: the first of a month. متم is its last day.
    case monthStart, monthEnd
    /// يوميا, سنويا: a set; `value` is a `TimeUnit`.
    case setAdverb
    /// السبعينات; `value` is 70.
    case decade
    /// A word after اليوم that makes it a day of its own (العالمي, الموالي).
    case dayQualifier
    /// A word before a day that makes it a name: a newspaper's, a market town's.
    case otherDay
    /// am (1), pm (2) in Latin letters.
    case latinHalf
    /// of, de, le, the: words without meaning in a Latin date.
    case latinLink
    /// عطلة: before نهاية الأسبوع.
    case holiday
    /// بقية, باقي.
    case rest
    /// منه: of the month just named.
    case ofIt
    /// A verb or participle of what is to come: سيعقد, المرتقب.
    case future
    /// اختتمت: the last day of something is told.
    case closing
    /// انطلقت, افتتحت: its first day.
    case opening
    case end
}

extension TokenKind {
    /// Whether rules that come to such a token ask what a word of no interest behind it is.
    var isAskedWhatFollows: Bool {
        switch self {
        // 2000 سيارة is no year, العام الدراسي not the year we are in.
        case .number, .cardinal, .ordinal, .teen, .unit: true
        default: false
        }
    }
}

/// Units of time, by their order of size.
enum TimeUnit: Int32 {
    case second, minute, hour, day, week, month, quarter, half, season, year, decade, century
}

/// Parts of a day, with their TIMEX3 codes.
enum DayPart: Int32 {
    case dawn, morning, noon, afternoon, evening, night

    var code: String {
        switch self {
        case .dawn, .morning: "MO"
        case .noon: "MI"
        case .afternoon: "AF"
        case .evening: "EV"
        case .night: "NI"
        }
    }
}

/// A word, number or mark of a text, as the grammar sees it.
struct Token {
    var kind: TokenKind
    /// Digits of a number, or a detail the kind explains.
    var size: UInt8 = 0
    var traits: Traits = []
    var value: Int32 = 0
    /// Scalar offsets into the text, after any prefix that is left out.
    var start: Int32
    var end: Int32

    struct Traits: OptionSet {
        let rawValue: UInt8
        /// Carries ال.
        static let definite = Traits(rawValue: 1)
        /// Had a و in front.
        static let joined = Traits(rawValue: 2)
        /// Had a ب in front: "in".
        static let within = Traits(rawValue: 4)
        /// Had a ل in front: "of", "for", "until".
        static let attributed = Traits(rawValue: 8)
        /// White space lies between this token and the one before.
        static let spaced = Traits(rawValue: 16)
        /// An unknown word that looks like what a number counts (`شخصا`, `سيارة`).
        static let counted = Traits(rawValue: 32)
        /// The word before this number or word is fused with it (a ك or ف).
        static let linked = Traits(rawValue: 64)
        /// Written in Latin letters.
        static let latin = Traits(rawValue: 128)
    }
}
