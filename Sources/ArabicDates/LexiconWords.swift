/// The vocabulary of dates, spelled as written; the lexicon folds it.
///
/// Month and weekday names are those of CLDR for `ar_MA`, `ar_DZ`, `ar_TN`, `ar_IQ`, `ar_LB`,
/// `ar_EG`, `ar_SA`, `fr`, `en` and its Islamic calendars, with the spellings that newspapers add.
/// Names are given without ال and without attached و ف ب ك ل: the lexer takes those off.
enum LexiconWords {
    /// Words that mean the same.
    struct Group: Sendable {
        let kind: TokenKind
        let value: Int16
        var size: UInt8 = 0
        let words: String

        init(_ kind: TokenKind, _ value: Int16, size: UInt8 = 0, _ words: String) {
            self.kind = kind
            self.value = value
            self.size = size
            self.words = words
        }

        init(_ kind: TokenKind, _ words: String) {
            self.init(kind, 0, words)
        }
    }

    static let all: [Group] = months + hijriMonths + weekdays + units + numbers + relations + clock

    private static let months: [Group] = [
        Group(.month, 1, "يناير جانفي ينير جنفي janvier january janv jan"),
        Group(.month, 2, "فبراير فيفري شباط فيبراير فبرير فيفرى fevrier february fevr fev feb"),
        Group(.month, 3, "آذار mars march"),
        Group(.weakMonth, 3, "مارس mar"),
        Group(.month, 4, "أبريل أفريل أفربل ابرايل avril april avr apr"),
        Group(.weakMonth, 4, "نيسان"),
        Group(.month, 5, "مايو أيار مايس mai"),
        Group(.weakMonth, 5, "ماي may"),
        Group(.month, 6, "يونيو يونيه يونية جوان حزيران june juin jun"),
        Group(.month, 7, "يوليو يوليوز يوليه يولية جويلية تموز juillet july juil jul"),
        Group(.month, 8, "أغسطس غشت أغشت اغسطوس أوت august aout aug"),
        Group(.weakMonth, 8, "آب"),
        Group(.month, 9, "سبتمبر شتنبر شتمبر سيبتمبر سبتنبر أيلول septembre september sept sep"),
        Group(.month, 10, "أكتوبر أكتوير اكتبر اوكتوبر octobre october oct"),
        Group(.month, 11, "نوفمبر نونبر نوفنبر نومبر novembre november nov"),
        Group(.month, 12, "ديسمبر دجنبر دجمبر ديسنبر دسمبر دحنبر decembre december dec"),
        Group(.pairedMonth, 1, "كانون"),
        Group(.pairedMonth, 2, "تشرين"),
    ]

    private static let hijriMonths: [Group] = [
        Group(.weakHijriMonth, 1, "محرم"),
        Group(.weakHijriMonth, 2, "صفر"),
        Group(.pairedHijriMonth, 1, "ربيع"),
        Group(.pairedHijriMonth, 2, "جمادى جماد جمادي"),
        Group(.weakHijriMonth, 7, "رجب"),
        Group(.weakHijriMonth, 8, "شعبان"),
        Group(.weakHijriMonth, 9, "رمضان"),
        Group(.weakHijriMonth, 10, "شوال"),
        Group(.pairedHijriMonth, 3, "ذو ذي ذى"),
        Group(.hijriSecond, 11, "قعدة"),
        Group(.hijriSecond, 12, "حجة"),
        Group(.hijriMonth, 11, "ذوالقعدة ذيالقعدة"),
        Group(.hijriMonth, 12, "ذوالحجة ذيالحجة"),
    ]

    private static let weekdays: [Group] = [
        Group(.weekday, 1, "إثنين اثنين إتنين lundi monday mon"),
        Group(.weekday, 2, "ثلاثاء ثلثاء ثلاثا تلاثاء mardi tuesday tue"),
        Group(.weekday, 3, "أربعاء أربعا mercredi wednesday wed"),
        Group(.weekday, 4, "خميس jeudi thursday thu"),
        Group(.weekday, 5, "جمعة vendredi friday fri"),
        Group(.weekday, 6, "سبت samedi saturday sat"),
        Group(.weekday, 7, "أحد dimanche sunday sun"),
    ]

