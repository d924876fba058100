/// What one line of a page is for.
enum LineRole: Hashable {
    /// Nothing was recognised: text, until the page says otherwise.
    case text
    /// Furniture of a kind. The first line of a block for those that have more.
    case furniture(Zone.Kind)
    /// Text of a site's furniture that only counts as such at the edges of a page.
    case edgeFurniture(Zone.Kind)
    /// Known from other articles of the same site.
    case siteFurniture
    /// Says when or where the article was published.
    case publication
    /// Names the author or agency.
    case byline
    /// The article's headline.
    case headline
}
