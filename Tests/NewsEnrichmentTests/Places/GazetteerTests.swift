import Testing

@testable import NewsEnrichment

struct GazetteerTests {
    private let gazetteer = Gazetteer.shared

    private func entries(_ name: String) -> [Gazetteer.Entry] {
        var phrase = PhraseHash()
        for word in WordHash.all(of: name) { phrase.append(word) }
        var index = gazetteer.phrases.node(of: phrase.value)?.head ?? -1
        var found: [Gazetteer.Entry] = []
        while index >= 0 {
            found.append(gazetteer.entries[Int(gazetteer.names[Int(index)].entry)])
            index = gazetteer.names[Int(index)].next
        }
        return found
    }

    @Test(arguments: [
        ("مراكش", 2_542_997), ("قرطبة", 2_519_240), ("المغرب", 2_542_007),
        ("الجزيرة الخضراء", 2_522_013), ("طنجة", 2_530_335), ("إسبانيا", 2_510_769),
    ])
    func `ids are those of GeoNames`(name: String, id: Int) {
        #expect(entries(name).contains { Int($0.geoNames) == id })
    }

    @Test
    func `spellings with and without hamza are one name`() {
        #expect(entries("أسبانيا").map(\.geoNames) == entries("اسبانيا").map(\.geoNames))
    }

    @Test
    func `every place with an id of its own has it once`() {
        let ids = gazetteer.entries.map(\.geoNames).filter { $0 != 0 }
        #expect(Set(ids).count == ids.count)
    }

    @Test
    func `points lie on the earth, and only cities have one`() {
        for entry in gazetteer.entries {
            #expect(abs(entry.latitude) <= 90 && abs(entry.longitude) <= 180)
            if entry.kind != .city { #expect(entry.latitude == 0 && entry.longitude == 0) }
        }
    }

    @Test
    func `an area knows the city it is named for`() throws {
        let area = try #require(entries("ولاية صفاقس").first)
        try #require(area.seat >= 0)
        #expect(gazetteer.name(of: gazetteer.entries[Int(area.seat)]) == "صفاقس")
    }

    @Test
    func `the hash of a phrase is that of its words joined`() {
        let words = WordHash.all(of: "المملكة العربية السعودية")
        var phrase = PhraseHash()
        for word in words { phrase.append(word) }
        #expect(phrase.value == WordHash.join(words))
    }

    @Test
    func `the gazetteer is as large as it was made`() {
        #expect(gazetteer.entries.filter { $0.kind == .country }.count > 240)
        #expect(gazetteer.entries.filter { $0.kind == .city }.count > 5000)
    }
}
