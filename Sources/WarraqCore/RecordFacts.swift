internal import ArabicDates
internal import ArabicText
internal import JSONReading

/// What one record's JSON says that another may lack.
public struct RecordFacts {
    /// A time of the body.
    struct Time {
        let place: Range<Int>
        let text: String
        let value: String
        let from: String?
        let to: String?
        let mod: String?
    }

    /// An event, as far as its dates go.
    struct Event {
        let value: String?
        let isScheduled: Bool
    }

    /// An office whose holder the text does not name.
    struct Office {
        let key: OfficeKey
        let isResolved: Bool
    }

    /// A person with an office that the text ties to it.
    struct Holder {
        let person: String
        let key: OfficeKey
    }

    let language: String?
    let body: String?
    let published: CivilDate?
    let times: [Time]
    let events: [Event]
    let offices: [Office]
    let holders: [Holder]

    /// Whether it says when it was published: all that a copy can give, which is not enriched.
    public var datesItself: Bool { published != nil }

    /// The facts of a record; `nil` if `json` is none.
    public init?(_ json: [UInt8]) {
        // A record of ours that cannot be read gives nothing and lacks nothing.
        guard let root = try? JSONDocument(json).root, let enrichment = root["enrichment"] else {
            return nil
        }
        language = root["language"]?.string
        var elements = root["bodies"]?.elements
        body = elements?.next()?["value"]?.string
        published = enrichment["published"]?["date"]?.string.flatMap {
            InternetDate.parse($0)?.date
        }
        times = enrichment.list("times").compactMap { Time($0) }
        events = enrichment.list("events").map { event in
            Event(
                value: event["value"]?.string, isScheduled: event["status"]?.string == "scheduled")
        }
        offices = enrichment.list("roleMentions").map { office in
            Office(
                key: OfficeKey(
                    title: office["text"]?.string ?? "", organisation: office["org"]?.string),
                isResolved: office["resolved"] != nil)
        }
        holders = enrichment.list("people").flatMap { Self.holders(in: $0) }
    }

    private static func holders(in person: JSONValue) -> [Holder] {
        guard let ref = person["ref"]?.string else { return [] }
        return person.list("roles").compactMap { role in
            role["title"]?.string.map { title in
                Holder(
                    person: ref,
                    key: OfficeKey(title: title, organisation: role["org"]?.string))
            }
        }
    }
}

extension RecordFacts.Time {
    fileprivate init?(_ time: JSONValue) {
        guard let start = time["start"]?.integer, let end = time["end"]?.integer, start < end,
            let value = time["value"]?.string
        else { return nil }
        self.init(
            place: start..<end, text: time["text"]?.string ?? "", value: value,
            from: time["from"]?.string, to: time["to"]?.string, mod: time["mod"]?.string)
    }
}

extension JSONValue {
    fileprivate func list(_ name: String) -> [JSONValue] {
        self[name].map { Array($0.elements) } ?? []
    }
}
