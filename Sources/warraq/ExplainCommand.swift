internal import ArgumentParser
internal import ArticleExtraction
internal import WarraqCore
internal import WarraqServer

/// `warraq explain`: why a record says what it says.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say for each finding which rule and which words produced it.",
        discussion: """
            Reads inputs as process does, and prints what was found in each: the finding, the rule's \
            name and what it says, and the words that made it apply. With --json one JSON object a \
            finding and line: {"input","item","part","finding","start","end","rule","meaning","words"}, \
            offsets in Unicode scalars of the body.

            EXAMPLES
              warraq explain page.html
              warraq explain --part people --part quotations page.html
              warraq explain --json article.txt | jq -r 'select(.part=="places") | .finding'
            """)

    @OptionGroup var inputs: ArticleInputs

    @Option(
        help: ArgumentHelp(
            "Only findings of this kind, as the record's key: people, times, quotations…",
            valueName: "key"))
    var part: [String] = []

    @Flag(help: "One JSON object a finding.")
    var json = false

    func validate() throws {
        try inputs.validateInputs()
    }

    func run() throws {
        try reportingFailures(explain)
    }

    private func explain() throws {
        let processor = ArticleProcessor()
        let terminal = TerminalText()
        if !json { terminal.begin() }
        defer { if !json { terminal.end() } }
        var refused = false
        var number = 0
        try inputs.forEach { input in
            number += 1
            do throws(Rejection) {
                let explanations = try processor.explanations(of: try input.get())
                for (item, explanation) in explanations.enumerated() {
                    let lines = explanation.lines.filter { part.isEmpty || part.contains($0.part) }
                    if json {
                        for line in lines {
                            StandardOutput.write(Self.json(line, input: number, item: item + 1))
                        }
                    } else {
                        show(explanation.title, lines, number: number, on: terminal)
                    }
                }
            } catch {
                refused = true
                StandardError.write("input \(number): \(error.code): \(error.description)\n")
            }
        }
        if refused { throw ExitCode(ExitStatus.negative.rawValue) }
    }

    private func show(
        _ title: String?, _ lines: [Explanation.Line], number: Int, on terminal: TerminalText
    ) {
        terminal.heading(title ?? "Input \(number), without a title")
        var part = ""
        for line in lines {
            if line.part != part {
                part = line.part
                terminal.line()
                terminal.line("  " + part)
            }
            terminal.paragraph(line.finding, lines: 3)
            let place = line.place.map { ", at \($0.lowerBound) to \($0.upperBound)" } ?? ""
            terminal.item("\(line.rule): \(line.meaning)\(place)", indent: 6)
            if let words = line.words, words != line.finding {
                terminal.paragraph(words, lines: 2)
            }
        }
        if lines.isEmpty { terminal.item("nothing was found", indent: 2) }
    }

    private static func json(_ line: Explanation.Line, input: Int, item: Int) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { object in
            object.member("input", input)
            object.member("item", item)
            object.member("part", line.part)
            object.member("finding", line.finding)
            object.member("start", ifPresent: line.place?.lowerBound)
            object.member("end", ifPresent: line.place?.upperBound)
            object.member("rule", line.rule)
            object.member("meaning", line.meaning)
            object.member("words", ifPresent: line.words)
        }
        return writer.bytes + [0x0A]
    }
}
