internal import ArticleExtraction
internal import Foundation
internal import WarraqCore
internal import WarraqPipeline
internal import WarraqStore
internal import WarraqTransport

/// Refused inputs, for a person: list, show, try again, drop.
struct DeadLetterBox {
    let journal: SQLiteJournal
    let pipeline: ArticlePipeline
    let admission: Admission
    let relay: ReplyRelay

    /// One line for each letter above `after`, oldest first, at most 1,000.
    func list(after: Int64) throws -> ControlAnswer {
        let letters = try journal.deadLetters(after: after, limit: 1000)
        return .lines(letters.map { letter in Self.json { Self.write(letter, to: &$0) } })
    }

    /// One letter with its bytes: as text where they are UTF-8, else as Base64.
    func show(_ id: Int64) throws -> ControlAnswer {
        guard let letter = try journal.deadLetter(id) else { return Self.missing(id) }
        return .lines([
            Self.json { object in
                Self.write(letter.summary, to: &object)
                Self.write(letter.header, "header", "headerBase64", to: &object)
                Self.write(letter.body, "body", "bodyBase64", to: &object)
            }
        ])
    }

    /// Removes a letter.
    func drop(_ id: Int64, then: @escaping @Sendable (ControlAnswer) -> Void) {
        pipeline.betweenCommits { [journal] in
            do {
                let found = try journal.dropDeadLetter(id)
                then(
                    found ? .lines([Self.json { $0.member("dropped", Int(id)) }]) : Self.missing(id)
                )
            } catch {
                then(.refused(code: "storage", reason: "\(error)"))
            }
        }
    }

    /// Sends a letter through the pipeline again. It is removed once it is accepted, and stays if it
    /// is refused again.
    func retry(_ id: Int64, then: @escaping @Sendable (ControlAnswer) -> Void) throws {
        guard let letter = try journal.deadLetter(id) else { return then(Self.missing(id)) }
        let route = relay.route { [self] answer in
            switch answer {
            case .accepted(let items, _):
                drop(id) { _ in
                    then(
                        .lines(
                            items.map { item in
                                Self.json { object in
                                    object.member("retried", Int(id))
                                    object.member("uri", item.uri.description)
                                    object.member("outcome", item.outcome.rawValue)
                                    object.member("seq", item.sequence)
                                }
                            }))
                }
            case .refused(let rejection, _):
                then(.refused(code: rejection.code, reason: rejection.description))
            }
        }
        let byteCount = letter.header.count + letter.body.count
        admission.enter(bytes: byteCount)
        pipeline.submit(
            Submission(
                origin: .acked(route), content: Self.content(of: letter), receivedAt: .now(),
                byteCount: byteCount))
    }

    private static func content(of letter: DeadLetter) -> Submission.Content {
        do throws(Rejection) {
            let header = try HeaderReader.read(letter.header)
            return .article(.init(header: header, body: letter.body))
        } catch {
            return .refused(error, header: letter.header, body: letter.body)
        }
    }

    // MARK: JSON

    private static func missing(_ id: Int64) -> ControlAnswer {
        .refused(code: "unknownDeadLetter", reason: "there is no dead letter \(id)")
    }

    private static func json(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(body)
        return writer.bytes
    }

    private static func write(_ letter: DeadLetterSummary, to object: inout JSONWriter) {
        object.member("id", Int(letter.id))
        object.member("at", letter.at.rfc3339)
        object.member("code", letter.code)
        object.member("reason", letter.reason)
        object.member("origin", letter.origin)
        write(letter.label, "label", "labelBase64", to: &object)
        object.member("bytes", letter.bytes)
    }

    private static func write(
        _ bytes: [UInt8], _ textKey: StaticString, _ base64Key: StaticString,
        to object: inout JSONWriter
    ) {
        if let text = String(validating: bytes, as: UTF8.self) {
            object.member(textKey, text)
        } else {
            object.member(base64Key, Data(bytes).base64EncodedString())
        }
    }
}
