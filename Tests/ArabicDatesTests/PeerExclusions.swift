/// Cases of other parsers' corpora that are not measured, with the reason.
enum PeerExclusions {
    /// Cases of Recognizers-Text by their number, in groups with one reason.
    static let recognizers: [String: String] = {
        var all: [String: String] = [:]
        for (reason, ids) in recognizersGroups {
            for id in ids.split(separator: " ") { all["rt-" + id] = reason }
        }
        return all
    }()

    /// Cases of duckling by text.
    static let duckling: [String: String] = {
        var all: [String: String] = [:]
        for (reason, texts) in ducklingGroups {
            for text in texts { all[text] = reason }
        }
        return all
    }()

    private static let recognizersGroups: [(reason: String, ids: String)] = [
        (
            "a bare number is no day of the month in news",
            """
            DateExtractor-0 DateExtractor-66 DateExtractor-68 DateExtractor-70 DateExtractor-72 \
            DateExtractor-74 DateExtractor-76 DateExtractor-78 DateExtractor-80 DateParser-0 \
            DateParser-62 DateParser-64 DateParser-66 DateParser-68 DateParser-70
            """
        ),
        (
            "two numbers alone are a score, a share or a fraction before they are a day",
            """
            DateExtractor-12 DateExtractor-14 DateExtractor-16 DateExtractor-18 DateParser-12 \
            DateParser-14 DateParser-16 DateParser-18 MergedExtractor-20 SetExtractor-9 SetParser-11
            """
        ),
        (
            "a year of two digits, or behind a comma: no value is better than a guess",
            "DateExtractor-10 DateExtractor-22 DateParser-20 MergedExtractor-24"
        ),
        (
            "English order, translated word by word",
            """
            DateExtractor-58 DateExtractor-60 DateExtractor-112 DateExtractor-114 DateParser-98 \
            DateTimeModel-2 DatePeriodExtractor-252
            """
        ),
        (
            "commands to an assistant: my day, my week, the summer, next day without a direction",
            """
            DateExtractor-48 DateParser-46 DateParser-54 DatePeriodParser-29 DatePeriodParser-31 \
            DatePeriodExtractor-204 DatePeriodExtractor-216 DatePeriodParser-73 MergedExtractor-12 \
            MergedExtractor-14 DurationExtractor-45
            """
        ),
        (
            "vague: the judges of the seeds annotate no such words",
            """
            DateParser-60 DatePeriodExtractor-174 DatePeriodExtractor-222 DatePeriodExtractor-224 \
            DatePeriodExtractor-228 DatePeriodParser-45 DatePeriodParser-51 DateTimeModel-44 \
            DateTimeModel-46 DurationExtractor-49 DurationExtractor-51
            """
        ),
        (
            "not in the calendar: 31 November, and a misspelt لمدة",
            "DateExtractor-102 DurationExtractor-41 DurationExtractor-29"
        ),
        (
            "the peer resolves from-now, or after, to the past",
            "DateParser-90 DateParser-92 DateExtractor-106 DateExtractor-108 DatePeriodParser-61"
        ),
        (
            "the peer's value contradicts the words: a year read as a decade, the nineteenth "
                + "century's seventies as 1970, the twenties as 2010",
            "DatePeriodParser-99 DatePeriodParser-105 DatePeriodParser-107"
        ),
        (
            "a weekend's end counted as the rest of the week in one case, as the weekend in others",
            "DatePeriodParser-49"
        ),
        (
            "times of day, holidays and options inside a merged case",
            """
            MergedParser-6 MergedParser-12 MergedParser-24 MergedParser-26 MergedParser-28 \
            MergedParser-54 SetExtractor-17 SetExtractor-19 SetParser-9 SetParser-21 SetParser-23 \
            DateTimeModel-52
            """
        ),
    ]

    private static let ducklingGroups: [(reason: String, texts: [String])] = [
        (
            "TEXT.md: a bare weekday in news is the last one; an assistant means the next",
            ["الاثنين", "هذا الاثنين", "الثلاثاء", "الجمعة", "الجمعه", "الخميس", "السبت", "الاحد"]
        ),
        (
            "the middle of a month is a modifier, 11th to 20th, as the end is 21st to last",
            ["منتصف اذار", "نص شهر ثلاث", "في نصف شهر مارس"]
        ),
        (
            "months counted instead of named: Levantine speech, not written news",
            [
                "اليوم الاول من شهر ثلاثة", "بداية شهر 3", "الاثنين الاخير من شهر ثلاثة",
                "اليوم الثالث من شهر عشرة", "ثالث يوم من شهر عشرة",
                "الاسبوع الاول من شهر عشرة 2014",
                "اخر يوم بشهر عشرة سنة 2015", "اليوم الاخير من شهر عشرة سنة 2015",
                "الاسبوع الاخير في الشهر التاسع سنة 2014", "اول ثلاثاء من شهر عشرة",
                "من 27-29 من الشهر الثامن",
            ]
        ),
        (
            "speech: اليوم الي, the day which",
            ["اليوم الي بعد بكرة", "اليوم القبل البارحة", "اليوم الي قبل امبارح", "من اسبوع"]
        ),
        (
            "the first week of a month is its first seven days; the peer takes the first Monday",
            ["اول اسبوع بشهر اكتوبر 2014", "اخر اسبوع في سبتمبر لعام 2014"]
        ),
        (
            "without a year the nearest such day counts; the peer takes the next",
            [
                "اليوم الثالث من اكتوبر", "من 1-8 شهر ايلول",
                "من الثالث والعشرون وحتى السادس والعشرين من شهر اكتوبر", "اغسطس 27 الى 29",
            ]
        ),
        ("the peer makes a bare month a first day", ["2/2013"]),
        ("a holiday", ["ثالث ثلاثاء بعد كريسماس 2014"]),
    ]
}
