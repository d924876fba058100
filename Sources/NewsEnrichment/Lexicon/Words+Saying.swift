/// Verbs of saying. Written by us from the usage of news from Morocco to the Gulf.
let sayingRows: [SayingRow] = [
    SayingRow("قال", "يقول", "قائل", [.clause, .direct, .strong, .filler]),
    SayingRow("أكد", "يؤكد", "مؤكد", [.clause, .direct, .ala, .object, .strong]),
    SayingRow("أوضح", "يوضح", "موضح", [.clause, .direct, .strong]),
    SayingRow("أضاف", "يضيف", "مضيف", [.clause, .direct, .continues, .strong]),
    SayingRow("أشار", "يشير", "مشير", [.clause, .direct, .ila, .strong]),
    SayingRow("أفاد", "يفيد", "", [.clause, .direct, .strong]),
    SayingRow("صرح", "يصرح", "مصرح", [.clause, .direct, .strong]),
    SayingRow("ذكر", "يذكر", "", [.clause, .direct, .impersonal]),
    SayingRow("أعلن", "يعلن", "معلن", [.clause, .direct, .impersonal]),
    SayingRow("اعتبر", "يعتبر", "معتبر", [.clause, .direct, .impersonal, .judgement]),
    SayingRow("", "", "عاد", [.clause, .judgement, .masculineParticiple]),
    SayingRow("نوه", "ينوه", "منوه", [.clause, .direct, .ba, .ila, .strong]),
    SayingRow("شدد", "يشدد", "مشدد", [.clause, .direct, .ala, .strong]),
    SayingRow("لفت", "يلفت", "لافت", [.clause, .direct, .ila]),
    SayingRow("كشف", "يكشف", "كاشف", [.clause, .direct]),
    SayingRow("بين", "يبين", "مبين", [.clause, .direct, .homograph]),
    SayingRow("أبان", "", "", [.clause, .direct]),
    SayingRow("أبرز", "يبرز", "مبرز", [.clause, .direct]),
    SayingRow("تابع", "يتابع", "متابع", [.clause, .direct, .continues, .masculineParticiple]),
    SayingRow("أردف", "يردف", "مردف", [.clause, .direct, .continues, .strong]),
    SayingRow("استطرد", "يستطرد", "مستطرد", [.clause, .direct, .continues, .strong]),
    SayingRow("استدرك", "يستدرك", "مستدرك", [.clause, .direct, .continues, .strong]),
    SayingRow("واصل", "يواصل", "", [.direct, .continues]),
    SayingRow("زاد", "", "", [.direct, .continues]),
    SayingRow("ختم", "يختم", "", [.direct, .continues]),
    SayingRow("اختتم", "يختتم", "مختتم", [.direct, .continues]),
    SayingRow("رأى", "يرى", "", [.clause, .impersonal]),
    SayingRow("أعرب", "يعرب", "معرب", [.an, .strong]),
    SayingRow("عبر", "يعبر", "معبر", [.an]),
    SayingRow("حذر", "يحذر", "محذر", [.clause, .direct, .min]),
    SayingRow("نفى", "ينفي", "نافي", [.clause, .object]),
    SayingRow("تساءل", "يتساءل", "متسائل", [.direct]),
    SayingRow("علق", "يعلق", "معلق", [.direct]),
    SayingRow("عقب", "يعقب", "معقب", [.direct]),
    SayingRow("رد", "يرد", "", [.direct]),
    SayingRow("أجاب", "يجيب", "مجيب", [.clause, .direct]),
    SayingRow("كتب", "يكتب", "", [.direct]),
    SayingRow("غرد", "يغرد", "مغرد", [.direct]),
    SayingRow("زعم", "يزعم", "زاعم", [.clause, .direct, .impersonal]),
    SayingRow("ادعى", "يدعي", "مدعي", [.clause, .direct, .impersonal]),
    SayingRow("لاحظ", "يلاحظ", "ملاحظ", [.clause, .impersonal, .masculineParticiple]),
    SayingRow("توقع", "يتوقع", "متوقع", [.clause, .impersonal]),
    SayingRow("رجح", "يرجح", "مرجح", [.clause, .impersonal]),
    SayingRow("استبعد", "يستبعد", "مستبعد", [.clause, .impersonal]),
    SayingRow("أقر", "يقر", "مقر", [.clause]),
    SayingRow("اعترف", "يعترف", "معترف", [.clause, .direct]),
    SayingRow("جزم", "يجزم", "جازم", [.clause]),
    SayingRow("تعهد", "يتعهد", "متعهد", [.clause]),
    SayingRow("ألمح", "يلمح", "ملمح", [.clause, .ila]),
    SayingRow("نبه", "ينبه", "منبه", [.clause, .ila]),
    SayingRow("أشاد", "يشيد", "مشيد", [.ba]),
    SayingRow("ثمن", "يثمن", "مثمن", [.object]),
    SayingRow("ندد", "يندد", "مندد", [.ba]),
    SayingRow("شرح", "يشرح", "شارح", [.clause, .direct]),
    SayingRow("فسر", "يفسر", "مفسر", [.clause, .direct]),
    SayingRow("روى", "يروي", "", [.clause, .direct]),
    SayingRow("حكى", "يحكي", "", [.clause, .direct]),
    SayingRow("أفصح", "يفصح", "مفصح", [.clause]),
    SayingRow("أخبر", "يخبر", "", [.clause]),
    SayingRow("جدد", "يجدد", "", [.object]),
    SayingRow("ذكّر", "يذكّر", "مذكر", [.clause]),
    SayingRow("خلص", "يخلص", "", [.clause]),
    SayingRow("نقل", "ينقل", "", [.clause, .direct, .relay]),
]

