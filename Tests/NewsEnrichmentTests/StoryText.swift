import ArticleExtraction

@testable import NewsEnrichment

/// An article for stories, of our own words.
struct StoryText {
    let title: String
    let body: String

    /// What it is compared by.
    var features: StoryFeatures {
        let texts = title.isEmpty ? nil : NewsText(of: title)
        return StoryReader().features(
            title: texts, body: NewsText(of: body), published: nil, findings: Findings())
    }

    /// One fire, twice.
    static let fire = [
        StoryText(
            title: "حريق ضخم يلتهم مستودعات الأخشاب بميناء وهران",
            body: """
                التهم حريق ضخم فجر اليوم مستودعات الأخشاب في ميناء وهران، وسخرت الحماية المدنية 14 شاحنة إطفاء \
                لمحاصرة ألسنة اللهب. وأفاد مدير الميناء كمال بوعزة بأن الخسائر تقدر بنحو 320 مليون دينار، \
                مضيفا أن الحريق اندلع في الرصيف 7 بعد شرارة من رافعة معطلة، وأن أربعة عمال نقلوا إلى المستشفى مختنقين بالدخان.
                """),
        StoryText(
            title: "ميناء وهران: إخماد حريق مستودعات الأخشاب بعد ست ساعات",
            body: """
                تمكنت فرق الحماية المدنية من إخماد الحريق الذي التهم مستودعات الأخشاب في ميناء وهران بعد ست ساعات من \
                اندلاعه في الرصيف 7. وقال مدير الميناء كمال بوعزة إن شرارة من رافعة معطلة سببت الحريق، مقدرا الخسائر \
                بنحو 320 مليون دينار، فيما غادر المستشفى العمال الأربعة المختنقون بالدخان.
                """),
    ]

    /// Something else.
    static let match = StoryText(
        title: "الرجاء يقلب تأخره إلى فوز على نهضة بركان",
        body: """
            قلب الرجاء البيضاوي تأخره بهدف إلى فوز بهدفين أمام ضيفه نهضة بركان مساء أمس برسم الدورة التاسعة من البطولة. \
            وافتتح الضيوف التهديف بضربة رأسية من المدافع إسماعيل المقدم، قبل أن يعادل المهاجم أيوب نناح ويمنح \
            البديل زكرياء حبتي النقاط الثلاث للفريق الأخضر في الدقائق الأخيرة، وسط احتجاج مدرب الفريق البركاني على الحكم.
            """)

    /// Two executions of one form.
    static let executions = [
        execution(of: "سعد بن مطلق الرويلي", victim: "فهاد بن صقر الشراري", at: "الجوف"),
        execution(of: "هادي بن مانع القحطاني", victim: "عوض بن ظافر الشهري", at: "بيشة"),
    ]

    private static func execution(
        of name: String, victim: String, at place: String
    ) -> StoryText {
        StoryText(
            title: "تنفيذ حكم القتل قصاصا في \(name) بمنطقة \(place)",
            body: """
                أصدرت وزارة الداخلية بيانا بشأن تنفيذ حكم القتل قصاصا في الجاني \(name) الذي أقدم على قتل \(victim) \
                بإطلاق النار عليه إثر خلاف بينهما. وتمكنت سلطات الأمن من القبض على الجاني وإحالته إلى المحكمة وصدر بحقه صك \
                شرعي يقضي بثبوت ما نسب إليه والحكم عليه بالقتل قصاصا، وصدق الحكم من محكمة الاستئناف وتم تنفيذه بمنطقة \(place).
                """)
    }

    /// Two telegrams of one form.
    static let greetings = [
        greeting(to: "رئيس سنغافورة توني تان"), greeting(to: "رئيس الإكوادور رافاييل كوريا"),
    ]

    private static func greeting(to name: String) -> StoryText {
        StoryText(
            title: "القيادة تهنئ \(name) بذكرى اليوم الوطني لبلاده",
            body: """
                بعثت القيادة برقية تهنئة إلى فخامة \(name) بمناسبة ذكرى اليوم الوطني لبلاده، أعربت فيها عن أصدق التهاني \
                وأطيب التمنيات بالصحة والسعادة لفخامته، ولحكومة وشعب بلاده الصديق اطراد التقدم والازدهار، مشيدة بالعلاقات \
                المتميزة التي تربط البلدين والشعبين الصديقين والتي يسعى الجميع لتعزيزها وتنميتها في المجالات كافة.
                """)
    }

    /// Two closings of one form.
    static let markets = [
        market(points: "135", level: "8834", turnover: "4.8"),
        market(points: "44", level: "8699", turnover: "3.1"),
    ]

    private static func market(points: String, level: String, turnover: String) -> StoryText {
        StoryText(
            title: "مؤشر الأسهم يغلق مرتفعا \(points) نقطة",
            body: """
                أغلق مؤشر سوق الأسهم اليوم مرتفعا \(points) نقطة ليقفل عند مستوى \(level) نقطة، بتداولات بلغت قيمتها \
                \(turnover) مليارات، وبلغ عدد الأسهم المتداولة أكثر من 180 مليون سهم تقاسمتها أكثر من 90 ألف صفقة، سجلت فيها أسهم \
                شركات ارتفاعا في قيمتها، فيما أغلقت أسهم شركات أخرى على تراجع، وكانت قطاعات التأمين والإعلام الأكثر ارتفاعا.
                """)
    }

    /// Two days' forecasts of one form.
    static let weather = [
        forecast("الأحد", temperature: "41"), forecast("الاثنين", temperature: "43"),
    ]

    private static func forecast(_ day: String, temperature: String) -> StoryText {
        StoryText(
            title: "حالة الطقس المتوقعة اليوم \(day)",
            body: """
                توقعت الأرصاد في تقريرها عن حالة الطقس لهذا اليوم \(day) أن تكون السماء غائمة جزئيا مع فرصة لهطول أمطار رعدية \
                مصحوبة برياح نشطة على المرتفعات الجنوبية الغربية، وتنشط الرياح السطحية المثيرة للأتربة والغبار تحد من مدى الرؤية \
                الأفقية على السواحل، وتصل درجات الحرارة العظمى إلى \(temperature) درجة.
                """)
    }
}
