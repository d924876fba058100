/// The zone that the dates of an outlet are in when the page names none.
enum AssumedTimeZone {
    /// IANA name of the zone of the country that `host` or `variety` names; `nil` for none.
    ///
    /// - Parameters:
    ///   - host: Host name of the page, lower case.
    ///   - variety: BCP 47 tag of the text's variety, as `ar-MA`.
    static func name(host: String?, variety: String) -> String? {
        if let host, let dot = host.utf8.lastIndex(of: UInt8(ascii: ".")),
            let zone = zones[String(host[host.index(after: dot)...])]
        {
            return zone
        }
        if variety == "ary" { return zones["ma"] }
        guard let dash = variety.utf8.lastIndex(of: UInt8(ascii: "-")) else { return nil }
        return zones[variety[variety.index(after: dash)...].lowercased()]
    }

    /// Countries with one zone, by ISO 3166-1 code.
    private static let zones = [
        "ma": "Africa/Casablanca", "dz": "Africa/Algiers", "tn": "Africa/Tunis",
        "ly": "Africa/Tripoli", "eg": "Africa/Cairo", "sd": "Africa/Khartoum",
        "mr": "Africa/Nouakchott", "sa": "Asia/Riyadh", "ae": "Asia/Dubai", "kw": "Asia/Kuwait",
        "qa": "Asia/Qatar", "bh": "Asia/Bahrain", "om": "Asia/Muscat", "ye": "Asia/Aden",
        "jo": "Asia/Amman", "lb": "Asia/Beirut", "sy": "Asia/Damascus", "iq": "Asia/Baghdad",
        "ps": "Asia/Gaza",
    ]
}