/// Words that rules of quotations ask for.
let sayingWords: [WordList] = [
    WordList(
        .clauseOpener, .asWritten,
        """
        أن أنه أنها أنهم أنهما أنني أنني أني أننا أنا أنّا إننا إنني إني إنهن أنهن بأن بأنه بأنها بأنهم بأنهما بأنني
        بأننا بأنّا وبأن بإن بانه
        """),
    WordList(
        .reportedNoun, .asWritten,
        """
        أهمية ضرورة وجوب حرص التزام دعم رفض تمسك عزم استعداد وقوف تضامن ثقة متانة عمق قوة جدية صحة وجود عدم سعي
        تواصل استمرار حق دور تطلع اعتزاز موقف حاجة قدرة رغبة مساندة مساندته تأييد تقدير إدانة حرصه حرصها حرصهم التزامه
        التزامها التزامهم دعمه دعمها دعمهم رفضه رفضها رفضهم تمسكه تمسكها تمسكهم عزمه عزمها عزمهم استعداده استعدادها
        استعدادهم وقوفه وقوفها وقوفهم تضامنه تضامنها تضامنهم ثقته ثقتها ثقتهم سعيه سعيها سعيهم تطلعه تطلعها اعتزازه
        اعتزازها موقفه موقفها تأييده تأييدها تقديره تقديرها إدانته إدانتها مواصلة سلامة نجاح انطلاق بدء وفاة مقتل
        إصابة سقوط وصول التأكيد تأكيده تأكيدها دعوته دعوتها العزم الحرص الحاجة الاستعداد الالتزام جاهزية
        جاهزيته جاهزيتها انفتاح تسجيل تحسن خطورة صدق حقيقة شرعية علمه
        """),
    WordList(
        .noSpeaker, .either,
        """
        معطيات مؤشرات أرقام إحصائيات إحصاءات نتائج دلائل توقعات معلومات تقديرات تحقيقات تحريات أبحاث صور صورة أدلة
        جميع شواهد تجارب تجربة وقائع أحداث وثائق معاينة معاينات تحاليل اختبارات قياسات استطلاعات كاميرات عادة دائرة
        """),
    WordList(
        .manner, .asWritten,
        "ساخرا مازحا ضاحكا حرفيا نصا غاضبا باكيا متهكما مداعبا ردا تعليقا تعقيبا جوابا إجابة متحدثا مخاطبا"
    ),
    WordList(
        .accordingTo, .asWritten, "حسب بحسب وفق وفقا طبقا نقلا استنادا حسبما وفقما"),
    WordList(
        .ownSaying, .asWritten,
        """
        قوله قولها قولهم تعبيره تعبيرها تعبيرهم وصفه وصفها وصفهم رأيه رأيها رأيهم تقديره تقديرها كلامه كلامها زعمه زعمها
        تصريحه تصريحها نص تعبير قول
        """),
    WordList(
        .statementNoun, .asWritten, "البيان البلاغ بيان بلاغ الوثيقة المذكرة الرسالة"),
    WordList(
        .courtesyPronoun, .asWritten,
        "سموه سموها معاليه معاليها فضيلته سماحته جلالته جلالتها فخامته سيادته سعادته دولته غبطته قداسته"
    ),
    WordList(
        .namingNoun, .either,
        """
        تنظيم حزب شركة صحيفة قناة موقع مشروع حملة وكالة جريدة بطولة فريق مبادرة برنامج مجلة إذاعة راديو جماعة حركة
        ملتقى مهرجان كتيبة لواء جبهة تحالف ائتلاف جمعية منظمة مؤسسة نادي بنك فندق مطعم مصنع سفينة طائرة مركب
        تطبيق هاتف فيروس مرض دواء مادة مخدر عصابة خلية ميليشيا فصيل جائزة كأس دوري معرض سوق قرية منطقة حي شارع سجن
        مخيم مسجد جامع مدرسة معهد كلية مركز مستشفى تلفزيون تليفزيون شبكة صفحة حساب لقب اسم باسم يدعى المدعو يسمى المسمى
        ماركة منتخب قمر صاروخ عاصفة إعصار عملية هيئة مجموعة لعبة نظام
        """),
    WordList(
        .workNoun, .either,
        """
        فيلم كتاب رواية مسلسل مسرحية أغنية ألبوم قصيدة ديوان مقال مقالة شريط أوبريت سلسلة رسالة قصة لوحة وثائقي
        فلم مؤلف
        """),
    WordList(
        .themeNoun, .asWritten,
        "عنوان شعار موضوع بعنوان بشعار موضوعها موضوعه عنوانها عنوانه شعارها شعاره"),
]
