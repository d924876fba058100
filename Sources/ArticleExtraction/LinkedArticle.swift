/// What a page's JSON-LD says about its article.
struct LinkedArticle: Sendable {
    /// Headline.
    var headline: String?
    /// Names of the authors.
    var authors: [String] = []
    /// Name of the publisher.
    var publisher: String?
    /// Section, the first if there are several.
    var section: String?
    /// When it was published, as written.
    var published: String?
    /// When it was changed, as written.
    var modified: String?
    /// The article's own address.
    var url: String?
    /// Addresses of its pictures.
    var images: [String] = []
    /// The whole text, as some sites repeat it. May hold markup.
    var articleBody: String?

    /// The article among all objects of a page's JSON-LD: the first of a type that is an article,
    /// `@graph` and nesting looked through.
    init?(_ values: [LinkedDataValue]) {
        guard let article = Self.find(values, depth: 0) else { return nil }
        headline = (article["headline"]?.string ?? article["name"]?.string).flatMap {
            $0.utf8.count <= HTMLHead.maxTitleBytes ? $0 : nil
        }
        authors = Self.names(article["author"] ?? article["creator"], in: values)
        publisher = Self.names(article["publisher"], in: values).first
        section = article["articleSection"]?.elements.lazy.compactMap(\.string).first
        published = article["datePublished"]?.string
        modified = article["dateModified"]?.string
        url =
            article["mainEntityOfPage"]?.string ?? article["mainEntityOfPage"]?["@id"]?.string
            ?? article["url"]?.string
        images =
            (article["image"] ?? article["thumbnailUrl"])?.elements.prefix(HTMLImages.limit)
            .compactMap {
                $0.string ?? $0["url"]?.string ?? $0["contentUrl"]?.string
            } ?? []
        articleBody = article["articleBody"]?.string
    }

    private static func find(_ values: [LinkedDataValue], depth: Int) -> LinkedDataValue? {
        guard depth < 4 else { return nil }
        for value in values {
            for element in value.elements {
                if isArticle(element) { return element }
            }
        }
        for value in values {
            for element in value.elements {
                for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                    if let inner = element[key], let found = find([inner], depth: depth + 1) {
                        return found
                    }
                }
            }
        }
        return nil
    }

    private static func isArticle(_ value: LinkedDataValue) -> Bool {
        guard let types = value["@type"] else { return false }
        return types.elements.contains { type in
            guard let type = type.string else { return false }
            // NewsArticle, ReportageNewsArticle, OpinionNewsArticle, TechArticle, …
            return type.hasSuffix("Article") || type.hasSuffix("BlogPosting")
                || type == "Report" || type.hasSuffix("Reportage") || type == "Review"
        }
    }

    private static func names(_ value: LinkedDataValue?, in values: [LinkedDataValue]) -> [String] {
        guard let value else { return [] }
        return value.elements.prefix(16).compactMap { element in
            if let name = element.string { return name }
            if let name = element["name"]?.elements.lazy.compactMap(\.string).first { return name }
            guard let id = element["@id"]?.string else { return nil }
            return named(id, in: values)
        }
    }

    /// The name of the object that `id` stands for, in the page's graph.
    private static func named(_ id: String, in values: [LinkedDataValue]) -> String? {
        for value in values {
            for element in value.elements {
                for node in element["@graph"]?.elements ?? [element] where node["@id"]?.string == id
                {
                    if let name = node["name"]?.string { return name }
                }
            }
        }
        return nil
    }
}
