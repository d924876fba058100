internal import ArabicDates
internal import ArabicText
internal import ArticleExtraction
internal import NewsEnrichment

/// Writes records as RECORD.md wants them: valid ninjs 3.1 plus `enrichment`, keys in a fixed order,
/// the same bytes for the same record.
///
/// What warraq does not know about an article is absent, with two exceptions that FIELDS.md asks
/// for: lists that are known to be empty, and `published.date`, which is null when the page does not
/// say.
public enum RecordEncoder {
    /// The JSON of an article's record.
    public static func json(of record: EnrichedRecord) -> [UInt8] {
        var writer = JSONWriter(capacity: 4 * record.article.body.utf8.count + 4096)
        writer.object { object in
            writeIdentity(of: record, to: &object)
            writeContent(of: record, to: &object)
            writeAssociations(of: record, to: &object)
            object.member("enrichment", object: { writeEnrichment(of: record, to: &$0) })
        }
        return writer.bytes
    }

    private static func writeIdentity(of record: EnrichedRecord, to object: inout JSONWriter) {
        writeHead(
            uri: record.uri, isPartial: record.verdict.isLight, version: record.version,
            versionCreated: record.versionCreated, to: &object)
        object.member("language", record.article.language.tag)
        if let published = record.article.published {
            object.member("contentCreated", published.rfc3339)
        }
    }

    /// The members every record begins with.
    static func writeHead(
        uri: ArticleURI, isPartial: Bool, version: Int, versionCreated: UnixTime?,
        to object: inout JSONWriter
    ) {
        object.member(
            "standard",
            object: { standard in
                standard.member("name", "ninjs")
                standard.member("version", "3.1")
                standard.member(
                    "schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json")
            })
        object.member("uri", uri.description)
        object.member("type", "text")
        object.member("representationType", isPartial ? "partial" : "full")
        object.member("profile", RecordSchema.profile)
        object.member("version", String(version))
        object.member("versionCreated", ifPresent: versionCreated?.rfc3339)
        object.member("pubStatus", "usable")
    }

    /// `title` and `headlines`.
    static func writeTitle(_ title: String, to object: inout JSONWriter) {
        object.member("title", title)
        object.member("headlines", [title]) { array, headline in
            array.object { $0.text(headline, role: "main") }
        }
    }

    private static func writeContent(of record: EnrichedRecord, to object: inout JSONWriter) {
        let article = record.article
        object.member("by", ifPresent: article.byline?.value)
        if let title = article.title { writeTitle(title.value, to: &object) }
        if !record.verdict.isLight {
            object.member("descriptions", [LeadSentence.of(article.body)]) { array, lead in
                array.object { $0.text(lead, role: "lead") }
            }
            object.member(
                "bodies",
                array: { array in
                    array.object { body in
                        body.member("role", "main")
                        body.member("contentType", "text/plain")
                        body.member("charCount", article.paragraphs.last?.end ?? 0)
                        body.member("wordCount", article.wordCount)
                        body.member("value", article.body)
                    }
                })
        }
        if let publisher = article.publisher {
            object.member(
                "infoSources",
                array: { array in
                    array.object { source in
                        source.member("name", publisher.value)
                        source.member("role", "publisher")
                    }
                })
        }
        if let findings = record.findings { writeEntities(of: findings, to: &object) }
        writeAddresses(of: record, to: &object)
    }

    /// The addresses of the page, as ninjs `altIds`.
    private static func writeAddresses(of record: EnrichedRecord, to object: inout JSONWriter) {
        var addresses: [(role: String, value: String)] = []
        if let url = record.header.url, !url.isEmpty { addresses.append(("url", url)) }
        if let canonical = record.article.canonicalURL {
            addresses.append(("canonical", canonical))
        }
        if let item = record.article.item, !item.identity.isEmpty {
            addresses.append(("item", item.identity))
        }
        guard !addresses.isEmpty else { return }
        object.member("altIds", addresses) { array, address in
            array.object { identifier in
                identifier.member("role", address.role)
                identifier.member("value", address.value)
            }
        }
    }

    private static func writeEnrichment(of record: EnrichedRecord, to object: inout JSONWriter) {
        let article = record.article
        object.member("schema", RecordSchema.profile)
        object.member("offsets", RecordSchema.offsets)
        let bounds = record.findings.flatMap { PublicationBounds($0) }
        object.member("published", object: { $0.write(article.published, within: bounds) })
        if let modified = article.modified {
            object.member("modified", object: { $0.write(modified) })
        }
        if let fetchedDay = record.header.fetchedDay {
            object.member(
                "crawled",
                object: { crawled in
                    crawled.member("date", fetchedDay.description)
                    crawled.member("inferred", false)
                    crawled.member("evidence", array: { $0.value("header fetchedAt") })
                })
        }
        object.member(
            "languageVariety",
            object: { variety in
                variety.member("value", article.language.variety)
                variety.member("evidence", article.language.evidence) { $0.value($1) }
            })
        object.member("section", ifPresent: article.section)
        writeProvenance(of: article, to: &object)
        writePageStructure(of: record, to: &object)
        if let findings = record.findings { write(findings, of: article, to: &object) }
        if !record.verdict.isLight || !record.verdict.relations.isEmpty {
            object.member("relations", record.verdict.relations) { array, relation in
                let isSameStory = record.story?.related.contains(relation.uri) ?? false
                array.write(relation, isSameStory: isSameStory)
            }
        }
        if let story = record.story { write(story, to: &object) }
        let topics = Dictionary(
            (record.findings?.pageHeadlineTopics ?? []).map { ($0.headline, $0) },
            uniquingKeysWith: { first, _ in first })
        object.member("pageHeadlines", article.pageHeadlines) { array, headline in
            array.object { member in
                member.member("n", headline.n)
                member.member("rawStart", headline.rawStart)
                member.member("rawEnd", headline.rawEnd)
                member.member("text", headline.text)
                guard let topic = topics[headline.n] else { return }
                member.member("topic", ifPresent: topic.code.map { "medtop:" + $0 })
                member.member("genre", ifPresent: topic.genre?.rawValue)
            }
        }
        if let findings = record.findings {
            object.member(
                "pageHeadlineTimes",
                findings.pageHeadlineTimes.filter { $0.expression.recordValue != nil }
            ) { $0.write($1) }
            object.member("pageHeadlineGroups", findings.pageHeadlineGroups) { array, group in
                array.object { member in
                    member.member("rel", group.relation.rawValue)
                    member.member("headlines", group.headlines) { $0.value($1) }
                }
            }
        }
    }