    private static let units: [Group] = [
        Group(.unit, 0, "ثانية"), Group(.dualUnit, 0, "ثانيتين ثانيتان"),
        Group(.pluralUnit, 0, "ثوان ثواني"),
        Group(.unit, 1, "دقيقة"), Group(.dualUnit, 1, "دقيقتين دقيقتان"),
        Group(.pluralUnit, 1, "دقائق دقايق"),
        Group(.unit, 2, "ساعة"), Group(.dualUnit, 2, "ساعتين ساعتان"),
        Group(.pluralUnit, 2, "ساعات"),
        Group(.unit, 3, "يوم يوما"), Group(.dualUnit, 3, "يومين يومان"),
        Group(.pluralUnit, 3, "أيام أياما"), Group(.bothDays, 3, "يومي"),
        Group(.unit, 4, "أسبوع أسبوعا"), Group(.dualUnit, 4, "أسبوعين أسبوعان"),
        Group(.pluralUnit, 4, "أسابيع"),
        Group(.unit, 5, "شهر شهرا"), Group(.dualUnit, 5, "شهرين شهران"),
        Group(.pluralUnit, 5, "أشهر شهور"), Group(.bothDays, 5, "شهري"),
        Group(.unit, 9, "سنة عام عاما حول حولا"), Group(.dualUnit, 9, "سنتين سنتان عامين عامان"),
        Group(.pluralUnit, 9, "سنوات سنين أعوام أعواما"), Group(.bothDays, 9, "سنتي عامي"),
        Group(.unit, 10, "عقد"), Group(.dualUnit, 10, "عقدين عقدان"),
        Group(.pluralUnit, 10, "عقود"),
        Group(.unit, 11, "قرن"), Group(.dualUnit, 11, "قرنين قرنان"),
        Group(.pluralUnit, 11, "قرون"),
        Group(.season, 1, "صيف"), Group(.season, 2, "خريف"), Group(.season, 3, "شتاء"),
    ]

