import Foundation
import Testing

/// The annotations that rules are measured by fit their texts.
struct AnnotationTests {
    private struct Name: Decodable {
        var start: Int
        var end: Int
        var label: String
        var text: String?
        var alt: String?
        var accept: [[Int]]?
    }

    private struct Quotation: Decodable {
        var kind: String
        var start: Int
        var end: Int
        var text: String?
        var cue: [Int]
        var speakerForm: String
    }

    private struct Line: Decodable {
        var id: String
        var text: String?
        var start: Int?
        var end: Int?
        var sha256: String?
        var entities: [Name]?
        var quotations: [Quotation]?
    }

    private func lines(of name: String) throws -> [Line] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/\(name).jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
    }

    private func cut(_ text: String, _ start: Int, _ end: Int) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(start).prefix(end - start)))
    }

    @Test(arguments: [
        "names-dev", "names-dev2", "names-held", "quotations-dev", "quotations-dev2",
        "quotations-held",
    ])
    func `every span cuts out the words it names`(file: String) throws {
        for line in try lines(of: file) {
            let text = try #require(line.text)
            for name in line.entities ?? [] {
                #expect(cut(text, name.start, name.end) == name.text, "\(line.id)")
            }
            for quotation in line.quotations ?? [] {
                #expect(cut(text, quotation.start, quotation.end) == quotation.text, "\(line.id)")
                #expect(!cut(text, quotation.cue[0], quotation.cue[1]).contains(" "), "\(line.id)")
            }
        }
    }

    @Test(arguments: ["names-saudi-dev", "names-saudi-dev2", "names-saudi-held"])
    func `names that stand off lie inside their stretch`(file: String) throws {
        for line in try lines(of: file) {
            #expect(line.text == nil && line.sha256?.count == 43, "\(line.id)")
            let (start, end) = (try #require(line.start), try #require(line.end))
            for name in line.entities ?? [] {
                #expect(start <= name.start && name.start < name.end && name.end <= end)
                #expect(name.text == nil, "\(line.id) has words that may not be copied")
            }
        }
    }

    @Test(arguments: [
        ("names-dev", "names-held"), ("names-dev2", "names-held"),
        ("names-saudi-dev2", "names-saudi-held"),
        ("names-saudi-dev", "names-saudi-held"),
        ("quotations-dev", "quotations-held"), ("quotations-dev2", "quotations-held"),
        ("quotations-saudi-dev2", "quotations-saudi-held"),
        ("quotations-saudi-dev", "quotations-saudi-held"),
    ])
    func `no article is in both halves`(dev: String, held: String) throws {
        let seen = Set(try lines(of: dev).map(\.id))
        #expect(!seen.isEmpty)
        #expect(seen.isDisjoint(with: try lines(of: held).map(\.id)))
    }

    @Test func `labels, kinds and forms are those that are known`() throws {
        for half in ["dev", "held"] {
            for line in try lines(of: "names-\(half)") + lines(of: "names-saudi-\(half)") {
                for name in line.entities ?? [] {
                    #expect(["PER", "ORG", "LOC"].contains(name.label))
                    #expect(name.alt == nil || ["PER", "ORG", "LOC"].contains(name.alt))
                    #expect(name.accept?.allSatisfy { $0.count == 2 && $0[0] < $0[1] } ?? true)
                }
            }
            for line in try lines(of: "quotations-\(half)")
                + lines(of: "quotations-saudi-\(half)")
            {
                for quotation in line.quotations ?? [] {
                    #expect(["direct", "indirect", "fragment"].contains(quotation.kind))
                    #expect(["name", "role", "implied"].contains(quotation.speakerForm))
                }
            }
        }
    }
}
