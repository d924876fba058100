import Testing

@testable import WarraqTransport

struct MemoryWatchTests {
    private func rebinds(_ watch: inout MemoryWatch, _ resident: Int, explained: Int = 0) -> Bool {
        watch.shouldRebind(resident: resident, explained: explained)
    }

    @Test func `only memory that nobody explains is suspicious`() {
        var watch = MemoryWatch(limit: 1000)
        let answers = [
            rebinds(&watch, 1000), rebinds(&watch, 5000, explained: 4000),
            rebinds(&watch, 5001, explained: 4000),
        ]
        #expect(answers == [false, false, true])
    }

    @Test func `memory that a rebind does not free brings no other until it grows or falls`() {
        var watch = MemoryWatch(limit: 1000)
        watch.noteRebound(resident: 1400, explained: 0)
        let before = [rebinds(&watch, 1800), rebinds(&watch, 1901), rebinds(&watch, 1400)]
        #expect(before == [false, true, false])
        // The sockets' memory is given back a while after they are closed.
        let after = [rebinds(&watch, 300), rebinds(&watch, 1001)]
        #expect(after == [false, true])
    }

    @Test func `the process has memory`() {
        #expect(MemoryWatch.residentBytes() > 1_000_000)
    }
}
