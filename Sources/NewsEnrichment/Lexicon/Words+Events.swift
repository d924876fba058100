/// Nouns that name something that takes place. Ours.
///
/// A line is one class: how sure a noun is that a named event follows, and its gender.
let eventNouns: [(kind: EventNoun.Kind, isFeminine: Bool, words: String)] = [
    (.named, true, "ندوة قمة بطولة مناظرة مسابقة ورشة انتخابات كأس احتفالية أولمبياد"),
    (.named, false, "مؤتمر مهرجان معرض ملتقى منتدى مونديال ماراثون ماراطون كرنفال استفتاء صالون"),
    (.common, true, "زيارة جلسة مباراة تظاهرة مناورات مفاوضات محادثات مباحثات قرعة"),
    (.common, false, "اجتماع لقاء حفل سباق طواف رالي تمرين"),
    (.edition, true, "دورة نسخة طبعة"),
]

/// Those of them that are made of matches. Ours.
let competitionNouns = "بطولة مسابقة كأس أولمبياد مونديال"

/// Nouns of a part of a competition. Ours.
let competitionStages = """
    نهائي دور أدوار جولة مباراة مقابلة مواجهة ذهاب إياب مرحلة تصفيات مجموعة ربع نصف ثمن
    """

/// What stands before an event that is to come. Ours.
let comingWords = """
    اقتراب قرب استعدادا استعداد استعدادات استعداداته استعداداتها للاستعداد تحضيرا تحضيرات للتحضير تحسبا قبيل
    ترقب انتظار
    """

/// Nouns that stand for the edition of what was named: «المهرجان في دورته الثالثة». Ours.
let ownEditions = "دورته دورتها نسخته نسختها طبعته طبعتها"

/// Adjectives that tell no series from another. Ours.
let genericEventWords = """
    علمي علمية سنوي سنوية عادي عادية استثنائي استثنائية دولي دولية هام هامة كبير كبيرة رسمي رسمية
    جديد جديدة مقبل مقبلة قادم قادمة ماضي ماضية سابق سابقة أخير أخيرة حالي حالية جاري جارية مذكور
    مذكورة مرتقب مرتقبة ثنائي ثنائية مشترك مشتركة عام عامة ختامي ختامية افتتاحي افتتاحية
    تحضيري تحضيرية موضوع شعار عنوان مجال ميدان مجالات أشغال أعمال فعاليات
    """

/// Verbs by which events take place: past stem, present stem without ي or ت. Ours.
let eventVerbs: [(EventVerb.Kind, past: String, present: String)] = [
    (.hold, "انعقد", "نعقد"), (.hold, "عقد", "عقد"), (.hold, "التأم", "لتئم"),
    (.hold, "أقيم", "قام"),
    (.hold, "أقام", "قيم"), (.organise, "نظم", "نظم"), (.hold, "جرى", "جري"), (.hold, "جرت", "جري"),
    (.host, "احتضن", "حتضن"), (.host, "استضاف", "ستضيف"), (.host, "شهد", "شهد"),
    (.open, "انطلق", "نطلق"), (.open, "افتتح", "فتتح"), (.open, "بدأ", "بدأ"),
    (.open, "ابتدأ", "بتدئ"),
    (.close, "اختتم", "ختتم"), (.close, "انتهى", "نتهي"), (.close, "انتهت", "نتهي"),
    (.hold, "تواصل", "تواصل"), (.hold, "التقى", "لتقي"), (.hold, "أجري", "جرى"),
    (.hold, "أجريت", "جرى"),
]

/// Nouns and participles of the same verbs: they tell how, and some tell when. Ours.
let eventVerbNouns: [(EventVerb.Kind, EventVerb.Tense, words: String)] = [
    (.organise, .open, "تنظيم بتنظيم"), (.hold, .open, "انعقاد عقد إقامة"),
    (.host, .open, "احتضان استضافة"),
    (.open, .open, "انطلاق افتتاح"), (.close, .past, "اختتام ختام"),
    (.organise, .open, "المنظم المنظمة"), (.hold, .open, "المنعقد المنعقدة المقام المقامة"),
    (.hold, .future, "المزمع المقرر المقررة المرتقب المرتقبة سيقام ستقام"),
]

/// Verbs of founding, and participles that mean the same; the body stands before or after. Ours.
let foundingWords = """
    تأسس تأسست أسس أسست أنشئ أنشئت أحدث أحدثت المحدث المحدثة المنشأ المنشأة أسسها أسسه أنشأها أنشأه
    """

/// Verbs of making an agreement. Ours.
let signingWords = """
    أبرم أبرمت أبرما أبرموا وقع وقعت وقعا وقعوا يوقع توقع يوقعان توقيع إبرام بتوقيع بإبرام وقعه وقعها وقعتها
    وقعته أبرمه أبرمها أبرمته أبرمتها الموقع الموقعة المبرم المبرمة
    """

/// What is agreed. Ours.
let agreementNouns = """
    اتفاق اتفاقا اتفاقية مذكرة معاهدة بروتوكول بروتوكولا مذكرتي اتفاقيتي
    """

/// Nouns that may stand between a verb and its event: «اختتمت أشغال الندوة». Ours.
let eventFillers = """
    أشغال أعمال فعاليات منافسات جلسات مباريات أنشطة تظاهرة مراسم حفل عروض هذا هذه
    """
