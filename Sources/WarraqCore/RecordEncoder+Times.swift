internal import ArabicDates
internal import ArticleExtraction
internal import NewsEnrichment

extension RecordEncoder {
    /// `times`, as FIELDS.md has them.
    static func writeTimes(
        of findings: Findings, in article: CleanArticle, to object: inout JSONWriter
    ) {
        // An article that dates itself needs no other text for these.
        let datesItself = article.published.map { $0.evidence != .header } ?? false
        object.member("times", findings.times.filter { $0.expression.recordValue != nil }) {
            array, time in
            array.object { member in
                member.member("start", time.expression.start)
                member.member("end", time.expression.end)
                member.member("paragraph", time.paragraph)
                member.member("text", time.text)
                member.write(time.expression)
                member.member("mod", ifPresent: time.expression.mod?.rawValue)
                member.member("from", ifPresent: time.expression.from?.description)
                member.member("to", ifPresent: time.expression.to?.description)
                if time.expression.anchored { member.member("anchor", "published") }
                if !datesItself {
                    member.member("standalone", ifPresent: time.expression.standalone)
                }
            }
        }
    }
}

extension TimeExpression {
    /// The value as FIELDS.md has it: a time of day is given by its day, `nil` if that is not known.
    var recordValue: String? {
        guard type == .time else { return value }
        let day = value.prefix { $0 != "T" }
        return day.isEmpty ? nil : String(day)
    }
}

extension JSONWriter {
    /// `type` and `value` of a time.
    mutating func write(_ expression: TimeExpression) {
        let type: TimeType = expression.type == .time ? .date : expression.type
        member("type", type.rawValue)
        member("value", expression.recordValue ?? expression.value)
    }
}
