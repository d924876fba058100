import ArabicText

/// Display form with its white space folded, as segmentation leaves it to be done.
enum DisplayText {
    /// Appends `text` in display form, each run of white space as one space, none at either end.
    static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
        guard needsFold(text) else {
            DisplayForm.append(text, to: &output)
            return
        }
        var folded: [UInt8] = []
        folded.reserveCapacity(text.count)
        var scan = ScalarScan()
        var isPending = false
        while scan.byte < text.count {
            let start = scan.byte
            switch ScalarKind(scan.next(in: text)) {
            case .white, .lineBreak: isPending = !folded.isEmpty
            default:
                if isPending { folded.append(UInt8(ascii: " ")) }
                isPending = false
                for index in start..<scan.byte { folded.append(text[index]) }
            }
        }
        DisplayForm.append(folded.span, to: &output)
    }

    /// `range` of `text` in that form.
    static func of(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
        var output: [UInt8] = []
        append(text.extracting(range), to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// `text` in that form; `nil` if nothing is left of it.
    static func of(_ text: String?) -> String? {
        guard let text else { return nil }
        let bytes = Array(text.utf8)
        let value = of(bytes.span, 0..<bytes.count)
        return value.isEmpty ? nil : value
    }

    private static func needsFold(_ text: Span<UInt8>) -> Bool {
        var scan = ScalarScan()
        var wasWhite = true
        while scan.byte < text.count {
            let scalar = scan.next(in: text)
            let isWhite = ScalarKind(scalar) == .white || ScalarKind(scalar) == .lineBreak
            if isWhite, wasWhite || scalar != 0x20 { return true }
            wasWhite = isWhite
        }
        return wasWhite
    }
}
