import CLibXML2

/// Parses pages with libxml2's event interface, so that texts keep their place in the source.
///
/// The tree interface is not used: it loses positions, allocates each node on its own, and stops
/// at depth 256 with everything behind it lost. The price is that depth, size and work are bounded
/// here.
enum HTMLParser {
    /// Work after which a page is cut. A unit is a step of libxml2 through its stack of open
    /// elements, a few nanoseconds; an honest page takes some thousands.
    static let maxWork = 30_000_000
    /// Depth of libxml2's own stack at which a page is cut.
    static let maxOpenElements = 1024

    /// Parses a page, however broken.
    ///
    /// - Parameter source: Valid UTF-8. What its `<meta>` says about charsets is ignored.
    static func parse(_ source: [UInt8]) -> HTMLTree {
        HTMLSource.bounded(source).withUnsafeBufferPointer { bytes in
            // Positions and sizes are C integers in libxml2.
            guard bytes.count > 0, bytes.count < Int(Int32.max) / 2 else {
                return HTMLTreeBuilder(sourceBytes: 0).finish(isTruncated: bytes.count > 0)
            }
            let events = HTMLEvents(source: bytes)
            guard let handle = HTMLParserHandle(bytes, events: events) else {
                return HTMLTreeBuilder(sourceBytes: 0).finish(isTruncated: true)
            }
            handle.run()
            return events.finish()
        }
    }
}

/// Owns one parser of libxml2.
private struct HTMLParserHandle: ~Copyable {
    private let context: htmlParserCtxtPtr

    private static let initialized: Void = xmlInitParser()

    /// Creates a parser over `source`, which must outlive it, that reports to `events`.
    init?(_ source: UnsafeBufferPointer<UInt8>, events: HTMLEvents) {
        Self.initialized
        let created = source.withMemoryRebound(to: CChar.self) {
            htmlCreateMemoryParserCtxt($0.baseAddress, Int32($0.count))
        }
        guard let context = created else { return nil }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue
        htmlCtxtUseOptions(context, Int32(bitPattern: options))
        // Said here, or it reads UTF-8 as Latin-1. Going through its encoder instead would lose
        // the positions and copy the page.
        context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
        context.pointee.encoding = UnsafePointer(xmlStrdup("UTF-8"))
        context.pointee.userData = Unmanaged.passUnretained(events).toOpaque()
        if let handler = context.pointee.sax { HTMLEvents.connect(&handler.pointee) }
        events.context = context
        self.context = context
    }

    /// Parses to the end.
    func run() {
        // Its result only says whether the page was well formed.
        _ = htmlParseDocument(context)
    }

    deinit { htmlFreeParserCtxt(context) }
}

/// Hands the events of libxml2 to a builder, and stops it where a bound is reached.
private final class HTMLEvents {
    /// The parser whose events these are.
    var context: htmlParserCtxtPtr?
    private let source: UnsafeBufferPointer<UInt8>
    private var builder: HTMLTreeBuilder
    private var work = 0
    private var isStopped = false
    /// Behind the last text in the source.
    private var placed = 0
    /// Bytes of the longest text that a character reference stands for, with room to spare.
    private static let maxReferenced = 8
    // libxml2 keeps one copy of each name, so names compare by address.
    private var tagNames = [UnsafePointer<UInt8>?](repeating: nil, count: 256)
    private var tags = [HTMLTag](repeating: .block, count: 256)

    init(source: UnsafeBufferPointer<UInt8>) {
        self.source = source
        builder = HTMLTreeBuilder(sourceBytes: source.count)
    }

    /// The tree of what was parsed.
    func finish() -> HTMLTree { builder.finish(isTruncated: isStopped) }