    private static let numbers: [Group] = [
        Group(.cardinal, 1, "واحد واحدة احدى إحدى"),
        Group(.cardinal, 2, "اثنان اثنتين اثنتان اثنا اثني اثنتا اثنتي"),
        Group(.cardinal, 3, "ثلاث ثلاثة تلات"), Group(.cardinal, 4, "أربع أربعة"),
        Group(.cardinal, 5, "خمس خمسة"), Group(.cardinal, 6, "ست ستة"),
        Group(.cardinal, 7, "سبع سبعة"), Group(.cardinal, 8, "ثمان ثماني ثمانية ثمانى"),
        Group(.cardinal, 9, "تسع تسعة"), Group(.teen, 10, "عشر عشرة"),
        Group(.cardinal, 20, "عشرون عشرين"), Group(.cardinal, 30, "ثلاثون ثلاثين"),
        Group(.cardinal, 40, "أربعون أربعين"), Group(.cardinal, 50, "خمسون خمسين"),
        Group(.cardinal, 60, "ستون ستين"), Group(.cardinal, 70, "سبعون سبعين"),
        Group(.cardinal, 80, "ثمانون ثمانين"), Group(.cardinal, 90, "تسعون تسعين"),
        Group(.cardinal, 100, "مئة مائة ميه"), Group(.cardinal, 200, "مئتين مئتان مائتين مائتان"),
        Group(.cardinal, 300, "ثلاثمئة ثلاثمائة"), Group(.cardinal, 400, "أربعمئة أربعمائة"),
        Group(.cardinal, 500, "خمسمئة خمسمائة"), Group(.cardinal, 600, "ستمئة ستمائة"),
        Group(.cardinal, 700, "سبعمئة سبعمائة"),
        Group(.cardinal, 800, "ثمانمئة ثمانمائة ثمانيمائة"),
        Group(.cardinal, 900, "تسعمئة تسعمائة"), Group(.cardinal, 1000, "ألف آلاف"),
        Group(.cardinal, 2000, "ألفين ألفان ألفي"),
        Group(.first, 1, "أول"), Group(.first, 1, size: 1, "أولى"),
        Group(.ordinal, 2, "ثاني ثان"), Group(.ordinal, 3, "ثالث"), Group(.ordinal, 4, "رابع"),
        Group(.ordinal, 5, "خامس"), Group(.ordinal, 6, "سادس"), Group(.ordinal, 7, "سابع"),
        Group(.ordinal, 8, "ثامن"), Group(.ordinal, 9, "تاسع"), Group(.ordinal, 10, "عاشر"),
        Group(.ordinal, 11, "حادي"),
        Group(.ordinal, 3, size: 1, "ثالثة"), Group(.ordinal, 4, size: 1, "رابعة"),
        Group(.ordinal, 5, size: 1, "خامسة"), Group(.ordinal, 6, size: 1, "سادسة"),
        Group(.ordinal, 7, size: 1, "سابعة"), Group(.ordinal, 8, size: 1, "ثامنة"),
        Group(.ordinal, 9, size: 1, "تاسعة"), Group(.ordinal, 10, size: 1, "عاشرة"),
        Group(.ordinal, 11, size: 1, "حادية"),
        Group(.fraction, 2, "نصف نصفا أسدس"), Group(.fraction, 4, "ربع ربعا فصل"),
        Group(.fraction, 3, "ثلث ثلثا"),
        Group(.few, 3, "بضع بضعة عدة"),
        Group(.decade, 20, "عشرينات عشرينيات"), Group(.decade, 30, "ثلاثينات ثلاثينيات"),
        Group(.decade, 40, "أربعينات أربعينيات"), Group(.decade, 50, "خمسينات خمسينيات"),
        Group(.decade, 60, "ستينات ستينيات"), Group(.decade, 70, "سبعينات سبعينيات"),
        Group(.decade, 80, "ثمانينات ثمانينيات"), Group(.decade, 90, "تسعينات تسعينيات"),
    ]

