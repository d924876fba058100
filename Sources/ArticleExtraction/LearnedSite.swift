/// What is known of a site: what stands on its pages whatever the article is.
public struct LearnedSite: Hashable, Sendable {
    /// Keys of the lines that are its furniture.
    public let furniture: Set<UInt64>
    /// Keys of the ends of titles that are its name.
    public let suffixes: Set<UInt64>

    /// Nothing is known.
    public static let nothing = LearnedSite(furniture: [], suffixes: [])

    /// A site of these values.
    public init(furniture: Set<UInt64>, suffixes: Set<UInt64>) {
        self.furniture = furniture
        self.suffixes = suffixes
    }

    /// Whether nothing is known.
    public var isEmpty: Bool { furniture.isEmpty && suffixes.isEmpty }

    /// The same, but that the headline as the sender names it is no furniture: a daily column has
    /// the same one every day.
    func sparing(_ title: String?) -> LearnedSite {
        guard !furniture.isEmpty, let title else { return self }
        var keys: Set = [SiteLineKey.key(of: title)]
        for tail in TitleTail.all(of: title) { keys.insert(SiteLineKey.key(of: tail.head)) }
        guard !furniture.isDisjoint(with: keys) else { return self }
        return LearnedSite(furniture: furniture.subtracting(keys), suffixes: suffixes)
    }
}

/// Finds what is known of the site that an absolute address belongs to.
public typealias SiteLookup = @Sendable (_ url: String) -> LearnedSite?
