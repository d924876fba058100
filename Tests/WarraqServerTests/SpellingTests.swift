import Testing

@testable import WarraqServer

struct SpellingTests {
    @Test(arguments: [
        (a: "", b: "", distance: 0), (a: "acked", b: "ackd", distance: 1),
        (a: "acked", b: "akced", distance: 1), (a: "pull", b: "push", distance: 2),
        (a: "abc", b: "", distance: 3),
    ])
    func `distance counts edits`(a: String, b: String, distance: Int) {
        #expect(Spelling.distance(a, b) == distance)
        #expect(Spelling.distance(b, a) == distance)
    }

    @Test func `nothing is suggested for what is nothing like it`() {
        #expect(Spelling.suggestion(for: "port", among: ["feed", "store", "intake"]) == nil)
        #expect(Spelling.suggestion(for: "Intake", among: ["feed", "intake"]) == "intake")
    }
}
