/// Words of the names of places, and words for their kinds, by their hashes.
enum KindWords {
    // Facilities named for a place.

    /// A port lies in the city whose name it bears.
    static let ports = WordSet("ميناء مرفأ")
    /// Adjectives that say what kind it is, and leave the name whole.
    static let siteAdjectives = WordSet(
        "الدولي الدولية البحري البحرية الجوي الجوية البري البرية التجاري الحدودي الحدودية المدني الأولمبي الإسلامي"
    )
    /// Adjectives that make another name: ميناء طنجة المتوسط.
    static let naming = WordSet(
        """
        المتوسط الجديد الجديدة القديم القديمة الكبير الكبرى الشمالي الجنوبي الشرقي الغربي المركزي المركزية الرئيسي
        العائم
        """)

    // Areas named for a city.

    /// The word for one area, by the word for one or several.
    static let singulars: [UInt64: String] = {
        let groups = [
            "ولاية ولايات ولايتي", "محافظة محافظات محافظتي", "إقليم أقاليم إقليمي",
            "جهة جهات", "عمالة", "إمارة", "مقاطعة مقاطعات", "منطقة مناطق منطقتي",
        ]
        var words: [UInt64: String] = [:]
        for group in groups {
            let forms = group.split(separator: " ")
            for form in forms { words[WordHash.of(String(form))] = String(forms[0]) }
        }
        return words
    }()
    /// Words for several areas at once: ولايتي سوسة والمنستير.
    static let several = WordSet(
        "ولايات ولايتي محافظات محافظتي أقاليم إقليمي جهات مقاطعات مناطق منطقتي مدن مدينتي قرى بلدات"
    )
    private static let zone = WordHash.of("منطقة")
    private static let side = WordHash.of("جهة")

    /// Whether a word for an area names one of a country: elsewhere منطقة and جهة are any place around.
    static func isArea(_ text: NewsText, _ trigger: Int, in country: CountryCode) -> Bool {
        for reading in text.readings(of: text.words[trigger]) {
            switch singulars[reading.hash] {
            case "منطقة": return country == CountryCode(UInt8(ascii: "S"), UInt8(ascii: "A"))
            case "جهة": return country == CountryCode(UInt8(ascii: "M"), UInt8(ascii: "A"))
            case nil: continue
            default: return true
            }
        }
        return true
    }

    // Other names.

    /// Before these a common noun stands, not a name.
    static let demonstratives = WordSet("هذه هذا تلك ذلك")
    /// What makes even a country the name of a team or a cup.
    static let teams = WordSet("منتخب كأس")

    // Events.

    /// What a place does to an event.
    static let hosting = WordSet(
        """
        احتضنت احتضنتها احتضنته احتضن تحتضن تحتضنها تحتضنه ستحتضن تستضيف تستضيفها استضافت استضافتها
        ستستضيف شهدت تشهد شهدتها
        """)
    /// What says that something is in a place.
    static let inside = WordSet("في وفي ففي داخل بوسط وسط")

    // Places that no list has.

    /// After these a name is a settlement's.
    static let settlements = WordSet("قرية بلدة قريتي بلدتي معتمدية معتمديتي عمادة ضاحية دوار هجرة")
    /// After these any word is a name.
    static let delegations = WordSet("معتمدية معتمديتي عمادة")
    /// Kinds of sites that an office's or a ruler's name follows.
    static let sites = WordSet(
        "ميناء مطار ملعب استاد معبر سجن قصر جسر قاعدة ساحة ميدان مرفأ مسجد جامع متحف طريق شارع")
    /// Kinds of sites that a definite noun names: معبر الكرامة, مسجد الأنوار.
    static let publicSites = WordSet("معبر سجن مسجد جامع")
    /// What a site is named after.
    static let rulers = WordSet("الملك الأمير الشيخ السلطان الأميرة الرئيس الإمام الشهيد")
    /// Between a son's name and his father's.
    static let fathers = WordSet("بن ابن آل")
    /// First words of names of two words and more.
    static let openings = WordSet(
        """
        سيدي أولاد ولاد بئر بير عين وادي واد حاسي قصر قصور منزل ساقية دار بني تل خان كفر بيت جبل رأس راس أم أبو بو برج
        حمام سوق باب دير شط خربة ابن بن تلة بوز مرج غار هنشير لالة مولاي آيت ايت سبت أحد ثلاثاء أربعاء خميس حد عرب نجع
        كوم منية ميت منشأة عزبة شبرا كفور رملة فج حوش
        """)
    /// Words inside a name that another follows.
    static let links = WordSet("بن أبي أبو أبا عبد آل أم بو ابن")
    /// Nouns after a word for a kind that make no name of it.
    static let common = WordSet(
        """
        الأطفال الصيادين الألعاب الشمس الأسماك الثقافة العلوم الملك الأمير الأولمبية الإعلام المستقبل الأيتام
        الطلبة الطلاب التراث التراثية الاستقبال الأحداث الواقعة المجاورة الحدودية المذكورة ذات حدودية أخرى كاملة
        بأكملها بكاملها مجاورة نائية صغيرة كبيرة المدينة الأمن الحرس اليورو الحدود الجزاء الساحل البحر الحادث الشرطة
        التجارة المطار الرقبة الدماغ الصفحة الصدر الوسطى الوسط الجنوب الشمال الشرق الغرب المتوسط الفصل الظهر البطن
        التقاطع الجمعيات الحرم التطوير السباق العمليات الخطر الظل الراحة الانتظار الجمهور الضغط الحوض الرأس العنق
        الكتف الركبة الفخذ الدوري النزاع الصراع القتال الحرب التبادل الأعمال المؤتمرات المعارض الخدمات الصناعات
        التحقيق الاختصاص الهجوم الانخراط الاستعانة المعروض العمل الأمتعة الإنتاج الوطن الوضع الانفجار الدعم الحسابات
        الإعداد العملية المسؤولية النسب الأم الخلف اليمين اليسار القضاء التنفيذ الإدارة الرقابة التمويل الإصدار الاتهام
        المتضررين الممثلة الأطراف الأكواخ الحكام المهندسين التنمية الزيارة العولمة الزكاة المركز الشاعر القرية البلدة
        الحي النساء الرجال الزوج المتهم الجناة الشعب الفريق النادي المنتخب الجامعة المباراة البلاد المنطقة الجهة السلطة
        الغذاء الدواء الرئيسية الصناعية السكنية العسكرية الأولى الثانية الثالثة
        الاختبار التجربة الشباب الكشافة اللاجئين النازحين التدريب الحوار الخلاف الاشتباك الاشتباكات
        """)

}
