internal import JSONReading

extension NameClass {
    /// The class of a tag of Wojood's or AQMAR's: `B-PERS`, `I-GPE`, `B-ORG`. `nil` for others.
    init?(tag: String) {
        switch tag.dropFirst(2) {
        case "PER", "PERS": self = .person
        case "ORG": self = .organisation
        case "LOC", "GPE", "FAC": self = .place
        default: return nil
        }
    }
}

extension MarkedName {
    /// An entity of ours; `nil` if it has no label that is known.
    init?(annotated entity: JSONValue) {
        guard let label = NameClass(rawValue: entity.text("label")) else { return nil }
        self.init(span: entity.span, label: label, isOptional: entity.isOptional)
        other = NameClass(rawValue: entity.text("alt"))
        accepted = entity.list("accept").compactMap { pair in
            let ends = pair.elements.compactMap(\.integer)
            return ends.count == 2 ? BodySpan(start: ends[0], end: ends[1], text: "") : nil
        }
    }

    /// The name `distance` scalars further on in `text`.
    func moved(by distance: Int, in text: String) -> MarkedName {
        let (start, end) = (span.start + distance, span.end + distance)
        var name = MarkedName(
            span: BodySpan(start: start, end: end, text: text.scalars(from: start, to: end)),
            label: label)
        name.other = other
        name.isOptional = isOptional
        name.accepted = accepted.map {
            BodySpan(start: $0.start + distance, end: $0.end + distance, text: "")
        }
        return name
    }
}
