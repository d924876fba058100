internal import GRDB
internal import WarraqCore

extension SQLiteJournal {
    func limitLog() throws {}
    func trimDeadLetters(in db: Database) throws {}
}
