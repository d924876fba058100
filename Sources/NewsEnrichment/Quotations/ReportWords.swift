/// Words that rules of quotations compare by hash.
enum ReportWords {
    /// Before أن they make another conjunction or a modal of it: بعد أن، يمكن أن.
    static let blockers = set(
        """
        بعد قبل منذ دون بدون يمكن يجب ينبغي المنتظر المتوقع المقرر المفترض المرجح المؤكد الممكن الضروري اللازم شأنه شأنها
        شأنهم حتى رغم مع لولا كاد تكاد أجل بشرط شريطة يتوقع ينتظر يفترض لابد بد سبق يعقل لدرجة درجة بمجرد
        """)
    /// Before أن they open a clause of the reporter's own: إلا أن، غير أن.
    static let contrasts = set("إلا غير بيد علما حيث لاسيما سيما خاصة كما باعتبار لو بل")
    /// Quantifiers that can stand first in a subject: عدد من الأهالي.
    static let quantifiers = set(
        "عدد بعض العديد الكثير أحد إحدى معظم أغلب كل جميع مجموعة عديد كافة أكثر")
    /// After a preposition they make an adverb of it: على هامش، من جهته.
    static let adverbHeads = set(
        """
        هامش صعيد مستوى غرار متن لسان حد إثر رأس أساس ضوء خلفية جانب ذلك نحو وجه الأقل الأكثر الفور جهته جانبه ناحيته جهتها
        جانبها ناحيتها جهة خلال أجل بين طرف قبل المنتظر طريق كثب بعد هذا هذه مدى طول طاولة امتداد شاشة موقع صفحته حسابه
        قناة أمواج هوامش الهواء الرغم موقعه موقعها صفحتها حسابها صفحة حساب أنه أن ما
        """)
    /// المناسبة، القول: with ب they are no object.
    static let baAdverbs = set(
        "المناسبة هذه هذا القول قوله قولها قولهم دوره دورها حضور صفته صفتها اسم خصوص شأن الجهة المقابل الإضافة ذات نفس"
    )
    /// What may stand before a verb that opens a clause without a subject.
    static let clauseStarts = set(
        """
        كما حيث ثم فيما إذ بينما وقد قد فقد لكنه لكنها وهو وهي جهته جهتها جانبه جانبها ناحيته ناحيتها بدوره بدورها أخرى
        كذلك أيضا السياق ذلك الصدد الإطار المناسبة ثانية مقابل المقابل هذا حين أنه وأنه مضيفا وبدوره وبدورها آخر ثان كان
        كانت وكان وكانت
        """)
    /// A verb after one of them is not what somebody says: لم يقل.
    static let negations = set("لم لا لن ولم ولا ولن ألا فلم فلا")
    /// After them a verb reports what was already told: كما ذكر، وفق ما أكد.
    static let attributions = set("حسبما وفقما ما بما كيفما مثلما مما وفق حسب بحسب")
    static let before = WordHash.of("عن")
    static let upon = WordHash.of("على")
    static let to = WordHash.of("إلى")
    static let from = WordHash.of("من")
    /// بيان قال فيه: the verb's subject is that of the sentence.
    static let therein = set("فيه فيها فيهما خلاله خلالها عبره عبرها")
    /// A subject that stands before its verb begins after one of them.
    static let subjectOpeners = set("أن إن فإن وأن وإن لكن ولكن أما وأما كان كانت وكان وكانت")
    static let general = set("العام العامة الأول الأولى الثاني الثانية")
    /// قوله after نقل عن فلان.
    static let ownWords = set("قوله قولها قولهم قولهما")

    private static func set(_ words: String) -> Set<UInt64> { Set(WordHash.all(of: words)) }
}
