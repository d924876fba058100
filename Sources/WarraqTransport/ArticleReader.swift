import ArticleExtraction
import JSONReading
import WarraqCore

/// Makes submissions of frames: finds header and body, and refuses what the frames alone condemn.
struct ArticleReader: Sendable {
    /// The largest body that is taken.
    let maxArticleBytes: Int

    /// The article of a PUT.
    func submission(
        route: ReplyRoute, header: [UInt8], body: [UInt8], at time: UnixTime
    ) -> Submission {
        let content: Submission.Content
        if route.id.isEmpty || route.id.count > Wire.maxIDBytes {
            content = .refused(.badID(bytes: route.id.count), header: header, body: body)
        } else {
            content = self.content(header: header, body: body)
        }
        return Submission(
            origin: .acked(cut(route)), content: content, receivedAt: time,
            byteCount: header.count + body.count)
    }

    /// The article of a message on PULL or SUB.
    ///
    /// - Parameter origin: Makes the origin from the topic, if there is one.
    func submission(
        unacked frames: [[UInt8]], origin: ([UInt8]?) -> Origin, at time: UnixTime
    ) -> Submission {
        let (topic, content) = parts(unacked: frames)
        return Submission(
            origin: origin(topic.map { Array($0.prefix(1024)) }), content: content,
            receivedAt: time, byteCount: frames.reduce(0) { $0 + $1.count })
    }

    /// The refusal of a PUT that was not read whole.
    func refusal(
        route: ReplyRoute, header: [UInt8], byteCount: Int, at time: UnixTime
    ) -> Submission {
        let rejection: Rejection =
            route.id.isEmpty || route.id.count > Wire.maxIDBytes
            ? .badID(bytes: route.id.count)
            : .tooLarge(bytes: byteCount, limit: maxArticleBytes)
        return Submission(
            origin: .acked(cut(route)), content: .refused(rejection, header: header, body: []),
            receivedAt: time, byteCount: header.count)
    }

    /// The refusal of a message on PULL or SUB that was not read whole.
    func refusal(
        frameCount: Int, byteCount: Int, origin: Origin, at time: UnixTime
    ) -> Submission {
        let rejection: Rejection =
            frameCount > 3
            ? .badHeader(problem: Self.problem(frameCount: frameCount))
            : .tooLarge(bytes: byteCount, limit: maxArticleBytes)
        return Submission(
            origin: origin, content: .refused(rejection, header: [], body: []), receivedAt: time,
            byteCount: 0)
    }

    /// The id of a refusal goes back cut: it may be as long as a body.
    private func cut(_ route: ReplyRoute) -> ReplyRoute {
        ReplyRoute(
            socket: route.socket, envelope: route.envelope,
            id: Array(route.id.prefix(Wire.maxIDBytes)))
    }

    private static func problem(frameCount: Int) -> String {
        "message has \(frameCount) frames, allowed are 1 to 3"
    }

    private func parts(unacked frames: [[UInt8]]) -> (topic: [UInt8]?, content: Submission.Content)
    {
        switch frames.count {
        case 1:
            return (nil, envelope(frames[0]) ?? content(header: [], body: frames[0]))
        case 2 where frames[0].isEmpty || isObject(frames[0]):
            return (nil, content(header: frames[0], body: frames[1]))
        case 2:
            return (frames[0], content(header: [], body: frames[1]))
        case 3:
            return (frames[0], content(header: frames[1], body: frames[2]))
        default:
            // Never as many as the limits of receiving allow, so the frames are kept as they are.
            let problem = Self.problem(frameCount: frames.count)
            return (
                nil,
                .refused(.badHeader(problem: problem), header: [], body: Array(frames.joined()))
            )
        }
    }

    private func content(header: [UInt8], body: [UInt8]) -> Submission.Content {
        do throws(Rejection) {
            return .article(
                RawArticle(header: try HeaderReader.read(header), body: try checked(body)))
        } catch {
            return .refused(error, header: header, body: body)
        }
    }

    private func checked(_ body: [UInt8]) throws(Rejection) -> [UInt8] {
        guard body.count <= maxArticleBytes else {
            throw .tooLarge(bytes: body.count, limit: maxArticleBytes)
        }
        guard !body.isEmpty else { throw .empty }
        return body
    }

    /// Header and body of a frame that holds both, `nil` if it is just a body.
    private func envelope(_ frame: [UInt8]) -> Submission.Content? {
        do throws(Rejection) {
            guard let raw = try EnvelopeReader.read(frame) else { return nil }
            return .article(RawArticle(header: raw.header, body: try checked(raw.body)))
        } catch {
            return .refused(error, header: [], body: frame)
        }
    }

    private func isObject(_ frame: [UInt8]) -> Bool {
        guard EnvelopeReader.looksLikeObject(frame) else { return false }
        // Beyond the limit it is refused as a header whatever it holds.
        guard frame.count <= Wire.maxJSONBytes else { return true }
        do throws(JSONError) {
            return try JSONDocument(frame).root.kind == .object
        } catch {
            return error == .tooDeep
        }
    }
}
