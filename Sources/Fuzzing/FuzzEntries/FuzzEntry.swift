/// A way into the program for bytes that strangers chose: what a fuzzer calls, and what the tests call
/// with a corpus and mutations of it.
public enum FuzzEntry: String, CaseIterable, Sendable {
    /// Charsets. The first byte picks the one that is declared.
    case decoder
    /// Forms, words, sentences, paragraphs and languages.
    case segmenter
    /// Dates and times.
    case dates
    /// A page of HTML, to its record.
    case html
    /// Any other payload, to its records. The first byte picks the declared type.
    case payload
    /// What is understood of a text; its first line is the headline.
    case findings
    /// JSON, headers, envelopes and addresses.
    case message

    /// Runs `bytes` through, and everything that is promised of the result.
    ///
    /// - Throws: The first promise that is broken.
    public func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        switch self {
        case .decoder: try DecoderPromises.check(bytes)
        case .segmenter: try SegmenterPromises.check(bytes)
        case .dates: try DatePromises.check(bytes)
        case .html: try PayloadPromises.check(bytes, contentType: "text/html")
        case .payload: try PayloadPromises.check(bytes)
        case .findings: try FindingsPromises.check(bytes)
        case .message: try MessagePromises.check(bytes)
        }
    }

    /// As ``check(_:)``, for libFuzzer: a broken promise ends the process, as a trap does.
    public func run(_ bytes: UnsafePointer<UInt8>?, count: Int) {
        do throws(BrokenPromise) {
            try check(Array(UnsafeBufferPointer(start: bytes, count: count)))
        } catch {
            fatalError(error.description)
        }
    }
}

/// Something that is said of every input, and is not true of this one.
public struct BrokenPromise: Error, CustomStringConvertible {
    /// What should be true.
    public let description: String
}

/// Throws unless `isKept`.
func promise(
    _ isKept: Bool, _ description: @autoclosure () -> String
) throws(BrokenPromise) {
    guard isKept else { throw BrokenPromise(description: description()) }
}

/// Throws unless each range lies behind the one before it and all lie in `bounds`.
func promiseRising(
    _ ranges: some Sequence<Range<Int>>, in bounds: Range<Int>, _ name: String
) throws(BrokenPromise) {
    var last = bounds.lowerBound
    for range in ranges {
        try promise(
            range.lowerBound >= last && range.upperBound <= bounds.upperBound,
            "\(name) rise inside of \(bounds): \(range) after \(last)")
        last = range.upperBound
    }
}
