/// A place that a body names.
public struct Place: Hashable, Sendable {
    /// What a place is.
    public enum Kind: String, Hashable, Sendable {
        case city, country, facility
        /// A province, governorate or other part of a country; a sea, a mountain: no one point.
        case region
    }

    /// What a place is to the article.
    public enum Role: String, Hashable, Sendable {
        /// Where an event takes place that the article reports.
        case eventPlace
        /// Named only.
        case mentions
    }

    /// A point on the earth.
    public struct Point: Hashable, Sendable {
        /// Degrees north, -90 to 90.
        public let latitude: Double
        /// Degrees east, -180 to 180.
        public let longitude: Double
    }

    /// A GeoNames URI, or `place:` and a local id.
    public let ref: String
    /// The gazetteer's name; for a facility as written.
    public let name: String
    /// What it is.
    public let kind: Kind
    /// ISO 3166-1 code; `nil` for a sea or another place of no one country.
    public let country: String?
    /// Where it lies; `nil` where no point is right, always for countries.
    public let point: Point?
    /// What it is to the article. Events may make it an event's place.
    public internal(set) var role: Role
    /// The nearest known place, which is not the place: its GeoNames URI and name.
    public let near: Neighbour?
    /// The enclosing city, whose id and point are given.
    public let resolvedName: String?
    /// Where it stands, without proclitics.
    public internal(set) var mentions: [TextSpan]
    /// Why the words were taken for this place.
    public let reason: Reason

    /// A known place.
    public struct Neighbour: Hashable, Sendable {
        /// Its GeoNames URI.
        public let ref: String
        /// Its name.
        public let name: String
    }

    /// The surface forms of the mentions, each once, in order of appearance.
    public var variants: [String] { mentions.spellings }

    /// Whether ``ref`` is a GeoNames URI.
    public var isGeoNames: Bool { ref.utf8.starts(with: "https:".utf8) }
}
