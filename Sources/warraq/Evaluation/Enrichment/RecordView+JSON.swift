internal import JSONReading

extension JSONValue {
    /// The elements of the array `name`; none if there is none.
    func list(_ name: StaticString) -> [JSONValue] {
        self["\(name)"].map { Array($0.elements) } ?? []
    }

    /// The strings of the array `name`.
    func strings(_ name: StaticString) -> [String] {
        list(name).compactMap(\.string)
    }

    /// The text of the member `name`; `""` if there is none.
    func text(_ name: StaticString) -> String { self["\(name)"]?.string ?? "" }

    /// The span that the object is.
    var span: BodySpan {
        BodySpan(
            start: self["start"]?.integer ?? self["rawStart"]?.integer ?? 0,
            end: self["end"]?.integer ?? self["rawEnd"]?.integer ?? 0, text: text("text"))
    }

    /// The spans of the array `name`.
    func spans(_ name: StaticString) -> [BodySpan] { list(name).map(\.span) }

    /// Whether the object says it may be left out.
    var isOptional: Bool { self["optional"]?.boolean ?? false }
}

extension RecordView {
    /// Reads a record.
    init(_ record: JSONValue) {
        let enrichment = record["enrichment"] ?? record
        body = record.list("bodies").first?.text("value") ?? ""
        title = record["title"]?.string
        paragraphStarts = enrichment.list("paragraphs").compactMap { paragraph in
            guard let start = paragraph["start"]?.integer, let raw = paragraph["rawStart"]?.integer
            else { return nil }
            return (start, raw)
        }
        people = enrichment.list("people").map(Entity.init(record:))
        organisations = enrichment.list("organisations").map(Entity.init(record:))
        places = enrichment.list("places").map(Entity.init(record:))
        offices = enrichment.list("roleMentions").map(Entity.init(office:))
        times = enrichment.list("times").map(Time.init)
        headlineTimes = enrichment.list("pageHeadlineTimes").map(Time.init)
        quotations = enrichment.list("quotations").map(Quotation.init)
        quotedTitles = enrichment.list("quotedTitles").map { ($0.span, $0.text("role")) }
        events = enrichment.list("events").map(Event.init)
        recommendations = enrichment.list("recommendations").map(Recommendation.init)
        topics = record.list("subjects").map { subject in
            let literal = subject.text("literal")
            return (
                literal.split(separator: ":").last.map(String.init) ?? literal,
                subject["relevance"]?.integer ?? 0
            )
        }
        keyphrases = enrichment.strings("keyphrases")
        pageHeadlines = enrichment.list("pageHeadlines").map { headline in
            let topic = headline["topic"]?.string.map { [$0] } ?? []
            return (
                headline["n"]?.integer ?? 0, headline.text("text"),
                topic + headline.strings("acceptableTopics"), headline["genre"]?.string
            )
        }
        headlineGroups = enrichment.list("pageHeadlineGroups").map { group in
            (group.text("rel"), group.list("headlines").compactMap(\.integer))
        }
    }
}

extension RecordView.Entity {
    fileprivate init(record entity: JSONValue) {
        self.init(
            ref: entity.text("ref"), name: entity.text("name"),
            variants: entity.strings("variants"), mentions: entity.spans("mentions"))
        for office in entity.list("roleMentions") {
            if office.isOptional {
                optionalOffices.append(office.span)
            } else {
                offices.append(office.span)
            }
        }
        implied = entity.spans("impliedSubject")
        titles = entity.list("roles").map { $0.text("title") }
        honorifics = entity.strings("honorifics")
        kind = entity["kind"]?.string
        country = entity["country"]?.string
        latitude = entity["lat"]?.real
        longitude = entity["lon"]?.real
        role = entity["role"]?.string
        near = entity["near"]?.string
        resolvedName = entity["resolvedName"]?.string
    }

    fileprivate init(office: JSONValue) {
        self.init(
            ref: office["ref"]?.string ?? office.text("resolved"), name: office.text("text"),
            variants: [], mentions: [office.span])
    }
}

extension RecordView.Time {
    fileprivate init(_ time: JSONValue) {
        self.init(
            span: time.span, type: time.text("type"), value: time.text("value"),
            mod: time["mod"]?.string, from: time["from"]?.string, to: time["to"]?.string,
            standalone: time["standalone"]?.string, isOptional: time.isOptional,
            headline: time["headline"]?.integer)
    }
}

extension RecordView.Quotation {
    fileprivate init(_ quotation: JSONValue) {
        self.init(
            span: quotation.span, kind: quotation.text("kind"), speaker: quotation.text("speaker"),
            speakerForm: quotation.text("speakerForm"),
            cue: quotation["cue"]?.span ?? BodySpan(start: 0, end: 0, text: ""),
            within: quotation["within"]?.integer)
    }
}

extension RecordView.Event {
    fileprivate init(_ event: JSONValue) {
        var dates: [String: String] = [:]
        for key in ["from", "to", "value", "mod", "standalone"] {
            dates[key] = event[key]?.string
        }
        let organiser = [event["organiser"]?.string].compactMap { $0 }
        self.init(
            id: event.text("id"), name: event.text("name"), series: event["series"]?.string,
            ordinal: event["ordinal"]?.integer, dates: dates, place: event["place"]?.string,
            actors: organiser + event.strings("agents"),
            theme: event["theme"]?.string, status: event.text("status"), role: event.text("role"),
            evidence: event.spans("evidence"))
    }
}

extension RecordView.Recommendation {
    fileprivate init(_ recommendation: JSONValue) {
        self.init(
            span: recommendation.span, id: recommendation.text("id"),
            kind: recommendation.text("kind"), what: recommendation["what"]?.string,
            time: recommendation["time"]?.string, parts: recommendation.strings("parts"),
            partOf: recommendation["partOf"]?.string, ordinal: recommendation["ordinal"]?.integer)
    }
}
