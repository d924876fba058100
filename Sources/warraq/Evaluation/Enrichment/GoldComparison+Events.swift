internal import ArabicText

extension GoldComparison {
    var events: GoldPart {
        var part = GoldPart("events")
        var taken = Set<String>()
        var series = Set<String>()
        for event in gold.events {
            let best = ours.events.filter { !taken.contains($0.id) }
                .map { (event: $0, likeness: Self.likeness(event, $0)) }
                .max { $0.likeness < $1.likeness }
            guard let best, best.likeness >= 0.4 else {
                part.missing("\(event.name)")
                continue
            }
            taken.insert(best.event.id)
            if event.series != nil { series.insert(best.event.series ?? "none") }
            part.found(event.name, problems: problems(of: best.event, with: event))
        }
        let asked = Set(gold.events.compactMap(\.series))
        if !asked.isEmpty, !series.isEmpty {
            part.found(
                "events of \(asked.count) series",
                problems: series.count == asked.count && !series.contains("none")
                    ? [] : ["ours are of \(series.sorted())"])
        }
        for event in ours.events where !taken.contains(event.id) {
            part.add(beyond: "\(event.name) (\(event.role), \(event.status), \(event.dates))")
        }
        return part
    }

    /// Where both stand at one place of the text, and the words their names share.
    private static func likeness(_ one: RecordView.Event, _ other: RecordView.Event) -> Double {
        guard one.ordinal == other.ordinal else { return 0 }
        let meets = one.evidence.contains { span in
            other.evidence.contains { $0.overlap(with: span) > 0 }
        }
        let (a, b) = (words(of: one.name), words(of: other.name))
        let shared = Double(a.intersection(b).count) / Double(max(1, a.union(b).count))
        return (meets ? 0.4 : 0) + shared
    }

    private static func words(of name: String) -> Set<Substring> {
        Set(KeyForm.of(name).split(separator: " "))
    }

    private func problems(of found: RecordView.Event, with asked: RecordView.Event) -> [String] {
        var problems: [String] = []
        let standalone = asked.dates["standalone"]
        let isAsFarAsItGoes =
            standalone != nil
            && (found.dates["value"] == standalone || found.dates["standalone"] == standalone)
        if !isAsFarAsItGoes {
            for key in ["from", "to", "value", "mod"] where asked.dates[key] != nil {
                problems += Self.differ(key, asked.dates[key], found.dates[key])
            }
        }
        problems += Self.differ("place", asked.place, found.place.map { refs[$0] ?? $0 })
        let actors = Set(found.actors.map { refs[$0] ?? $0 })
        for actor in asked.actors where !actors.contains(actor) {
            problems.append("without \(actor)")
        }
        if asked.theme != nil, !Self.isSame(asked.theme, found.theme) {
            problems += Self.differ("theme", asked.theme, found.theme)
        }
        problems += Self.differ("status", asked.status, found.status)
        problems += Self.differ("role", asked.role, found.role)
        return problems
    }

    var topics: GoldPart {
        var part = GoldPart("topics")
        for (place, topic) in gold.topics.enumerated() {
            let name = "\(topic.code), relevance \(topic.relevance)"
            guard let found = ours.topics.first(where: { $0.code == topic.code }) else {
                part.missing(name)
                continue
            }
            // Relevance is coarse and scored by order: against those named before it.
            let isLater = gold.topics.prefix(place).filter { $0.relevance > topic.relevance }
                .allSatisfy { earlier in
                    ours.topics.allSatisfy {
                        $0.code != earlier.code || $0.relevance >= found.relevance
                    }
                }
            part.found(
                name,
                problems: isLater ? [] : ["relevance \(found.relevance) puts it before others"])
        }
        let known = Set(gold.topics.map(\.code))
        for topic in ours.topics where !known.contains(topic.code) {
            part.add(beyond: "\(topic.code), relevance \(topic.relevance)")
        }
        return part
    }

    var headlineTopics: GoldPart {
        var part = GoldPart("topics of page headlines")
        for headline in gold.pageHeadlines {
            let name = "\(headline.n) \(headline.text)"
            let found = ours.pageHeadlines.first { $0.n == headline.n }
            guard let topic = found?.topics.first else {
                part.missing("\(name): \(headline.topics.joined(separator: " or "))")
                continue
            }
            part.found(
                name,
                problems: headline.topics.contains(topic)
                    ? [] : ["\(topic), not \(headline.topics.joined(separator: " or "))"])
        }
        return part
    }
}
