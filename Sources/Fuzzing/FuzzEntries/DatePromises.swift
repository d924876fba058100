internal import ArabicDates
internal import ArabicText

/// What is true of the dates of every text.
enum DatePromises {
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        let parser = DateParser()
        let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        if text != bytes { _ = parser.expressions(in: bytes.span, anchor: nil) }
        let scalars = 0..<ScalarCount.of(text)
        for anchor in [nil, CivilDate(year: 2014, month: 3, day: 8)] {
            let expressions = parser.expressions(in: text.span, anchor: anchor)
            try promiseRising(expressions.map { $0.start..<$0.end }, in: scalars, "expressions")
            for expression in expressions {
                try promise(expression.start < expression.end, "an expression has a word")
                try promise(
                    !expression.value.isEmpty && expression.value.utf8.allSatisfy { $0 < 0x80 },
                    "a value is ASCII: \(expression.value)")
                if let from = expression.from, let to = expression.to {
                    try promise(from <= to, "a stretch ends after it starts: \(expression.value)")
                }
                try promise(
                    anchor != nil || !expression.anchored, "without an anchor nothing is anchored")
            }
        }
        if let span = parser.completeDate(in: text.span) {
            try promiseRising([span.start..<span.end], in: scalars, "complete dates")
            try promise((0..<24).contains(span.hour ?? 0), "an hour is below 24")
            try promise((0..<60).contains(span.minute ?? 0), "a minute is below 60")
            try promise((0..<61).contains(span.second ?? 0), "a second is below 61")
        }
        if let instant = InternetDate.parse(text.span) {
            try promise(
                (0...86_400).contains(instant.secondOfDay ?? 0), "a second is in its day")
        }
    }
}
