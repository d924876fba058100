extension FlattenedPage {
    /// Takes away the lines that other articles of the site have shown, before anything is concluded
    /// from where lines stand.
    mutating func findSiteFurniture(_ furniture: Set<UInt64>, in text: Span<UInt8>) {
        guard !furniture.isEmpty else { return }
        var folder = SiteLineKey()
        for index in lines.indices where lines[index].role == .text {
            if let key = folder.key(of: text.extracting(lines[index].line.bytes)),
                furniture.contains(key)
            {
                lines[index].role = .siteFurniture
            }
        }
    }

    /// Whether a line was taken away because the site is known.
    var hasSiteFurniture: Bool { lines.contains { $0.role == .siteFurniture } }

    /// The lines of the text, those among them that are known as the site's: they are seen again.
    func siteLines(in text: Span<UInt8>) -> [SiteSighting.Line] {
        var collector = SiteLineCollector()
        for line in lines where line.role == .text || line.role == .siteFurniture {
            collector.add(text.extracting(line.line.bytes))
        }
        return collector.sighted
    }
}
