internal import ArabicText

/// A news agency: newspapers print its texts, it does not print theirs.
///
/// The list is ours. An agency is known by the host it publishes on, by its name as a publisher, and by
/// the sign in the line that opens its texts.
struct NewsAgency: Hashable, Sendable {
    /// Its Latin sign, which tells agencies apart.
    let sign: String

    private init(_ sign: String) {
        self.sign = sign
    }

    /// The agency that publishes on `host`, or on a domain above it.
    init?(host: NewsHost) {
        var domain = Substring(host.description)
        while true {
            if let agency = Self.byHost[String(domain)] {
                self = agency
                return
            }
            guard let dot = domain.firstIndex(of: ".") else { return nil }
            domain = domain[domain.index(after: dot)...]
        }
    }

    /// The agency that `name` is a name or sign of, however it is spelt.
    init?(named name: String) {
        guard let agency = Self.byName[KeyForm.of(name)] else { return nil }
        self = agency
    }

    /// The agency that the opening of `body` is signed by: `الرياض 12 محرم 1446 (واس) …`,
    /// `مراكش/ 7 مارس/ ومع/ …`.
    init?(creditedIn body: String) {
        var piece: [Unicode.Scalar] = []
        for scalar in body.unicodeScalars.prefix(Self.openingScalars) {
            switch scalar {
            case "(", ")", "/", "|", ":", "-", "\u{2013}", "\u{2014}", "\n":
                if let agency = NewsAgency(spelt: piece) {
                    self = agency
                    return
                }
                piece = []
                if scalar == "\n" { return nil }
            default: piece.append(scalar)
            }
        }
        return nil
    }

    private static let openingScalars = 100
    private static let longestName = 40

    private init?(spelt scalars: [Unicode.Scalar]) {
        guard (2...Self.longestName).contains(scalars.count) else { return nil }
        self.init(named: String(String.UnicodeScalarView(scalars)))
    }

    private static let byHost: [String: NewsAgency] = table { $0.hosts }

    private static let byName: [String: NewsAgency] = table { agency in
        ([agency.sign] + agency.names).map { KeyForm.of($0) }
    }

    private static func table(
        _ keys: ((sign: String, hosts: [String], names: [String])) -> [String]
    ) -> [String: NewsAgency] {
        var table: [String: NewsAgency] = [:]
        for agency in agencies {
            for key in keys(agency) { table[key] = NewsAgency(agency.sign) }
        }
        return table
    }

    private static let agencies: [(sign: String, hosts: [String], names: [String])] = [
        (
            "SPA", ["spa.gov.sa"],
            ["واس", "و ا س", "وكالة الأنباء السعودية", "وكالة الانباء السعودية (واس)"]
        ),
        (
            "MAP", ["mapnews.ma", "map.ma", "mapexpress.ma"],
            [
                "ومع", "و م ع", "لاماب", "وكالة المغرب العربي للأنباء",
                "وكالة المغرب العربي للأنباء (ومع)",
            ]
        ),
        ("WAM", ["wam.ae"], ["وام", "وكالة أنباء الإمارات", "وكالة أنباء الإمارات (وام)"]),
        (
            "KUNA", ["kuna.net.kw"],
            ["كونا", "وكالة الأنباء الكويتية", "وكالة الأنباء الكويتية (كونا)"]
        ),
        ("QNA", ["qna.org.qa"], ["قنا", "وكالة الأنباء القطرية", "وكالة الأنباء القطرية (قنا)"]),
        ("BNA", ["bna.bh"], ["وكالة أنباء البحرين", "وكالة أنباء البحرين (بنا)"]),
        ("ONA", ["omannews.gov.om"], ["العمانية", "وكالة الأنباء العمانية"]),
        (
            "SABA", ["sabanew.net", "saba.ye"],
            ["وكالة الأنباء اليمنية", "وكالة الأنباء اليمنية (سبأ)"]
        ),
        ("INA", ["ina.iq"], ["واع", "وكالة الأنباء العراقية", "وكالة الأنباء العراقية (واع)"]),
        (
            "Petra", ["petra.gov.jo"],
            ["بترا", "وكالة الأنباء الأردنية", "وكالة الأنباء الأردنية (بترا)"]
        ),
        (
            "WAFA", ["wafa.ps"],
            ["وكالة الأنباء والمعلومات الفلسطينية", "وكالة الأنباء الفلسطينية"]
        ),
        ("NNA", ["nna-leb.gov.lb"], ["الوكالة الوطنية للإعلام"]),
        (
            "SANA", ["sana.sy"],
            ["سانا", "وكالة الأنباء السورية", "الوكالة العربية السورية للأنباء"]
        ),
        (
            "MENA", ["mena.org.eg"],
            ["أ ش أ", "أ.ش.أ", "وكالة أنباء الشرق الأوسط", "وكالة أنباء الشرق الأوسط (أ ش أ)"]
        ),
        ("SUNA", ["suna-sd.net"], ["سونا", "وكالة السودان للأنباء"]),
        ("LANA", ["lana.gov.ly"], ["وال", "وكالة الأنباء الليبية"]),
        (
            "TAP", ["tap.info.tn"],
            ["وات", "وكالة تونس إفريقيا للأنباء", "وكالة تونس أفريقيا للأنباء"]
        ),
        ("APS", ["aps.dz"], ["واج", "و أ ج", "وكالة الأنباء الجزائرية"]),
        ("AMI", ["ami.mr"], ["الوكالة الموريتانية للأنباء"]),
        (
            "AFP", ["afp.com"],
            [
                "أ ف ب", "أ.ف.ب", "أف ب", "أفب", "فرانس برس", "وكالة فرانس برس",
                "وكالة الصحافة الفرنسية",
            ]
        ),
        ("Reuters", ["reuters.com"], ["رويترز", "وكالة رويترز", "وكالة رويترز للأنباء"]),
        (
            "AP", ["apnews.com", "ap.org"],
            ["أ ب", "أسوشيتد برس", "أسوشييتد برس", "Associated Press"]
        ),
        ("dpa", ["dpa.com"], ["د ب أ", "د.ب.أ", "الألمانية", "وكالة الأنباء الألمانية"]),
        ("EFE", ["efe.com"], ["إفي", "إ ف إ", "وكالة الأنباء الإسبانية"]),
        ("ANSA", ["ansa.it"], ["أنسا", "وكالة الأنباء الإيطالية"]),
        ("AA", ["aa.com.tr"], ["الأناضول", "وكالة الأناضول", "وكالة الأناضول للأنباء", "Anadolu"]),
        (
            "Xinhua", ["news.cn", "xinhuanet.com"],
            ["شينخوا", "وكالة شينخوا", "وكالة أنباء شينخوا"]
        ),
        ("TASS", ["tass.com", "tass.ru"], ["تاس", "وكالة تاس", "وكالة تاس الروسية"]),
        ("Sputnik", ["sputniknews.com", "sputnikarabic.ae"], ["سبوتنيك", "وكالة سبوتنيك"]),
        ("IRNA", ["irna.ir"], ["إرنا", "وكالة الأنباء الإيرانية"]),
        ("UPI", ["upi.com"], ["يو بي آي", "يونايتد برس إنترناشونال"]),
    ]
}
