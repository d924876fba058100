import Testing

@testable import warraq

struct PushWindowTests {
    private func window(_ limit: Int, sent count: Int) -> PushWindow {
        var window = PushWindow(limit: limit)
        for _ in 0..<count {
            let number = window.enter()
            window.sent(number, at: .zero)
        }
        return window
    }

    @Test func `articles are due in order once each`() {
        var window = PushWindow(limit: 3)
        #expect([window.enter(), window.enter(), window.enter()] == [1, 2, 3])
        #expect(window.room == 0)
        #expect(window.due(at: .zero) == 1)
        window.sent(1, at: .zero)
        #expect(window.due(at: .zero) == 2)
        window.sent(2, at: .zero)
        window.sent(3, at: .zero)
        #expect(window.due(at: .seconds(1)) == nil)
    }

    @Test func `the oldest unanswered one holds the window and is sent again`() {
        var window = window(3, sent: 3)
        #expect(window.answered(2) == true)
        #expect(window.answered(3) == true)
        #expect(window.room == 0, "1 is still on its way")
        #expect(window.due(at: .seconds(1)) == nil)
        #expect(window.due(at: .seconds(2)) == 1)
        #expect(window.answered(1) == true)
        #expect(window.room == 3)
        #expect(window.isEmpty)
    }

    @Test func `waiting doubles up to its longest`() {
        var window = window(1, sent: 1)
        var waits: [Duration] = []
        var now = Duration.zero
        for _ in 0..<6 {
            let due = window.nextDue ?? .zero
            waits.append(due - now)
            now = due
            window.sent(1, at: now)
        }
        #expect(waits == [2, 4, 8, 16, 30, 30].map { .seconds($0) })
        #expect(window.attempts(1) == 7)
    }

    @Test func `an answer counts once`() {
        var window = window(2, sent: 2)
        #expect(window.answered(1) == true)
        #expect(window.answered(1) == false)
        #expect(window.answered(9) == false)
        #expect(window.postponed(1, at: .zero, by: .seconds(1)) == false)
    }

    @Test func `a postponed article is due after its delay`() {
        var window = window(1, sent: 1)
        #expect(window.postponed(1, at: .seconds(5), by: .milliseconds(500)) == true)
        #expect(window.due(at: .seconds(5)) == nil)
        #expect(window.due(at: .milliseconds(5_500)) == 1)
    }
}
