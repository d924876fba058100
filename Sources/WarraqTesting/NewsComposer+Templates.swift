extension NewsComposer {
    /// A text that outlets fill in anew every day.
    public enum Template: CaseIterable, Sendable {
        /// The weather, city by city.
        case weather
        /// The close of an exchange.
        case bourse
        /// The times of prayer.
        case prayers
        /// The matches of a day.
        case matches
    }

    /// A template with the numbers of some day.
    public mutating func filled(_ template: Template) -> String {
        switch template {
        case .weather: weather()
        case .bourse: bourse()
        case .prayers: prayers()
        case .matches: matches()
        }
    }

    private static let cities = [
        "الرباط", "الدار البيضاء", "طنجة", "فاس", "مراكش", "أكادير", "وجدة", "العيون", "الداخلة",
        "تطوان", "إفران", "ورزازات",
    ]

    private mutating func weather() -> String {
        let lines = Self.cities.map { city in
            "\(city): السماء قليلة السحب، الحرارة الدنيا \(number(in: 2...18)) درجة والحرارة العليا "
                + "\(number(in: 19...46)) درجة، سرعة الرياح \(number(in: 5...70)) كلم في الساعة"
        }
        return """
            تتوقع مديرية الأرصاد الجوية الوطنية أن يكون الطقس اليوم مستقرا في معظم مناطق المملكة مع سحب \
            منخفضة كثيفة في الصباح والليل قرب السواحل.
            وفيما يلي توقعات درجات الحرارة في أهم المدن:
            \(lines.joined(separator: "\n"))
            وسيكون البحر قليل الهيجان إلى هائج، وعلو الموج بين \(number(in: 1...3)) و\(number(in: 4...7)) \
            أمتار.
            """
    }

    private mutating func bourse() -> String {
        """
        أنهت بورصة الدار البيضاء تداولاتها اليوم على وقع الاستقرار، إذ أغلق مؤشرها الرئيسي مازي عند \
        \(number(in: 8_000...13_999)),\(number(in: 10...99)) نقطة بتغير نسبته 0,\(number(in: 10...99)) في \
        المائة.
        وبلغ الحجم الإجمالي للتداولات \(number(in: 20...980)),\(number(in: 1...9)) مليون درهم، منها \
        \(number(in: 11...99)) مليون درهم في السوق المركزي، وتم تداول \(number(in: 100...999)) ألف سهم من خلال \
        \(number(in: 400...2_000)) عملية.
        وبلغت رسملة البورصة \(number(in: 400...700)) مليار درهم، فيما ارتفع سعر \(number(in: 5...40)) شركة \
        وتراجع سعر \(number(in: 5...40)) شركة أخرى واستقر سعر \(number(in: 5...40)) شركة.
        وسجل سعر صرف الأورو \(number(in: 10...11)),\(number(in: 1_000...9_999)) درهم والدولار \
        \(number(in: 8...9)),\(number(in: 1_000...9_999)) درهم، وبلغ سعر برميل النفط \
        \(number(in: 40...120)),\(number(in: 10...99)) دولارا وأوقية الذهب \(number(in: 1_000...1_900)) دولارا.
        """
    }

    private mutating func prayers() -> String {
        let hours =
            [("الفجر", 4...5), ("الشروق", 6...7), ("الظهر", 12...13), ("العصر", 15...16)]
            + [("المغرب", 18...19), ("العشاء", 20...21)]
        let lines = ["الرباط والنواحي", "فاس ومكناس", "مراكش", "وجدة"].map { city in
            let times = hours.map { name, range in
                "\(name) على الساعة \(number(in: range)):\(number(in: 10...59))"
            }
            return "\(city): \(times.joined(separator: "، "))"
        }
        return """
            تعلن وزارة الأوقاف والشؤون الإسلامية عن مواقيت الصلاة لهذا اليوم في أهم مدن المملكة حسب التوقيت \
            الرسمي:
            \(lines.joined(separator: "\n"))
            وتذكر الوزارة بأن المواقيت تختلف بدقائق معدودة حسب موقع كل جماعة.
            """
    }

    private mutating func matches() -> String {
        let pairs = (0..<6).map { round in
            let home = Self.cities[(round * 2) % 12]
            let away = Self.cities[(round * 2 + 1) % 12]
            return
                "فريق \(home) ضد فريق \(away) على الساعة \(number(in: 13...21)) و\(number(in: 10...59)) "
                + "دقيقة، وكانت نتيجة الذهاب \(number(in: 0...5)) - \(number(in: 0...5))"
        }
        return """
            تجرى اليوم مباريات الدورة \(number(in: 2...30)) من البطولة الوطنية الاحترافية لكرة القدم، وتنقل \
            القنوات الوطنية جميع المباريات على الهواء مباشرة.
            وفيما يلي برنامج مباريات اليوم:
            \(pairs.joined(separator: "\n"))
            ويتصدر الترتيب فريق الرباط برصيد \(number(in: 10...70)) نقطة، متقدما على فريق فاس بفارق \
            \(number(in: 1...9)) نقاط.
            """
    }

    /// The lines that a site puts around every article, other ones for every site.
    public mutating func furniture() -> (before: String, after: String) {
        let site = number(in: 1...100_000)
        return (
            """
            الرئيسية أخبار وطنية سياسة اقتصاد رياضة ثقافة وفن مجتمع حوادث صوت وصورة الموقع رقم \(site)
            شارك هذا المقال مع أصدقائك عبر فيسبوك وتويتر وواتساب أو أرسله بالبريد الإلكتروني
            """,
            """
            التعليقات لا تعبر بالضرورة عن رأي الموقع رقم \(site) وإنما عن رأي أصحابها
            شروط النشر: عدم الإساءة إلى الكاتب أو الأشخاص أو المقدسات والابتعاد عن التحريض العنصري
            جميع الحقوق محفوظة ولا يسمح بإعادة النشر دون إذن مكتوب
            """
        )
    }

    /// Two dates of one day, in two countries' words.
    public mutating func dateInTwoSpellings() -> (one: String, other: String) {
        let months = [
            ("يناير", "كانون الثاني"), ("فبراير", "شباط"), ("أبريل", "نيسان/أبريل"),
            ("ماي", "مايو"),
            ("يونيو", "جوان"), ("يوليوز", "جويلية"), ("غشت", "أوت"), ("شتنبر", "أيلول"),
            ("نونبر", "نوفمبر"), ("دجنبر", "كانون الأول/ديسمبر"),
        ]
        let month = months[number(in: 0...(months.count - 1))]
        let (day, amount) = (number(in: 1...28), (number(in: 1...99), number(in: 100...999)))
        return (
            "وذلك يوم \(day) \(month.0) 2014 بكلفة \(amount.0),\(amount.1) درهم",
            "وذلك يوم \(day) \(month.1) 2014 بكلفة \(amount.0)\(amount.1) درهم"
        )
    }

    /// A text as an outlet writes it that leaves out every hamza on an alef.
    public static func withoutHamza(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { "أإآ".unicodeScalars.contains($0) ? "ا" : $0 }))
    }
}
