/// Makes the next version of a record that is out already, from its JSON.
///
/// Only what changes is written anew: every other byte, and the order of the keys, stays that of the version
/// before.
public struct RecordAmender {
    /// How often a later article may complete one record.
    public static let maxCompletions = 3

    private var splicer: JSONSplicer
    private let enrichment: JSONSplicer.Value

    /// An amender of `json`, a record's.
    ///
    /// `nil` if later articles have nothing to add to it: it has no body of its own, as a copy or a page
    /// headline, or it is withheld.
    public init?(_ json: [UInt8]) {
        let splicer = JSONSplicer(json)
        func has(_ name: StaticString, _ value: StaticString) -> Bool {
            guard let member = splicer.member(name, of: splicer.root) else { return false }
            return value.withUTF8Buffer { splicer[member].elementsEqual($0) }
        }
        guard has("representationType", "\"full\""), has("pubStatus", "\"usable\""),
            let enrichment = splicer.member("enrichment", of: splicer.root)
        else { return nil }
        self.splicer = splicer
        self.enrichment = enrichment
    }

    /// Gives the record its next version.
    public mutating func setVersion(_ version: Int, created: UnixTime) {
        splicer.set(
            "version", of: splicer.root, to: JSONWriter.bytes(of: String(version)),
            after: Self.beforeVersion)
        splicer.set(
            "versionCreated", of: splicer.root, to: JSONWriter.bytes(of: created.rfc3339),
            after: Self.beforeVersion + ["version"])
    }

    /// Adds a relation to a later record, and its association. One to that record that is there already
    /// gets its original named.
    ///
    /// - Parameter isSameStory: Whether both articles are of one story.
    public mutating func add(_ relation: Relation, isSameStory: Bool = false) {
        if let existing = self.relation(to: relation.uri) {
            guard let original = relation.original else { return }
            splicer.set(
                "original", of: existing, to: JSONWriter.bytes(of: original.description),
                after: ["to", "type", "story"])
            return
        }
        var written = JSONWriter()
        written.write(relation, isSameStory: isSameStory)
        append(written.bytes, to: "relations", of: enrichment, after: Self.beforeRelations)
        var association = JSONWriter()
        association.writeAssociation(relation)
        append(
            association.bytes, to: "associations", of: splicer.root, after: Self.beforeAssociations)
    }

    /// Says what was filled in, and from which record.
    public mutating func addProvenance(fields: [String], from uri: ArticleURI) {
        var written = JSONWriter()
        written.object { entry in
            entry.member("fields", fields) { $0.value($1) }
            entry.member("from", uri.description)
        }
        append(
            written.bytes, to: "completed", of: enrichment,
            after: Self.beforeRelations + ["relations"])
    }

    // MARK: Filling

    /// Sets members of the object `name` of `enrichment`, in the order of its keys.
    mutating func set(
        _ members: [(name: StaticString, value: String)], of name: StaticString,
        order: [StaticString]
    ) {
        guard let object = splicer.member(name, of: enrichment) else { return }
        set(members, ofObject: object, order: order)
    }

    /// Sets members of an element of the list `name` of `enrichment`.
    mutating func set(
        _ members: [(name: StaticString, value: String)], ofElement number: Int,
        of name: StaticString, order: [StaticString]
    ) {
        guard let object = element(number, of: name) else { return }
        set(members, ofObject: object, order: order)
    }

    /// Takes a member out of an element of the list `name` of `enrichment`.
    mutating func remove(_ member: StaticString, ofElement number: Int, of name: StaticString) {
        guard let object = element(number, of: name) else { return }
        splicer.remove(member, of: object)
    }

    /// The text of the member `value` of an element of the list `name`, which has nothing to escape.
    func value(ofElement number: Int, of name: StaticString) -> String? {
        guard let object = element(number, of: name),
            let value = splicer.member("value", of: object)
        else { return nil }
        return String(decoding: splicer[value].dropFirst().dropLast(), as: UTF8.self)
    }

    private mutating func set(
        _ members: [(name: StaticString, value: String)], ofObject object: JSONSplicer.Value,
        order: [StaticString]
    ) {
        for member in order {
            guard let value = members.first(where: { $0.name.description == member.description })
            else { continue }
            splicer.set(
                member, of: object, to: JSONWriter.bytes(of: value.value),
                after: Array(order.prefix { $0.description != member.description }))
        }
    }

    private func element(_ number: Int, of name: StaticString) -> JSONSplicer.Value? {
        guard let list = splicer.member(name, of: enrichment) else { return nil }
        let elements = splicer.elements(of: list)
        return elements.indices.contains(number) ? elements[number] : nil
    }

    /// The record's JSON with all of it.
    public func amended() -> [UInt8] { splicer.spliced() }

    private mutating func append(
        _ element: [UInt8], to array: StaticString, of object: JSONSplicer.Value,
        after predecessors: [StaticString]
    ) {
        if let value = splicer.member(array, of: object) {
            splicer.append(element, to: value)
        } else {
            splicer.set(
                array, of: object,
                to: [UInt8(ascii: "[")] + element + [UInt8(ascii: "]")], after: predecessors)
        }
    }

    private func relation(to uri: ArticleURI) -> JSONSplicer.Value? {
        let quoted = JSONWriter.bytes(of: uri.description)
        let relations = splicer.member("relations", of: enrichment).map { splicer.elements(of: $0) }
        return relations?.first { relation in
            splicer.member("to", of: relation).map { splicer[$0].elementsEqual(quoted) } ?? false
        }
    }

    // The order of RecordEncoder: what stands in front of a member that may have to be put in.
    private static let beforeVersion: [StaticString] = [
        "standard", "uri", "type", "representationType", "profile",
    ]
    private static let beforeAssociations: [StaticString] =
        beforeVersion + [
            "version", "versionCreated", "pubStatus", "language", "contentCreated", "by", "title",
            "headlines", "descriptions", "bodies", "located", "infoSources", "altIds", "genres",
            "people", "organisations", "places", "subjects", "events",
        ]
    private static let beforeRelations: [StaticString] = [
        "schema", "offsets", "published", "modified", "crawled", "languageVariety", "section",
        "input", "quality", "images", "zones", "paragraphs", "removals", "people", "roleMentions",
        "organisations", "places", "times", "quotations", "quotedTitles", "events",
        "recommendations", "keyphrases",
    ]
}

extension JSONWriter {
    /// `value` alone as JSON.
    static func bytes(of value: some JSONWritable) -> [UInt8] {
        var writer = JSONWriter()
        writer.value(value)
        return writer.bytes
    }
}
