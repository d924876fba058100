import Synchronization
import Testing
import WarraqCore

struct AdmissionTests {
    @Test func `it is full by count`() {
        let admission = Admission(maxArticles: 2, maxBytes: 1000)
        admission.enter(bytes: 1)
        #expect(admission.hasRoom)
        admission.enter(bytes: 1)
        #expect(!admission.hasRoom)
        admission.leave(articles: 1, bytes: 1)
        #expect(admission.hasRoom)
    }

    @Test func `it is full by bytes, but one article always fits`() {
        let admission = Admission(maxArticles: 10, maxBytes: 100)
        #expect(admission.hasRoom)
        admission.enter(bytes: 5000)
        #expect(!admission.hasRoom)
        admission.leave(articles: 1, bytes: 5000)
        #expect(admission.hasRoom)
    }

    @Test func `it rings when room appears and not before`() {
        let rings = Counter()
        let admission = Admission(maxArticles: 2, maxBytes: 1000)
        admission.onChange { rings.add() }
        admission.enter(bytes: 1)
        admission.leave(articles: 1, bytes: 1)
        #expect(rings.value == 0)
        admission.enter(bytes: 1)
        admission.enter(bytes: 1)
        admission.leave(articles: 1, bytes: 1)
        #expect(rings.value == 1)
    }

    @Test func `unacked sockets rest while the store refuses`() {
        let admission = Admission(maxArticles: 2, maxBytes: 1000)
        admission.setStoreRefuses(true)
        #expect(admission.hasRoom && !admission.hasRoomForUnacked)
        admission.setStoreRefuses(false)
        #expect(admission.hasRoomForUnacked)
    }

    @Test func `closed, it tells once when nothing is under way`() {
        let idle = Counter()
        let admission = Admission(maxArticles: 2, maxBytes: 1000)
        admission.enter(bytes: 1)
        admission.close { idle.add() }
        #expect(!admission.hasRoom && idle.value == 0)
        admission.leave(articles: 1, bytes: 1)
        #expect(idle.value == 1)
    }

    @Test func `leaving more than entered is a bug`() async {
        await #expect(processExitsWith: .failure) {
            Admission(maxArticles: 1, maxBytes: 1).leave(articles: 1, bytes: 0)
        }
    }
}
