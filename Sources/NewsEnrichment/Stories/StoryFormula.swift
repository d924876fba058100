internal import ArabicText

/// Forms of news that are all alike but for names, numbers and days: one is no evidence of another.
///
/// Word lists of ours. A text has a form when enough different stems of its list stand in its headline and
/// lead.
enum StoryFormula: UInt8, CaseIterable, Hashable, Sendable {
    case weather = 1
    case market
    case prayerTimes
    case greeting
    case execution
    case family
    case draw

    private var words: StaticString {
        switch self {
        case .weather:
            """
            طقس الأرصاد أمطار ممطرة حرارة الحرارة رياح سحب غائمة غيوم رعدية زخات غبار أتربة عوالق ضباب درجة درجات
            ثلوج ثلجية قطرات محرار
            """
        case .market:
            """
            أسهم بورصة مؤشر تداول تداولات نقطة نقاط يغلق أغلق إغلاق افتتاح المتداولة القطاعات مازي مدكس صرف الدرهم
            الدينار الليرة عيار أونصة برميل خام
            """
        case .prayerTimes: "مواقيت الصلاة الفجر الظهر العصر المغرب العشاء الشروق الإمساك"
        case .greeting:
            """
            تهنئة يهنئ تهنئ يهنئان تهانيه التهاني أهنئ برقية برقيتي برقيات الاستقلال هنأ هنأت مسرات يتلقى تلقى
            """
        case .execution: "قصاصا القصاص تعزيرا القتل الإعدام الجاني الجناة الشرعي حرابة"
        case .family:
            """
            زفاف زفافه كريمته قرانه رحمة المغفور زواجه عزاء نجله عقد الفقيد الفقيدة تشييع مثواه تأبين
            """
        case .draw: "اليانصيب القرعة اللوطو الكينو الفائزة الأرقام الأبراج برج حظك"
        }
    }

    private var leastWords: Int {
        switch self {
        case .greeting, .family: 2
        case .weather, .execution, .draw: 3
        case .market, .prayerTimes: 4
        }
    }

    /// Counts the words of each form.
    struct Counter {
        private static let forms: WordTable<(form: StoryFormula, bit: UInt32)> = {
            let frequencies = WordFrequencies.shared
            var forms: [UInt64: (form: StoryFormula, bit: UInt32)] = [:]
            for form in StoryFormula.allCases {
                let list = form.words.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
                let keys = KeyWords(of: list)
                for (index, word) in keys.words.enumerated() {
                    let letters = Int(word.firstLetter)..<Int(word.endLetter)
                    let range = WordStem.of(keys.letters, letters) {
                        frequencies.halfBits(of: WordHash.of(keys.letters, $0))
                    }
                    let stem = WordHash.of(keys.letters, range)
                    if forms[stem] == nil { forms[stem] = (form, 1 << UInt32(index & 31)) }
                }
            }
            return WordTable(forms)
        }()

        private var seen = [UInt32](repeating: 0, count: StoryFormula.allCases.count + 1)

        /// Takes a stem of headline or lead.
        mutating func add(_ stem: UInt64) {
            guard let (form, bit) = Self.forms[stem] else { return }
            seen[Int(form.rawValue)] |= bit
        }

        /// The form, if there is one.
        var formula: StoryFormula? {
            StoryFormula.allCases.first { form in
                seen[Int(form.rawValue)].nonzeroBitCount >= form.leastWords
            }
        }
    }
}