    private static let relations: [Group] = [
        Group(
            .previous,
            "ماضي ماضية ماضيين ماضيتين ماضيان ماض منصرم منصرمة منصرمين منصرمتين فارط فارطة فارطين "
                + "فائت فائتة فايت سابق سابقة سالف سالفة منقضي منقضية منقضيين خالي خالية"),
        Group(
            .upcoming,
            "مقبل مقبلة مقبلين مقبلتين مقبلان قادم قادمة قادمين قادمتين قادمان جاي جاية آتي آتية تالي "
                + "تالية لاحق لاحقة"),
        Group(.current, "جاري جارية جار حالي حالية"),
        Group(.latest, "أخير أخيرة أخيرين أخيرتين"),
        Group(.this, "هذا هذه هاد هذي"),
        Group(.dayShift, -1, "أمس بارحة امبارح"),
        Group(.dayShift, 1, "غد غدا بكرة بكرا"),
        Group(.now, "الآن حاليا حالا"),
        Group(.last, "آخر آخرة"),
        Group(.stage, 0, "أوائل مطلع بداية مستهل مفتتح"),
        Group(.stage, 1, "منتصف أواسط وسط"),
        Group(.stage, 2, "أواخر ختام"), Group(.stage, 2, size: 1, "نهاية"),
        Group(.monthStart, 1, "فاتح غرة"), Group(.monthEnd, 1, "متم"),
        Group(.inside, "في فى"), Group(.from, "من"), Group(.to, "إلى الى"),
        Group(.until, "حتى لغاية غاية"),
        Group(.between, "بين"), Group(.and, "و"), Group(.before, "قبل"), Group(.after, "بعد"),
        Group(.since, "منذ مند"), Group(.during, "خلال غضون أثناء برسم"),
        Group(.lasting, "لمدة مدة طيلة طوال زهاء"), Group(.each, "كل"),
        Group(.about, "حوالي نحو قرابة حدود تمام"),
        Group(.upon, "على عند"), Group(.extent, "مدى امتداد"),
        Group(.whole, "كامل كاملة كاملا كاملين"),
        Group(.rest, "بقية باقي"), Group(.holiday, "عطلة"),
        Group(.setAdverb, 3, "يوميا"), Group(.setAdverb, 4, "أسبوعيا"),
        Group(.setAdverb, 5, "شهريا"),
        Group(.setAdverb, 9, "سنويا"),
        Group(
            .dayQualifier,
            "عالمي وطني دراسي دولي عربي إفريقي أممي موالي موال واحد مفتوح تواصلي ثقافي إعلامي تكويني "
                + "تحسيسي ختامي نفسه ذاته رياضي علمي"),
        Group(.otherDay, "مصري أخبار صحيفة جريدة يومية قناة موقع سوق نفس ذات"),
        Group(.same, "موافق موافقة"), Group(.ofIt, "منه"),
        Group(
            .future,
            "سوف سيتم ستتم سيكون ستكون سيعقد ستعقد سينعقد ستنعقد سينطلق ستنطلق سينظم ستنظم سيقام ستقام "
                + "سيجري ستجري سيجرى ستجرى سيشارك ستشارك سيعرف ستعرف سيحتضن ستحتضن سيفتتح ستفتتح "
                + "سيواجه ستواجه سيلتقي ستلتقي سيلعب ستلعب سيشرع ستشرع سيصدر ستصدر سيبدأ ستبدأ "
                + "سيستقبل ستستقبل سيخوض ستخوض سيصل ستصل سيزور ستزور سيحل ستحل سيمثل ستمثل سيقدم "
                + "ستقدم سيعلن ستعلن سيدخل ستدخل سيترأس ستترأس سيناقش ستناقش سيسافر ستسافر سيغادر "
                + "ستغادر سيرحل سيحضر ستحضر سيعود ستعود سيخصص ستخصص سينتهي ستنتهي سيستمر ستستمر "
                + "سيمتد ستمتد سيتواصل ستتواصل سيتوجه ستتوجه مرتقب مرتقبة مقرر مقررة مزمع منتظر منتظرة"
        ),
        Group(.closing, "اختتم اختتمت اختتام تختتم يختتم أسدل"),
        Group(
            .opening, "انطلق انطلقت انطلاق تنطلق ينطلق افتتح افتتحت افتتاح تفتتح يفتتح بدأت بدأ"),
    ]

    private static let clock: [Group] = [
        Group(.dayPart, 0, size: 1, "فجرا"), Group(.dayPart, 0, "فجر"),
        Group(.dayPart, 1, size: 1, "صباحا"), Group(.dayPart, 1, "صباح صبح ضحى صبيحة"),
        Group(.dayPart, 2, size: 1, "ظهرا زوالا"), Group(.dayPart, 2, "ظهر ظهيرة زوال"),
        Group(.dayPart, 3, size: 1, "عصرا"), Group(.dayPart, 3, "عصر"),
        Group(.dayPart, 4, size: 1, "مساء مساءا عشية"), Group(.dayPart, 4, "عشاء"),
        Group(.dayPart, 5, size: 1, "ليلا"), Group(.dayPart, 5, "ليل ليلة"),
        Group(.letter, 1, "م"), Group(.letter, 2, "ص"), Group(.letter, 3, "ت"),
        Group(.letter, 4, "غ"),
        Group(.letter, 5, "س"), Group(.letter, 6, "د"), Group(.letter, 7, "h"),
        Group(.letter, 8, "ق"),
        Group(.letter, 9, "t"),
        Group(.hijriEra, "ه هجري هجرية"), Group(.commonEra, "ميلادي ميلادية"),
        Group(.zoneWord, "توقيت"),
        Group(.zone, 0, "غرينتش غرينيتش جرينتش جرينيتش جرنتش جمت gmt utc z"),
        Group(.zone, 180, "مكة"),
        Group(.latinHalf, 1, "am"), Group(.latinHalf, 2, "pm"),
        Group(.except, "إلا"),
        Group(.latinLink, "le de of the du th st nd rd er a at"),
    ]
}
