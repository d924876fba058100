internal import ArabicText

/// What is true of every decoding.
enum DecoderPromises {
    private static let charsets: [String?] =
        [nil, "nonsense"] + TextEncoding.allCases.map { $0.rawValue }

    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        let charset = charsets[Int(bytes.first ?? 0) % charsets.count]
        let input = Array(bytes.dropFirst())
        let text: DecodedText
        do {
            text = try TextDecoder.decode(input, declaredCharset: charset)
        } catch {
            return
        }
        try promise(!text.utf8.isEmpty, "decoded text is not empty")
        try promise(
            String(validating: text.utf8, as: UTF8.self) != nil, "decoded text is valid UTF-8")
        try promise(
            text.replacements >= 0 && text.replacements <= input.count,
            "replacements are no more than the bytes")
        try FormPromises.check(text.utf8)
    }
}

/// What is true of every text in each of its forms.
enum FormPromises {
    static func check(_ text: [UInt8]) throws(BrokenPromise) {
        let display = DisplayForm.of(text)
        try promise(
            String(validating: display, as: UTF8.self) != nil, "a display form is valid UTF-8")
        try promise(DisplayForm.of(display) == display, "a display form is its own display form")
        let key = form(display, KeyForm.append)
        try promise(String(validating: key, as: UTF8.self) != nil, "a key is valid UTF-8")
        try promise(form(key, KeyForm.append) == key, "a key is its own key")
        let loose = form(display, LooseKeyForm.append)
        try promise(form(loose, LooseKeyForm.append) == loose, "a loose key is its own loose key")
        try promise(
            WordScanner.count(in: key) == WordScanner.count(in: display),
            "a key has as many words as its text")
    }

    private static func form(
        _ text: [UInt8], _ append: (Span<UInt8>, inout [UInt8]) -> Void
    ) -> [UInt8] {
        var output: [UInt8] = []
        append(text.span, &output)
        return output
    }
}

/// What is true of the segments of every text.
enum SegmenterPromises {
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        // Damaged text may give anything but a trap.
        if text != bytes { segmentAll(bytes) }
        try check(ParagraphScanner.paragraphs(in: text), of: text, "paragraphs")
        try check(SentenceScanner.sentences(in: text), of: text, "sentences")
        let words = WordScanner.words(in: text)
        try check(words, of: text, "words")
        try promise(words.count == WordScanner.count(in: text), "words are as many as counted")
        try promiseRising(
            FingerprintForm.words(of: text).map { Int($0.start)..<Int($0.end) },
            in: 0..<ScalarCount.of(text), "fingerprint words")
        try promise(
            !LanguageIdentifier.identify(text).tag.isEmpty, "every text has a language tag")
        try FormPromises.check(text)
    }

    private static func segmentAll(_ bytes: [UInt8]) {
        _ = ParagraphScanner.paragraphs(in: bytes)
        _ = SentenceScanner.sentences(in: bytes)
        _ = WordScanner.words(in: bytes)
        _ = FingerprintForm.words(of: bytes)
        _ = LanguageIdentifier.identify(bytes)
        _ = DisplayForm.of(bytes)
    }

    private static func check(
        _ segments: [TextSegment], of text: [UInt8], _ name: String
    ) throws(BrokenPromise) {
        try promiseRising(segments.map(\.bytes), in: 0..<text.count, "\(name) in bytes")
        try promiseRising(
            segments.map(\.scalars), in: 0..<ScalarCount.of(text), "\(name) in scalars")
        for segment in segments {
            let piece = Array(text[segment.bytes])
            try promise(
                String(validating: piece, as: UTF8.self) != nil
                    && ScalarCount.of(piece) == segment.scalars.count,
                "\(name) have the same ends in bytes as in scalars: \(segment)")
        }
    }
}
