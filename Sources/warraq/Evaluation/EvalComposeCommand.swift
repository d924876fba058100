internal import ArgumentParser
internal import JSONReading
internal import WarraqCore
internal import WarraqServer

/// `warraq eval compose`: as many articles as one wants, for trying `warraq dedup`.
struct EvalComposeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compose",
        abstract: "Print composed articles, one in ten derived from an earlier one.",
        discussion: """
            The articles of warraq eval scale as JSON lines {"id","origin","text"}; origin says what an \
            article is: own, or copy, edited or holding and the earlier one's id.

            EXAMPLES
              warraq eval compose --count 1000000 --bytes 1500 | warraq dedup -
            """)

    @Option(
        help: "The directory of the news whose sentences are drawn from.", completion: .directory)
    var data = "../shared/data/news"

    @Option(help: "Articles to compose.")
    var count = 10_000

    @Option(help: "Bytes of an article.")
    var bytes = 3_400

    func run() throws {
        try reportingCorpusFailures {
            let composer = try ArticleComposer(data: data, bytes: bytes)
            for number in 0..<count {
                var writer = JSONWriter(capacity: bytes + 128)
                writer.object { object in
                    object.member("id", "\(number)")
                    object.member("origin", composer.origin(of: number).description)
                    object.member(
                        "text", String(decoding: composer.article(number), as: UTF8.self))
                }
                StandardOutput.write(writer.bytes + [0x0A])
            }
        }
    }
}

extension ArticleComposer {
    /// Draws from the news in a directory.
    init(data: String, bytes: Int) throws {
        var texts: [[UInt8]] = []
        for name in ["ant.jsonl.gz", "saudi-2015-08-08..11.jsonl.gz"] {
            try CorpusFile.forEachObject(in: "\(data)/\(name)") { object in
                if let text = object?["text"]?.utf8 { texts.append(text) }
            }
        }
        self.init(texts: texts, bytes: bytes)
        guard !isEmpty else { throw ValidationError("\(data) has no sentences.") }
    }
}

extension ArticleComposer.Origin: CustomStringConvertible {
    /// The kind, and the number of what it was derived from.
    var description: String {
        switch self {
        case .own: "own"
        case .copy(let earlier): "copy \(earlier)"
        case .edited(let earlier): "edited \(earlier)"
        case .holding(let earlier): "holding \(earlier)"
        }
    }
}
