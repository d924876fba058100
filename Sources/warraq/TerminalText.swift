internal import Foundation
internal import WarraqServer

/// Lays Arabic and Latin lines out for whoever reads standard output.
///
/// On a terminal it asks for bidirectional display line by line (the BiDi recommendation of the
/// Freedesktop terminal working group; terminals that know nothing of it ignore it), so Arabic lines
/// run and align from the right. Off a terminal there is no control character and no colour.
struct TerminalText {
    /// Columns of a line.
    let width: Int
    private let isTerminal: Bool
    private let hasColour: Bool

    /// For the standard output as it is.
    init() {
        let environment = ProcessInfo.processInfo.environment
        isTerminal = StandardOutput.isTerminal
        hasColour =
            isTerminal && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
        let columns = environment["COLUMNS"].flatMap { Int($0) } ?? TerminalText.columns() ?? 100
        width = min(max(columns, 40), 120)
    }

    private static func columns() -> Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    /// Asks the terminal to find each line's direction.
    func begin() {
        if isTerminal { StandardOutput.write(Array("\u{1B}[?2501h".utf8)) }
    }

    /// Gives the terminal its own way back.
    func end() {
        if isTerminal { StandardOutput.write(Array("\u{1B}[?2501l".utf8)) }
    }

    /// Prints `line` as it is.
    func line(_ line: String = "") {
        StandardOutput.print(line)
    }

    /// Prints a heading.
    func heading(_ text: String) {
        line()
        for piece in Self.wrapped(text, width: width) {
            line(hasColour ? "\u{1B}[1m\(piece)\u{1B}[0m" : piece)
        }
    }

    /// Prints what matters less.
    func faint(_ text: String) {
        line(hasColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text)
    }

    /// Prints `text` after `indent` columns, the first of which may hold `label`; wrapped between
    /// words, each line under the first.
    func item(_ text: String, indent: Int, label: String = "") {
        var margin = label.padding(toLength: indent, withPad: " ", startingAt: 0)
        for piece in Self.wrapped(text, width: width - indent) {
            line(margin + piece)
            margin = String(repeating: " ", count: indent)
        }
    }

    /// Prints `label` in a column and `text` behind it; Arabic too long for that has lines of its own,
    /// so that each of them finds its direction.
    func field(_ label: String, _ text: String) {
        let indent = 15
        if Self.beginsFromTheRight(text), Self.columns(of: text[...]) > width - indent {
            line("  " + label)
            paragraph(text)
        } else {
            item(text, indent: indent, label: "  " + label)
        }
    }

    /// Prints a paragraph, wrapped between words, at most `lines` lines of it.
    func paragraph(_ text: String, lines: Int = .max) {
        let wrapped = Self.wrapped(text, width: width - 4)
        guard wrapped.count > lines, lines > 0 else {
            for piece in wrapped { line("    " + piece) }
            return
        }
        for piece in wrapped.prefix(lines - 1) { line("    " + piece) }
        let last = Self.wrapped(wrapped[lines - 1], width: width - 6).first ?? ""
        line("    " + last + " …")
    }

    /// `text` in lines of at most `width` columns, broken between words; a longer word has a line of
    /// its own.
    static func wrapped(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let columns = columns(of: word)
            if used > 0, used + 1 + columns > width {
                lines.append(line)
                line = ""
                used = 0
            }
            if used > 0 {
                line += " "
                used += 1
            }
            line += word
            used += columns
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// Whether the first letter of `text` is Arabic, as the terminal finds a line's direction.
    private static func beginsFromTheRight(_ text: String) -> Bool {
        text.unicodeScalars.first { $0.properties.isAlphabetic }
            .map { (0x0600...0x08FF).contains($0.value) } ?? false
    }

    /// The columns a word takes: marks that stand over letters take none.
    private static func columns(of word: Substring) -> Int {
        word.unicodeScalars.reduce(0) { columns, scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format, .control: columns
            default: columns + 1
            }
        }
    }
}

extension String {
    /// The scalars from `start` to `end`, as records count.
    func scalars(_ start: Int, _ end: Int) -> String {
        let view = unicodeScalars
        guard let from = view.index(view.startIndex, offsetBy: start, limitedBy: view.endIndex),
            let to = view.index(view.startIndex, offsetBy: end, limitedBy: view.endIndex),
            from <= to
        else { return "" }
        return String(view[from..<to])
    }
}
