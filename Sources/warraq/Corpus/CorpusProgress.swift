internal import Glibc
internal import WarraqServer

/// A bar on standard error while a corpus is gone through, if a person sees it.
struct CorpusProgress {
    private static let columns = 24
    /// Texts between two looks at the clock.
    private static let step = 256
    private static let interval = Duration.milliseconds(200)

    private let start = ContinuousClock.now
    private let isShown = isatty(STDERR_FILENO) == 1
    private var last = ContinuousClock.now
    private var isOnScreen = false

    /// Shows how far it is, at most five times a second.
    mutating func show(texts: Int, copies: Int, bytes: Int, of all: Int?) {
        guard isShown, texts.isMultiple(of: Self.step), last.duration(to: .now) >= Self.interval
        else { return }
        last = .now
        isOnScreen = true
        StandardError.write(
            "\r\u{1B}[K"
                + Self.line(
                    texts: texts, copies: copies,
                    share: all.map { Double(bytes) / Double(max(1, $0)) },
                    seconds: seconds))
    }

    /// The bar as text: the share done if that is known, the rate, and the time left.
    static func line(texts: Int, copies: Int, share: Double?, seconds: Double) -> String {
        let counts =
            "\(texts) texts, \(copies) copies, \(Int(Double(texts) / max(seconds, 0.001))) texts/s"
        guard let share else { return counts }
        let done = Int((min(1, share) * Double(columns)).rounded())
        let bar =
            String(repeating: "#", count: done) + String(repeating: ".", count: columns - done)
        let left = share > 0 ? seconds * (1 - min(1, share)) / share : 0
        return "[\(bar)] \(Int(min(1, share) * 100)) %  \(counts), \(Self.time(left)) left"
    }

    /// Takes the bar away.
    mutating func clear() {
        guard isOnScreen else { return }
        StandardError.write("\r\u{1B}[K")
        isOnScreen = false
    }

    /// The time it took, and the rate.
    func summary(texts: Int) -> String {
        "\(Self.time(seconds)), \(Int(Double(texts) / max(seconds, 0.001))) texts/s"
    }

    private var seconds: Double { start.duration(to: .now) / .seconds(1) }

    /// Seconds as `42 s`, `3 min 20 s` or `1 h 5 min`.
    static func time(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        switch whole {
        case ..<60: return "\(whole) s"
        case ..<3_600: return "\(whole / 60) min \(whole % 60) s"
        default: return "\(whole / 3_600) h \(whole / 60 % 60) min"
        }
    }
}
