internal import Foundation
internal import Logging
internal import NearDuplicates
internal import WarraqCore
internal import WarraqPipeline
internal import WarraqStore

/// Opens what is remembered of texts older than the window, and brings it up to the journal.
///
/// It lies in the store's directory, under the version of the fingerprints: another version's is of no use
/// and is deleted. What was in memory only when the process ended is made again from the journal.
struct TailLoader {
    let journal: SQLiteJournal
    let directory: String
    let configuration: LongTailConfiguration
    let logger: Logger

    private static let prefix = "tail-"

    /// The tail with every text of the journal; `nil`, and nothing left on disk, if `isWanted` is `false`.
    func tail(isWanted: Bool) throws -> LongTail? {
        let path = "\(directory)/\(Self.prefix)\(IndexFormat.current)"
        try removeOthers(than: isWanted ? path : "")
        guard isWanted else { return nil }
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
        var tail = try open(path)
        if let last = try journal.lastDocument, tail.last > last { tail.removeAll(above: last) }
        var texts = 0
        try journal.forEachText(after: tail.last) { number, block, time in
            guard let text = TokenBlock.text(from: block) else { return }
            texts += 1
            tail.append(ResemblanceSketch(of: text), as: number, at: time.milliseconds)
            try tail.settle()
        }
        logger.notice(
            "Older texts loaded",
            metadata: ["documents": "\(tail.count)", "fromJournal": "\(texts)"])
        return tail
    }

    /// Opens the tail without the segments that are damaged: their texts are not found any more.
    private func open(_ path: String) throws -> LongTail {
        while true {
            do throws(LongTailError) {
                return try LongTail(directory: path, configuration: configuration)
            } catch {
                switch error {
                case .system: throw error
                case .damaged(let segment, _), .otherVersion(let segment, _, _),
                    .overlapping(let segment, _):
                    logger.error(
                        "Older texts lost, their copies will be new",
                        metadata: ["error": "\(error)"])
                    LongTail.removeSegment(at: segment)
                }
            }
        }
    }

    private func removeOthers(than path: String) throws {
        let manager = FileManager.default
        for name in try manager.contentsOfDirectory(atPath: directory)
        where name.hasPrefix(Self.prefix) && "\(directory)/\(name)" != path {
            try manager.removeItem(atPath: "\(directory)/\(name)")
        }
    }
}
