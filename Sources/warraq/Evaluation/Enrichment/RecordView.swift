internal import JSONReading

/// What a record says its article says: ours and the gold's are read alike.
struct RecordView {
    /// A person, a body or a place.
    struct Entity {
        let ref: String
        let name: String
        let variants: [String]
        let mentions: [BodySpan]
        /// Where a person is meant by office only; those that may be left out apart.
        var offices: [BodySpan] = []
        var optionalOffices: [BodySpan] = []
        var implied: [BodySpan] = []
        var titles: [String] = []
        var honorifics: [String] = []
        var kind: String?
        var country: String?
        var latitude: Double?
        var longitude: Double?
        var role: String?
        var near: String?
        var resolvedName: String?

        /// Every text that names it.
        var names: [String] {
            [name] + variants + mentions.map(\.text) + offices.map(\.text) + titles
        }
    }

    /// A time, in the body or in a page headline.
    struct Time {
        let span: BodySpan
        let type: String
        let value: String
        let mod: String?
        let from: String?
        let to: String?
        let standalone: String?
        let isOptional: Bool
        var headline: Int?
    }

    /// A quotation.
    struct Quotation {
        let span: BodySpan
        let kind: String
        let speaker: String
        let speakerForm: String
        let cue: BodySpan
        let within: Int?
    }

    /// An event.
    struct Event {
        let id: String
        let name: String
        let series: String?
        let ordinal: Int?
        let dates: [String: String]
        let place: String?
        let actors: [String]
        let theme: String?
        let status: String
        let role: String
        let evidence: [BodySpan]
    }

    /// A recommendation or decision.
    struct Recommendation {
        let span: BodySpan
        let id: String
        let kind: String
        let what: String?
        let time: String?
        let parts: [String]
        let partOf: String?
        let ordinal: Int?
    }

    let body: String
    let title: String?
    /// Where each paragraph begins in the body and in the input, if that is known.
    let paragraphStarts: [(body: Int, input: Int)]
    let people: [Entity]
    let organisations: [Entity]
    let places: [Entity]
    /// Offices whose holders are not named.
    let offices: [Entity]
    let times: [Time]
    let headlineTimes: [Time]
    let quotations: [Quotation]
    let quotedTitles: [(span: BodySpan, role: String)]
    let events: [Event]
    let recommendations: [Recommendation]
    let topics: [(code: String, relevance: Int)]
    let keyphrases: [String]
    let pageHeadlines: [(n: Int, text: String, topics: [String], genre: String?)]
    let headlineGroups: [(relation: String, headlines: [Int])]

    /// People, bodies, places and unnamed holders of offices.
    var entities: [Entity] { people + organisations + places + offices }
}
