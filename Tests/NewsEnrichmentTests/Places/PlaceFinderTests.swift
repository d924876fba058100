import ArabicText
import ArticleExtraction
import Testing

@testable import NewsEnrichment

/// Places of composed sentences, found without the names of people and bodies.
struct PlaceFinderTests {
    private func findings(in text: String, people: [String] = []) -> Findings {
        let language = TextLanguage(tag: "ar", variety: "ar", evidence: [])
        let article = CleanArticle(
            language: language, body: text, paragraphs: [], encoding: .utf8,
            encodingEvidence: .validUTF8, wordCount: 0)
        let words = ArticleWords(of: article)
        var findings = Findings()
        for name in people {
            let start = text.unicodeScalars.count - text.drop(upTo: name).unicodeScalars.count
            let span = TextSpan(start..<start + name.unicodeScalars.count, in: words.body)
            findings.people.append(
                Person(
                    ref: "person:x", name: name, honorifics: [], roles: [],
                    mentions: [Person.Mention(span: span, form: .full)], roleMentions: [],
                    reason: Reason("person.test")))
        }
        let finder = PlaceFinder()
        finder.find(
            in: words, candidates: finder.candidates(in: words), findings: &findings)
        return findings
    }

    /// Each mention as its words and country, in the order of the text.
    private func mentions(in text: String, people: [String] = []) -> [String] {
        findings(in: text, people: people).places
            .flatMap { place in place.mentions.map { ($0, place.country ?? "-") } }
            .sorted { $0.0.start < $1.0.start }
            .map { "\($0.0.text) \($0.1)" }
    }

    @Test(arguments: [
        ("عاد الوفد إلى وهران وبمراكش وبالمغرب", ["وهران DZ", "مراكش MA", "المغرب MA"]),
        ("سلم رسالة للمغرب ولبنان وفرنسا", ["للمغرب MA", "لبنان LB", "فرنسا FR"]),
        ("في الرياض وجدة ومكة", ["الرياض SA", "جدة SA", "مكة SA"]),
        ("سافر من وجدة إلى فاس", ["وجدة MA", "فاس MA"]),
        ("وَصَلَ إِلَى مَرَّاكُشَ أمس", ["مَرَّاكُشَ MA"]),
    ])
    func `mentions leave proclitics out`(text: String, expected: [String]) {
        #expect(mentions(in: text) == expected)
    }

    @Test(arguments: [
        "التعاون المغربي الاسباني", "الهيئة السعودية للمهندسين", "القوات الجوية السعودية",
        "أسرة سورية", "المنتخب التونسي", "صلاة المغرب", "ريال مدريد", "حزب نداء تونس",
        "كان الرجل سالما وصفر اليدين والحاج في البيت", "سرت شائعات بين الناس",
        "وصل دومًا متأخرا", "ذهبت سعيدة إلى المدينة", "نشرت صور الحادث",
        "جامعة القاهرة", "شبيبة القيروان", "في تصريح لـ«الرياض» أمس",
    ])
    func `adjectives and other names are no places`(text: String) {
        #expect(mentions(in: text) == [])
    }

    @Test(arguments: [
        ("انعقد بقرطبة ( جنوب اسبانيا) لقاء", ["قرطبة ES", "اسبانيا ES"]),
        (
            "قتل رجل في قرطبة شمال الأرجنتين. وقرطبة مدينة كبيرة في الأرجنتين",
            ["قرطبة AR", "الأرجنتين AR", "قرطبة AR", "الأرجنتين AR"]
        ),
        ("وصل العاهل الأردني إلى عمان", ["عمان JO"]),
        ("عاد السلطان إلى سلطنة عمان عبر عمان", ["سلطنة عمان OM", "عمان OM"]),
        ("وصل الوفد إلى عمان أمس", []),
        ("سقط قتلى في القنيطرة جنوبي سوريا", ["القنيطرة SY", "سوريا SY"]),
        ("افتتح الوزير بالقنيطرة معرضا", ["القنيطرة MA"]),
        ("فاز فريق مدينة طرابلس اللبنانية", ["طرابلس LB"]),
        ("قصف قرب طرابلس غرب ليبيا", ["طرابلس LY", "ليبيا LY"]),
    ])
    func `the country comes from what the text speaks of`(text: String, expected: [String]) {
        #expect(mentions(in: text) == expected)
    }

    @Test(arguments: [
        ("توفي بمدينة العين", ["العين AE"]), ("أصيب في العين", []),
        ("في الدمام والخبر والظهران", ["الدمام SA", "الخبر SA", "الظهران SA"]),
        ("أكد الخبر مصدر", []),
        ("في معتمدية فوسانة وقرية الدغرة", ["فوسانة TN", "الدغرة TN"]),
        ("قرية صغيرة وبلدة تقع هناك", []),
        ("سكان حي الروضة بمدينة جدة", ["الروضة SA", "جدة SA"]),
    ])
    func `doubtful names need a word for their kind or a list`(text: String, expected: [String]) {
        #expect(mentions(in: text) == expected)
    }

