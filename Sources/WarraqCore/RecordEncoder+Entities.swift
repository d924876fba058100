internal import NewsEnrichment

/// What ninjs itself has room for: entities, subjects and events, tied to `enrichment` by their ids.
extension RecordEncoder {
    static func writeEntities(of findings: Findings, to object: inout JSONWriter) {
        object.member("located", ifPresent: findings.located)
        object.list("people", findings.people) { member, person in
            member.member("name", person.name)
            member.member("literal", person.ref)
            member.member("rel", "mentions")
        }
        object.list("organisations", findings.organisations) { member, organisation in
            member.member("name", organisation.name)
            member.member("literal", organisation.ref)
            member.member("rel", "mentions")
        }
        object.list("places", findings.places) { $0.writeReference(to: $1) }
        object.list("subjects", findings.topics) { $0.writeSubject($1) }
        object.list("events", findings.events) { member, event in
            member.member("id", event.id)
            member.member("name", event.name)
            member.member("rel", event.role == .main ? "about" : "mentions")
        }
    }
}

extension JSONWriter {
    /// Writes a list of objects; nothing if it is empty, as ninjs does.
    fileprivate mutating func list<Element>(
        _ key: StaticString, _ elements: [Element], each: (inout JSONWriter, Element) -> Void
    ) {
        guard !elements.isEmpty else { return }
        member(key, elements) { array, element in array.object { each(&$0, element) } }
    }

    fileprivate mutating func writeReference(to place: Place) {
        member("name", place.name)
        member("rel", place.role.rawValue)
        if place.isGeoNames { member("uri", place.ref) } else { member("literal", place.ref) }
        guard let point = place.point else { return }
        member(
            "geoJSON",
            object: { geometry in
                geometry.member("type", "Point")
                // RFC 7946: longitude first.
                geometry.member("coordinates", [point.longitude, point.latitude]) { $0.value($1) }
            })
    }

    fileprivate mutating func writeSubject(_ topic: NewsTopic) {
        member("uri", "http://cv.iptc.org/newscodes/mediatopic/" + topic.code)
        member("name", topic.name)
        member("literal", "medtop:" + topic.code)
        member("rel", topic.relation.rawValue)
        member("creator", "warraq")
        member("relevance", topic.relevance)
    }
}
