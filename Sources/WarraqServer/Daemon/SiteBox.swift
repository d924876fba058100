internal import ArticleExtraction
internal import WarraqCore
internal import WarraqPipeline
internal import WarraqTransport

/// What was learned of a site, for a person: show, forget.
struct SiteBox {
    let pipeline: ArticlePipeline

    /// One line: what is known of the site `name`, a host or an address on it.
    func show(_ name: String, then: @escaping @Sendable (ControlAnswer) -> Void) {
        guard let host = Self.host(name) else { return then(Self.badHost(name)) }
        pipeline.site(host) { history in
            guard let history else { return then(Self.unknown(host)) }
            then(
                .lines([
                    Self.json { object in
                        object.member("host", host)
                        object.member("articles", history.articles)
                        object.member("publisher", ifPresent: history.publisher)
                        object.member("suffixes", history.suffixes) { $0.write($1) }
                        object.member("furniture", history.furniture) { $0.write($1) }
                    }
                ]))
        }
    }

    /// Forgets all of a site; the line says what that was.
    func forget(_ name: String, then: @escaping @Sendable (ControlAnswer) -> Void) {
        guard let host = Self.host(name) else { return then(Self.badHost(name)) }
        pipeline.forgetSite(host) { result in
            switch result {
            case .success(let history?):
                then(
                    .lines([
                        Self.json { object in
                            object.member("forgotten", host)
                            object.member("articles", history.articles)
                            object.member("suffixes", history.suffixes.count)
                            object.member("furniture", history.furniture.count)
                        }
                    ]))
            case .success(nil): then(Self.unknown(host))
            case .failure(let error): then(.refused(code: "storage", reason: "\(error)"))
            }
        }
    }

    private static func host(_ name: String) -> String? {
        let host = NewsHost(ofURL: name.contains("://") ? name : "https://\(name)/")
        return host.isKnown ? host.description : nil
    }

    private static func badHost(_ name: String) -> ControlAnswer {
        .refused(code: "badHost", reason: "\"\(name)\" is no host name")
    }

    private static func unknown(_ host: String) -> ControlAnswer {
        .refused(code: "unknownSite", reason: "nothing was learned of \(host)")
    }

    private static func json(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(body)
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ entry: SiteHistory.Entry) {
        object { member in
            member.member("text", entry.text)
            member.member("count", entry.count)
            member.member("lastSeen", UnixTime(milliseconds: entry.lastSeen).rfc3339)
        }
    }
}
