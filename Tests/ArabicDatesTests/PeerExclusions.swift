/// Cases of other parsers' corpora that are not measured, with the reason.
enum PeerExclusions {
    static let recognizers: [String: String] = [:]
}