    /// Makes `handler` report to an `HTMLEvents` and do nothing else.
    static func connect(_ handler: inout xmlSAXHandler) {
        handler = xmlSAXHandler()
        // Only with this mark does libxml2 report errors through `serror`.
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElement = { events, name, attributes in
            HTMLEvents.of(events)?.start(name, attributes)
        }
        handler.endElement = { events, _ in HTMLEvents.of(events)?.builder.close() }
        handler.characters = { events, text, count in HTMLEvents.of(events)?.add(text, count) }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.serror = { events, _ in HTMLEvents.of(events)?.countError() }
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> HTMLEvents? {
        pointer.map { Unmanaged<HTMLEvents>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(
        _ name: UnsafePointer<xmlChar>?,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard let name else { return }
        if let context, Int(context.pointee.nameNr) > HTMLParser.maxOpenElements || builder.isFull {
            stop()
        }
        guard builder.open(tag(name)), let attributes else { return }
        var index = 0
        while let attribute = attributes[index] {
            if let value = attributes[index + 1] {
                let use = HTMLAttribute.use(of: attribute)
                if case .ignore = use {
                } else {
                    let count = Int(xmlStrlen(value))
                    builder.add(use, UnsafeBufferPointer(start: value, count: count))
                }
            } else if case .hidden = HTMLAttribute.use(of: attribute) {
                builder.add(.hidden, UnsafeBufferPointer(start: nil, count: 0))
            }
            index += 2
        }
        builder.endAttributes()
    }

    private func tag(_ name: UnsafePointer<UInt8>) -> HTMLTag {
        let address = UInt(bitPattern: name)
        let slot = Int((address ^ address >> 7) & 255)
        if tagNames[slot] == name { return tags[slot] }
        let count = Int(xmlStrlen(name))
        let tag = HTMLTag(name: UnsafeBufferPointer(start: name, count: count))
        tagNames[slot] = name
        tags[slot] = tag
        return tag
    }

    private func add(_ first: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard let first, let input = context?.pointee.input else { return }
        let text = UnsafeBufferPointer(start: first, count: Int(count))
        let end = Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
        let behind = max(placed, min(end, source.count))
        let (place, isLiteral) = place(of: text, before: behind)
        if !isLiteral, text.count > Self.maxReferenced,
            let pieces = (max(placed, behind - 64)...min(behind + 4, source.count)).reversed().lazy
                .compactMap({ self.pieces(of: text, before: $0) }).first
        {
            var start = text.startIndex
            for piece in pieces {
                let next = start + piece.count
                builder.add(
                    text: UnsafeBufferPointer(rebasing: text[start..<next]),
                    rawStart: piece.lowerBound, rawEnd: piece.upperBound, isLiteral: true)
                start = next
            }
            placed = pieces.last?.upperBound ?? behind
            return
        }
        placed = place.upperBound
        builder.add(
            text: text, rawStart: place.lowerBound, rawEnd: place.upperBound, isLiteral: isLiteral)
    }

    /// Where the pieces of a text are that libxml2 left controls and noncharacters out of; `nil` if it
    /// is no such text.
    private func pieces(
        of text: UnsafeBufferPointer<UInt8>, before end: Int
    ) -> [Range<Int>]? {
        var pieces: [Range<Int>] = []
        var index = text.count
        var start = end
        var behind = end
        while index > 0 {
            guard start > placed else { return nil }
            if source[start - 1] == text[index - 1] {
                start -= 1
                index -= 1
                continue
            }
            let leftOut = leftOut(before: start)
            guard leftOut > 0, start - leftOut >= placed else { return nil }
            if start < behind { pieces.append(start..<behind) }
            start -= leftOut
            behind = start
        }
        pieces.append(start..<behind)
        return pieces.reversed()
    }

    /// Bytes before `end` that libxml2 leaves out: a control's, U+FFFE's or U+FFFF's; else 0.
    private func leftOut(before end: Int) -> Int {
        let last = source[end - 1]
        if last < 0x20 { return 1 }
        let isNoncharacter =
            last >= 0xBE && end >= 3 && source[end - 2] == 0xBF && source[end - 3] == 0xEF
        return isNoncharacter ? 3 : 0
    }

    /// Where a text is in the source, and whether it stands there byte for byte.
    ///
    /// - Parameter end: Where libxml2 is: right behind the text, a scalar before its end where its
    ///   buffer was full, or a little further where the page is broken.
    private func place(
        of text: UnsafeBufferPointer<UInt8>, before end: Int
    ) -> (Range<Int>, isLiteral: Bool) {
        if isText(text, at: end - text.count) { return (end - text.count..<end, true) }
        // A bracket that opens no tag is handed over before it is passed.
        if isText(text, at: end) { return (end..<end + text.count, true) }
        if text.count <= Self.maxReferenced {
            // A character reference: it begins at the nearest ampersand.
            let floor = max(placed, end - 32)
            if let start = (floor..<end).last(where: { source[$0] == UInt8(ascii: "&") }) {
                return (start..<end, false)
            }
        }
        // Text that libxml2 went on from before it handed it over, or that it is a scalar short of, as
        // where its buffer is full.
        let floor = min(max(placed, end - text.count - 256), end)
        if let start = (floor..<end).first(where: { isText(text, at: $0) }) {
            return (start..<start + text.count, true)
        }
        let start = (floor..<end).first { source[$0] == text.first } ?? end
        return (start..<end, false)
    }

    /// Whether `text` stands at `start` of the source, behind the text before it.
    private func isText(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        start >= placed && start + text.count <= source.count
            && text.elementsEqual(UnsafeBufferPointer(rebasing: source[start..<start + text.count]))
    }

    private func countError() {
        guard let context else { return }
        work += 16 + Int(context.pointee.nameNr)
        if work > HTMLParser.maxWork { stop() }
    }

    private func stop() {
        guard !isStopped, let context else { return }
        isStopped = true
        xmlStopParser(context)
    }
}
