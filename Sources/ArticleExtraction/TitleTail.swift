import ArabicText

/// An end of a title that may be the name of its site.
///
/// Only ` - `, ` | ` and ` » ` set a site's name apart: ` .. `, `:` and `–` are punctuation of Arabic
/// headlines. That a tail is the site's name, other titles of the site say.
struct TitleTail {
    /// The title without the tail.
    let head: String
    /// The tail without its separator.
    let text: String
    /// The tail behind its last separator: of `sport | name`, the name.
    let name: String

    private static let maxTails = 3
    private static let maxBytes = 120
    private static let maxWords = 8

    /// The tails of `title`, in display form, the shortest first.
    static func all(of title: String) -> [TitleTail] {
        let bytes = Array(title.utf8)
        var tails: [TitleTail] = []
        var position = bytes.count - 1
        while position > 0, tails.count < maxTails, bytes.count - position <= maxBytes {
            defer { position -= 1 }
            guard let separator = separator(in: bytes, endingAt: position) else { continue }
            let head = String(decoding: bytes[..<separator.lowerBound], as: UTF8.self)
            let text = String(decoding: bytes[separator.upperBound...], as: UTF8.self)
            // What is left must be a headline: one word is a section or a name.
            guard words(in: head) > 1, (1...maxWords).contains(words(in: text)) else { break }
            tails.append(TitleTail(head: head, text: text, name: tails.first?.name ?? text))
        }
        return tails
    }

    /// What a title shows of its site.
    static func sighting(of title: String) -> SiteSighting.Title {
        SiteSighting.Title(
            key: SiteLineKey.key(of: title),
            tails: all(of: title).map {
                SiteSighting.Line(key: SiteLineKey.key(of: $0.text), text: $0.text)
            })
    }

    /// The separator whose last byte but a space is at `end`, with the spaces around it.
    private static func separator(in bytes: [UInt8], endingAt end: Int) -> Range<Int>? {
        let start: Int
        switch bytes[end] {
        case UInt8(ascii: "-"), UInt8(ascii: "|"): start = end
        case 0xBB where bytes[end - 1] == 0xC2: start = end - 1  // U+00BB, the closing guillemet
        default: return nil
        }
        guard start > 0, end + 1 < bytes.count, bytes[start - 1] == 0x20, bytes[end + 1] == 0x20
        else { return nil }
        return start - 1..<end + 2
    }

    /// Words with a letter in them.
    private static func words(in text: String) -> Int {
        KeyForm.of(text).utf8.split(separator: 0x20).count { word in
            !word.allSatisfy { (0x30...0x39).contains($0) }
        }
    }
}

extension CleanArticle {
    /// The article without the site's name at the end of its title. The name becomes the publisher
    /// if none is named.
    func withoutSuffix(of site: LearnedSite) -> CleanArticle {
        guard !site.suffixes.isEmpty, let title,
            let tail = TitleTail.all(of: title.value).last(where: {
                site.suffixes.contains(SiteLineKey.key(of: $0.text))
            })
        else { return self }
        var article = self
        let length = title.value.unicodeScalars.count
        let kept = tail.head.unicodeScalars.count
        if let start = title.rawStart, let end = title.rawEnd, end - start == length {
            article.title = LocatedText(
                tail.head, rawStart: start, rawEnd: start + kept, origin: title.origin)
            article.add(Removal(rawStart: start + kept, rawEnd: end, reason: .siteFurniture))
        } else {
            article.title = LocatedText(tail.head, origin: title.origin)
        }
        if publisher == nil { article.publisher = LocatedText(tail.name, origin: title.origin) }
        return article
    }

    private mutating func add(_ removal: Removal) {
        let index = removals.firstIndex { $0.rawStart > removal.rawStart } ?? removals.endIndex
        removals.insert(removal, at: index)
    }
}
