extension Settings {
    /// `config/warraqd.toml`: every key, commented out at its default, with its range and effect.
    public static var document: String {
        var lines = """
            # Settings of warraqd, the daemon. Every key is here, commented out, at its default.
            #
            # A key can also be set in the environment: intake.acked as WARRAQ_INTAKE_ACKED, lists with
            # commas between. warraq check FILE says what is wrong with a file, all at once.
            # Keys marked (reload) are taken up by systemctl reload warraqd, the others by a restart.
            #
            # Endpoints are tcp://HOST:PORT or ipc://PATH. A prefix overrides what a socket does: @ binds,
            # > connects. An empty list closes that way in or out.
            """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for table in tables {
            lines += ["", "# \(table.about)", "[\(table.name)]"]
            for key in table.keys {
                lines += ["", "# \(key.environmentName): \(key.range)"]
                let mark = key.takesEffect == .reload ? " (reload)" : ""
                lines += (key.meaning + mark).wrapped(to: 98).map { "# " + $0 }
                lines.append("#\(key.leaf) = \(key.defaultText)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    /// The words in lines of at most `width` letters.
    fileprivate func wrapped(to width: Int) -> [String] {
        var lines: [String] = []
        for word in split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
