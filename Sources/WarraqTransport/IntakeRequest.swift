import WarraqCore

/// What a message on the acked socket asks.
enum IntakeRequest: Equatable {
    /// Takes an article. The id may be of any length yet.
    case put(id: [UInt8], header: [UInt8], body: [UInt8])
    /// Asks whether anybody is there.
    case ping

    /// Reads the frames after the envelope.
    init(_ request: RoutedRequest) throws(Malformed) {
        let (verb, arguments) = try request.verb(after: Wire.version)
        switch verb {
        case Wire.put:
            guard arguments.count == 3 else {
                throw Malformed(.badFrames, "PUT has \(arguments.count + 2) frames, expected 5")
            }
            let first = arguments.startIndex
            self = .put(
                id: arguments[first], header: arguments[first + 1], body: arguments[first + 2])
        case Wire.ping:
            guard arguments.isEmpty else {
                throw Malformed(.badFrames, "PING has \(arguments.count + 2) frames, expected 2")
            }
            self = .ping
        default:
            throw Malformed(.badVerb, "verb is not one of PUT, PING")
        }
    }

    /// Reads what was kept of a message beyond the limits: a PUT whose body did not fit.
    init(oversize request: RoutedRequest, frameCount: Int) throws(Malformed) {
        let (verb, arguments) = try request.verb(after: Wire.version)
        guard verb == Wire.put, frameCount - request.envelope.count == 5 else {
            throw Malformed(.badFrames, "message has \(frameCount) frames or is too large")
        }
        guard let id = arguments.first else { throw Malformed(.badRequest, "id is too large") }
        self = .put(id: id, header: arguments.dropFirst().first ?? [], body: [])
    }
}