    private static func writeProvenance(of article: CleanArticle, to object: inout JSONWriter) {
        object.member(
            "input",
            object: { input in
                input.member("charset", article.encoding.rawValue)
                input.member("charsetEvidence", article.encodingEvidence.rawValue)
                input.member("repairs", article.repairs) { $0.value($1.rawValue) }
            })
        object.member(
            "quality",
            object: { quality in
                switch article.quality {
                case .good: quality.member("value", "good")
                case .low(let doubts):
                    quality.member("value", "low")
                    quality.member("doubts", doubts) { $0.value($1.rawValue) }
                }
            })
        if !article.images.isEmpty {
            object.member("images", article.images) { array, image in
                array.object { member in
                    member.member("url", image.url)
                    member.member("caption", ifPresent: image.caption)
                }
            }
        }
    }

    private static func writePageStructure(
        of record: EnrichedRecord, to object: inout JSONWriter
    ) {
        let article = record.article
        object.member("zones", article.zones) { array, zone in
            array.object { member in
                member.member("kind", zone.kind.rawValue)
                member.member("rawStart", zone.rawStart)
                member.member("rawEnd", zone.rawEnd)
            }
        }
        let paragraphs = record.verdict.isLight ? [] : article.paragraphs
        object.member("paragraphs", paragraphs) { array, paragraph in
            array.object { member in
                member.member("n", paragraph.n)
                member.member("start", paragraph.start)
                member.member("end", paragraph.end)
                member.member("rawStart", ifPresent: paragraph.rawStart)
                member.member("rawEnd", ifPresent: paragraph.rawEnd)
            }
        }
        object.member("removals", article.removals) { array, removal in
            array.object { member in
                member.member("reason", removal.reason.rawValue)
                member.member("rawStart", removal.rawStart)
                member.member("rawEnd", removal.rawEnd)
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ time: PageHeadlineTime) {
        object { member in
            member.member("headline", time.headline)
            member.member("rawStart", time.rawStart)
            member.member("rawEnd", time.rawEnd)
            member.member("text", time.text)
            member.write(time.expression)
            if time.expression.anchored { member.member("anchor", "crawled") }
        }
    }

    fileprivate mutating func text(_ value: String, role: String) {
        member("role", role)
        member("contentType", "text/plain")
        member("value", value)
    }

    /// `bounds` are what the text itself says where the page says nothing.
    fileprivate mutating func write(
        _ published: PublicationDate?, within bounds: PublicationBounds? = nil
    ) {
        guard let published else {
            member("date", JSONNull())
            member("standalone", ifPresent: bounds?.standalone)
            if bounds != nil { member("basis", "runningMonth") }
            return
        }
        member("date", published.date.description)
        member("precision", published.precision.rawValue)
        member("text", ifPresent: published.text)
        member("rawStart", ifPresent: published.rawStart)
        member("rawEnd", ifPresent: published.rawEnd)
        member("timeZone", ifPresent: published.timeZone)
        member("basis", published.evidence.rawValue)
    }

    /// Writes the ninjs association of a relation.
    mutating func writeAssociation(_ relation: Relation) {
        object { association in
            association.member("name", relation.kind.title)
            association.member("rel", relation.kind.rawValue)
            association.member("uri", relation.uri.description)
            association.member("type", "text")
        }
    }

    /// Writes an element of `enrichment.relations`.
    ///
    /// - Parameter isSameStory: Whether both articles are of one story.
    mutating func write(_ relation: Relation, isSameStory: Bool) {
        object { member in
            member.member("to", relation.uri.description)
            member.member("type", relation.kind.rawValue)
            if isSameStory { member.member("story", RecordStory.relation) }
            member.member("original", ifPresent: relation.original?.description)
            member.member("coverageHere", relation.coverageHere.roundedToTenThousandths)
            member.member("coverageThere", relation.coverageThere.roundedToTenThousandths)
            member.member("passages", relation.passages) { array, passage in
                array.object { run in
                    run.member("start", passage.here.lowerBound)
                    run.member("end", passage.here.upperBound)
                    run.member("otherStart", passage.there.lowerBound)
                    run.member("otherEnd", passage.there.upperBound)
                    run.member("kind", passage.isFormulaic ? "formulaic" : "copied")
                    run.member("matchedTokens", passage.matchedTokens)
                    run.member("dice", passage.dice.roundedToTenThousandths)
                }
            }
        }
    }
}

extension Double {
    /// The number to four decimals, as records give shares.
    public var roundedToTenThousandths: Double { (self * 10_000).rounded() / 10_000 }
}