    @Test
    func `a port is its city only if it bears the name whole`() throws {
        let text = "بميناء الجزيرة الخضراء وميناء صفاقس الجديد ومطار الملك خالد الدولي"
        let places = findings(in: text).places
        try #require(places.count == 3)
        #expect(places.map(\.kind) == [.facility, .facility, .facility])
        #expect(places[0].name == "ميناء الجزيرة الخضراء")
        #expect(places[0].resolvedName == "الجزيرة الخضراء")
        #expect(places[0].ref == "https://sws.geonames.org/2522013/")
        #expect(places[0].point == Place.Point(latitude: 36.13326, longitude: -5.45051))
        #expect(places[1].point == nil)
        #expect(places[1].near?.name == "صفاقس")
        #expect(places[1].ref == "place:tn/ميناء-صفاقس-الجديد")
        #expect(places[2].name == "مطار الملك خالد الدولي")
        #expect(places[2].point == nil)
    }

    @Test
    func `an area named for a city is not the city`() throws {
        let places = findings(in: "بولايتي سوسة والمهدية، وفي مدينة سوسة").places
        #expect(places.map(\.name) == ["ولاية سوسة", "ولاية المهدية", "سوسة"])
        #expect(places.map(\.kind) == [.region, .region, .city])
        #expect(places.map { $0.point == nil } == [true, true, false])
        #expect(places[0].near?.name == "سوسة")
        #expect(places[0].mentions.map(\.text) == ["سوسة"])
    }

    @Test
    func `a country has no point and its names are one place`() throws {
        let places = findings(in: "ترأس المغرب الاجتماع، وأكدت المملكة المغربية التزامها").places
        let place = try #require(places.first)
        #expect(places.count == 1)
        #expect(place.name == "المغرب")
        #expect(place.ref == "https://sws.geonames.org/2542007/")
        #expect(place.variants == ["المغرب", "المملكة المغربية"])
        #expect(place.point == nil)
    }

    @Test
    func `names of people keep their words unless they are part of a site's name`() {
        #expect(mentions(in: "قال خالد الرياض أمس", people: ["خالد الرياض"]) == [])
        #expect(
            mentions(in: "في مطار الملك خالد الدولي", people: ["خالد"]) == [
                "مطار الملك خالد الدولي -"
            ])
    }

    @Test(arguments: [
        ("سجل لاعب برشلونة هدفا في مباراة فريق روما", []),
        ("أقيمت المباراة في روما وسجل اللاعب هدفا", ["روما IT"]),
        ("زار الرئيس روما أمس", ["روما IT"]),
    ])
    func `in sport a city alone is its club`(text: String, expected: [String]) {
        #expect(mentions(in: text) == expected)
    }

    @Test
    func `an event takes place where its sentence says`() {
        let findings = findings(
            in: "اختتمت أمس بمراكش أشغال الندوة. وزار الوزير باريس، واحتضنت مدينة فاس اللقاء.")
        #expect(findings.places.map(\.name) == ["مراكش", "باريس", "فاس"])
        #expect(findings.places.map(\.role) == [.eventPlace, .mentions, .eventPlace])
        #expect(findings.located == "مراكش")
    }

    @Test(arguments: [
        ("الرياض - واس\n\nاستقبل الوزير وفدا من جدة", "الرياض"),
        ("القاهرة 7 مارس 2014 (أ ش أ) - قال الوزير إن جدة بعيدة", "القاهرة"),
        ("قال الوزير في تصريح إن جدة بعيدة", nil),
    ])
    func `a dateline says where the text was written`(text: String, expected: String?) {
        #expect(findings(in: text).located == expected)
    }

    @Test
    func `in other languages only great names with capitals count`() {
        #expect(
            mentions(in: "Le ministre est à Rabat, puis à Paris aux États-Unis.") == [
                "Rabat MA", "Paris FR", "États-Unis US",
            ])
        #expect(mentions(in: "It was nice to sale a turkey in paris, said Mr Jordan.") == [])
    }

    @Test
    func `every place says why`() {
        let text = "في الدمام والخبر ومدينة العين وقرية الدغرة وميناء صفاقس وعمان والأردن"
        for place in findings(in: text).places {
            #expect(RuleBook.meanings[place.reason.rule] != nil)
        }
    }
}

extension String {
    /// What begins with the first `part`.
    fileprivate func drop(upTo part: String) -> Substring {
        firstRange(of: part).map { self[$0.lowerBound...] } ?? ""
    }
}
