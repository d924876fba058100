extension GoldComparison {
    var times: GoldPart {
        var part = GoldPart("times")
        for time in gold.times {
            guard let found = Self.likest(ours.times, to: time.span, at: \.span) else {
                part.missing("\(time.span.text) = \(time.value)", isOptional: time.isOptional)
                continue
            }
            part.found(
                "\(time.span.text) = \(time.value)", problems: Self.problems(of: found, with: time),
                isOptional: time.isOptional)
        }
        for time in ours.times
        where Self.likest(gold.times, to: time.span, at: \.span) == nil {
            part.add(beyond: "\(time.span.text) = \(time.value)")
        }
        return part
    }

    var headlineTimes: GoldPart {
        var part = GoldPart("times in page headlines")
        for time in gold.headlineTimes {
            let same = ours.headlineTimes.filter { $0.headline == time.headline }
            let name = "\(time.headline ?? 0): \(time.span.text) = \(time.value)"
            guard let found = Self.likest(same, to: time.span, at: \.span) else {
                part.missing(name)
                continue
            }
            part.found(name, problems: Self.problems(of: found, with: time))
        }
        for time in ours.headlineTimes
        where Self.likest(gold.headlineTimes, to: time.span, at: \.span) == nil {
            part.add(beyond: "\(time.headline ?? 0): \(time.span.text) = \(time.value)")
        }
        return part
    }

    /// What a text that does not date itself can say alone is as right as what both texts say.
    private static func problems(
        of found: RecordView.Time, with asked: RecordView.Time
    ) -> [String] {
        if asked.standalone != nil,
            found.value == asked.standalone || found.standalone == asked.standalone
        {
            return differ("modifier", asked.mod, found.mod)
        }
        return differ("type", asked.type, found.type) + differ("value", asked.value, found.value)
            + differ("modifier", asked.mod, found.mod)
            // Days that follow from the value are not in the gold.
            + (asked.from == nil ? [] : differ("from", asked.from, found.from))
            + (asked.to == nil ? [] : differ("to", asked.to, found.to))
    }

    var quotations: GoldPart {
        var part = GoldPart("quotations")
        let kinds = { (kind: String) in kind == "fragment" }
        for quotation in gold.quotations {
            let same = ours.quotations.filter { kinds($0.kind) == kinds(quotation.kind) }
            let name = "\(quotation.kind) \(quotation.cue.text) [\(quotation.span.text)]"
            guard let found = Self.likest(same, to: quotation.span, at: \.span),
                found.span.likeness(to: quotation.span) >= QuotationEvaluation.likeness
            else {
                part.missing(name)
                continue
            }
            var problems = Self.differ("kind", quotation.kind, found.kind)
            problems += Self.differ("speaker", quotation.speaker, refs[found.speaker])
            problems += Self.differ("form", quotation.speakerForm, found.speakerForm)
            problems += Self.differ("cue", quotation.cue.text, found.cue.text)
            problems += Self.differ("within", quotation.within, found.within)
            if !found.span.isSamePlace(as: quotation.span) {
                problems.append("cut as \(found.span.text)")
            }
            part.found(name, problems: problems)
        }
        for quotation in ours.quotations
        where Self.likest(gold.quotations, to: quotation.span, at: \.span) == nil {
            part.add(beyond: "\(quotation.cue.text) [\(quotation.span.text)]")
        }
        return part
    }

    var quotedTitles: GoldPart {
        var part = GoldPart("quoted titles")
        for title in gold.quotedTitles {
            guard let found = Self.likest(ours.quotedTitles, to: title.span, at: \.span) else {
                part.missing(title.span.text)
                continue
            }
            part.found(
                title.span.text,
                problems: Self.differ("role", title.role, found.role)
                    + Self.differ("words", title.span.text, found.span.text))
        }
        for title in ours.quotedTitles
        where Self.likest(gold.quotedTitles, to: title.span, at: \.span) == nil {
            part.add(beyond: title.span.text)
        }
        return part
    }

    var recommendations: GoldPart {
        var part = GoldPart("recommendations")
        for asked in gold.recommendations {
            guard let found = Self.likest(ours.recommendations, to: asked.span, at: \.span),
                found.span.likeness(to: asked.span) >= QuotationEvaluation.likeness
            else {
                part.missing("\(asked.id) \(asked.kind) [\(asked.span.text)]")
                continue
            }
            var problems = Self.differ("kind", asked.kind, found.kind)
            problems += Self.differ("time", asked.time, found.time)
            problems += Self.differ("parts", asked.parts.count, found.parts.count)
            problems += Self.differ("is a part", asked.partOf != nil, found.partOf != nil)
            problems += Self.differ("ordinal", asked.ordinal, found.ordinal)
            if !found.span.isSamePlace(as: asked.span) {
                problems.append("cut as \(found.span.text)")
            }
            part.found("\(asked.id) \(asked.kind) [\(asked.span.text)]", problems: problems)
        }
        for found in ours.recommendations
        where Self.likest(gold.recommendations, to: found.span, at: \.span) == nil {
            part.add(beyond: "\(found.kind) [\(found.span.text)]")
        }
        return part
    }
}
