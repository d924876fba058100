internal import ArabicDates
internal import ArticleExtraction
internal import NewsEnrichment

/// What the body says, as FIELDS.md has it.
extension RecordEncoder {
    /// `people` to `keyphrases`.
    static func write(_ findings: Findings, of article: CleanArticle, to object: inout JSONWriter) {
        object.member("people", findings.people) { array, person in
            array.object { $0.write(person, implied: findings.impliedSubjects) }
        }
        object.member("roleMentions", findings.offices) { array, office in
            array.object { member in
                member.write(office.span)
                member.member("ref", office.ref)
                member.member("org", ifPresent: office.organisation)
            }
        }
        object.member("organisations", findings.organisations) { array, organisation in
            array.object { $0.write(organisation) }
        }
        object.member("places", findings.places) { array, place in
            array.object { $0.write(place) }
        }
        writeTimes(of: findings, in: article, to: &object)
        object.member("quotations", findings.quotations) { array, quotation in
            array.object { $0.write(quotation) }
        }
        object.member("quotedTitles", findings.quotedTitles) { array, title in
            array.object { member in
                member.write(title.span)
                member.member("role", title.role.rawValue)
            }
        }
        object.member("events", findings.events) { array, event in
            array.object { $0.write(event) }
        }
        object.member("recommendations", findings.recommendations) { array, recommendation in
            array.object { $0.write(recommendation) }
        }
        object.member("keyphrases", findings.keyphrases) { $0.value($1.span.text) }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ span: TextSpan) {
        member("start", span.start)
        member("end", span.end)
        member("paragraph", span.paragraph)
        span.withUTF8 { member("text", utf8: $0) }
    }

    fileprivate mutating func list(_ key: StaticString, _ spans: [TextSpan]) {
        member(key, spans) { array, span in array.object { $0.write(span) } }
    }

    fileprivate mutating func list(_ key: StaticString, _ texts: [String]) {
        member(key, texts) { $0.value($1) }
    }

    fileprivate mutating func write(_ person: Person, implied: [ImpliedSubject]) {
        member("ref", person.ref)
        member("name", person.name)
        list("variants", person.variants)
        list("honorifics", person.honorifics)
        member("roles", person.roles) { array, role in
            array.object { member in
                member.member("title", role.title)
                member.member("org", ifPresent: role.organisation)
            }
        }
        member("mentions", person.mentions) { array, mention in
            array.object { member in
                member.write(mention.span)
                member.member("form", mention.form.rawValue)
            }
        }
        member("roleMentions", person.roleMentions) { array, mention in
            array.object { member in
                member.write(mention.span)
                if mention.isOptional { member.member("optional", true) }
            }
        }
        member("impliedSubject", implied.filter { $0.person == person.ref }) { array, subject in
            array.object { member in
                member.write(subject.span)
                member.member("note", "pro-drop")
            }
        }
    }

    fileprivate mutating func write(_ organisation: Organisation) {
        member("ref", organisation.ref)
        member("name", organisation.name)
        list("countries", organisation.countries)
        member("trigger", ifPresent: organisation.trigger)
        list("variants", organisation.variants)
        list("mentions", organisation.mentions)
    }

    fileprivate mutating func write(_ place: Place) {
        member("ref", place.ref)
        member("name", place.name)
        member("kind", place.kind.rawValue)
        member("country", ifPresent: place.country)
        if let point = place.point {
            member("lat", point.latitude)
            member("lon", point.longitude)
        } else {
            member("lat", JSONNull())
            member("lon", JSONNull())
        }
        member("near", ifPresent: place.near?.ref)
        member("nearName", ifPresent: place.near?.name)
        if let resolved = place.resolvedName {
            member("resolvedTo", "city")
            member("resolvedName", resolved)
        }
        member("role", place.role.rawValue)
        list("variants", place.variants)
        list("mentions", place.mentions)
    }

    fileprivate mutating func write(_ quotation: Quotation) {
        member("kind", quotation.kind.rawValue)
        member("within", ifPresent: quotation.within)
        member("speaker", quotation.speaker)
        member("speakerForm", quotation.speakerForm.rawValue)
        member("cue", object: { $0.write(quotation.cue) })
        write(quotation.span)
    }

    fileprivate mutating func write(_ event: NewsEvent) {
        member("id", event.id)
        member("name", event.name)
        member("series", ifPresent: event.series)
        member("ordinal", ifPresent: event.ordinal)
        member("from", ifPresent: event.from?.description)
        member("to", ifPresent: event.to?.description)
        member("value", ifPresent: event.value)
        member("mod", ifPresent: event.mod?.rawValue)
        member("standalone", ifPresent: event.standalone)
        member("place", ifPresent: event.place)
        member("organiser", ifPresent: event.organiser)
        if !event.agents.isEmpty { list("agents", event.agents) }
        member("theme", ifPresent: event.theme)
        member("status", event.status.rawValue)
        member("role", event.role.rawValue)
        list("evidence", event.evidence)
    }

    fileprivate mutating func write(_ recommendation: Recommendation) {
        member("id", recommendation.id)
        member("kind", recommendation.kind.rawValue)
        member("what", ifPresent: recommendation.what)
        member("time", ifPresent: recommendation.time)
        if !recommendation.parts.isEmpty { list("parts", recommendation.parts) }
        member("partOf", ifPresent: recommendation.partOf)
        member("ordinal", ifPresent: recommendation.ordinal)
        write(recommendation.span)
    }
}
