internal import JSONReading

/// What was understood of an article, as a person would want to see it.
extension DemoReport {
    /// Prints the findings of a record; nothing for a light one.
    func showFindings(of root: JSONValue) {
        guard let enrichment = root["enrichment"], enrichment["people"] != nil else { return }
        let names = refs(in: enrichment)
        let people = list(enrichment["people"]).map(person)
        show("people", people)
        show("bodies", list(enrichment["organisations"]).compactMap { $0["name"]?.string })
        show("places", list(enrichment["places"]).map(place))
        show("times", list(enrichment["times"]).map(time))
        show("events", list(enrichment["events"]).map { event($0, names: names) })
        show("topics", list(root["subjects"]).compactMap { $0["name"]?.string })
        show("keyphrases", list(enrichment["keyphrases"]).compactMap(\.string).prefix(8))
        showQuotations(list(enrichment["quotations"]), names: names)
        showRecommendations(list(enrichment["recommendations"]))
        guard let story = enrichment["story"] else { return }
        let articles = story["articleCount"]?.integer ?? 1
        let texts = story["independentCount"]?.integer ?? 1
        terminal.field(
            "story",
            articles == 1
                ? "the first article of its story"
                : "article \(articles) of its story, which has \(texts) independent texts so far")
    }

    private func show(_ label: String, _ values: some Collection<String>) {
        guard !values.isEmpty else { return }
        terminal.field(label, values.joined(separator: "، "))
    }

    /// The names of everybody and everything that has an id.
    private func refs(in enrichment: JSONValue) -> [String: String] {
        var names: [String: String] = [:]
        for key in ["people", "organisations", "places"] {
            for entity in list(enrichment[key]) {
                if let ref = entity["ref"]?.string { names[ref] = entity["name"]?.string }
            }
        }
        for office in list(enrichment["roleMentions"]) {
            if let ref = office["ref"]?.string { names[ref] = office["text"]?.string }
        }
        return names
    }

    private func person(_ value: JSONValue) -> String {
        let roles = list(value["roles"]).compactMap { $0["title"]?.string }
        let name = value["name"]?.string ?? ""
        return roles.isEmpty ? name : "\(name) (\(roles.joined(separator: "، ")))"
    }

    private func place(_ value: JSONValue) -> String {
        let name = value["name"]?.string ?? ""
        return [name, value["country"]?.string].compactMap(\.self).joined(separator: " ")
    }

    private func time(_ value: JSONValue) -> String {
        "\(value["text"]?.string ?? "") = \(value["value"]?.string ?? "")"
    }

    private func event(_ value: JSONValue, names: [String: String]) -> String {
        let when = value["from"]?.string ?? value["value"]?.string
        let place = value["place"]?.string.flatMap { names[$0] }
        let details = [place, when].compactMap(\.self)
        let name = value["name"]?.string ?? ""
        return details.isEmpty ? name : "\(name) (\(details.joined(separator: "، ")))"
    }

    private func showQuotations(_ quotations: [JSONValue], names: [String: String]) {
        guard !quotations.isEmpty else { return }
        terminal.field("quotations", "\(quotations.count), the first two:")
        for quotation in quotations.prefix(2) {
            let speaker = quotation["speaker"]?.string ?? ""
            terminal.paragraph(
                "\(names[speaker] ?? speaker): \(quotation["text"]?.string ?? "")", lines: 2)
        }
    }

    private func showRecommendations(_ recommendations: [JSONValue]) {
        guard let first = recommendations.first else { return }
        terminal.field("to be done", "\(recommendations.count), the first:")
        terminal.paragraph(first["text"]?.string ?? "", lines: 2)
    }
}
