internal import WarraqCore

struct Recovery {
    let path: String
    let remains: DirectoryLock.Remains
    let configuration: JournalConfiguration
    func run(at: UnixTime) throws(JournalOpenError) -> DamageReport? { nil }
}
