internal import ArgumentParser
internal import ArticleExtraction
internal import WarraqCore
internal import WarraqServer

/// `warraq process`: the record each input gives, without a daemon.
struct ProcessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "process",
        abstract: "Print the record each input gives; no daemon, no memory of other articles.",
        discussion: """
            One JSON object a line, several for a feed. The same input gives the same bytes, run \
            after run. A refused input is a line {"input","code","reason"} on standard error; the \
            rest goes on, and the exit code is 1.

            EXAMPLES
              warraq process page.html | jq .title
              warraq process --url https://example.org/1 page.html
              zcat corpus.jsonl.gz | warraq process --lines --numbered -
            """)

    @OptionGroup var inputs: ArticleInputs

    @Flag(help: "Print {\"input\":n,\"item\":k,\"record\":…} instead, both counted from 1.")
    var numbered = false

    func validate() throws {
        try inputs.validateInputs()
    }

    func run() throws {
        try reportingFailures(process)
    }

    private func process() throws {
        let processor = ArticleProcessor()
        var refused = false
        var number = 0
        try inputs.forEach { input in
            number += 1
            do throws(Rejection) {
                let raw = try input.get()
                let records = try processor.records(of: raw)
                for (item, record) in records.enumerated() {
                    StandardOutput.write(line(record, input: number, item: item + 1))
                }
            } catch {
                refused = true
                StandardError.write(Self.refusal(error, input: number))
            }
        }
        if refused { throw ExitCode(ExitStatus.negative.rawValue) }
    }

    private func line(_ record: [UInt8], input: Int, item: Int) -> [UInt8] {
        guard numbered else { return record + [0x0A] }
        var writer = JSONWriter(capacity: record.count + 64)
        writer.object { object in
            object.member("input", input)
            object.member("item", item)
            object.member("record", json: record)
        }
        return writer.bytes + [0x0A]
    }

    private static func refusal(_ rejection: Rejection, input: Int) -> String {
        var writer = JSONWriter()
        writer.object { object in
            object.member("input", input)
            object.member("code", rejection.code)
            object.member("reason", rejection.description)
        }
        return String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }
}
