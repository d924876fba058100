/// What the class, id and markup of an element say it is for.
///
/// The words of a class are a hint of whoever built the site, right more often than not: what they
/// do to a text depends on its size and place (``HTMLBlockFilter``).
struct HTMLRoles: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    /// `article`, `post`, `story`.
    static let article = HTMLRoles(rawValue: 1 << 0)
    /// `body`, `content`, `text`.
    static let body = HTMLRoles(rawValue: 1 << 1)
    /// The text that opens an article: `lead`, `standfirst`, `intro`.
    static let lead = HTMLRoles(rawValue: 1 << 2)
    /// Readers' comments.
    static let comments = HTMLRoles(rawValue: 1 << 3)
    /// Buttons to share, print, send.
    static let share = HTMLRoles(rawValue: 1 << 4)
    /// Other articles.
    static let related = HTMLRoles(rawValue: 1 << 5)
    /// Advertising.
    static let advert = HTMLRoles(rawValue: 1 << 6)
    /// Menus and breadcrumbs.
    static let navigation = HTMLRoles(rawValue: 1 << 7)
    /// Beside the article.
    static let side = HTMLRoles(rawValue: 1 << 8)
    /// Below the article or page.
    static let footer = HTMLRoles(rawValue: 1 << 9)
    /// Calls to subscribe, sign in, allow cookies.
    static let subscribe = HTMLRoles(rawValue: 1 << 10)
    /// Polls and ratings.
    static let poll = HTMLRoles(rawValue: 1 << 11)
    /// Keywords of the article.
    static let keywords = HTMLRoles(rawValue: 1 << 12)
    /// Author.
    static let byline = HTMLRoles(rawValue: 1 << 13)
    /// Date, place, other facts beside the text.
    static let facts = HTMLRoles(rawValue: 1 << 14)
    /// Caption or credit.
    static let caption = HTMLRoles(rawValue: 1 << 15)
    /// Not shown.
    static let hidden = HTMLRoles(rawValue: 1 << 16)
    /// `itemprop="articleBody"` or the like: the site says this is the text.
    static let statedBody = HTMLRoles(rawValue: 1 << 17)
    /// Above the article or page.
    static let header = HTMLRoles(rawValue: 1 << 18)
    /// A picture show or player.
    static let media = HTMLRoles(rawValue: 1 << 19)
    /// Written about the author, below the text.
    static let biography = HTMLRoles(rawValue: 1 << 20)
    /// Headline of the page.
    static let title = HTMLRoles(rawValue: 1 << 21)
    /// Text of a post embedded from another site.
    static let embedded = HTMLRoles(rawValue: 1 << 22)

    /// Everything that says an element is not the article's text.
    static let unwanted: HTMLRoles = [
        .comments, .share, .related, .advert, .navigation, .side, .footer, .subscribe, .poll,
        .keywords, .hidden, .biography,
    ]
}

extension HTMLRoles {
    /// The roles that the words of a class or id give.
    init(words value: UnsafeBufferPointer<UInt8>) {
        var roles: HTMLRoles = []
        var previous: Word = .other
        var start = 0
        var hash: UInt64 = 0
        var length = 0
        var wasLower = false
        // A word ends at anything that is no letter and where camelCase begins the next one.
        func flush() {
            guard length > 0 else { return }
            let word = Self.words[hash] ?? .other
            switch word {
            case .role(let role):
                if case .negation = previous { break }
                roles.formUnion(role)
            case .negation, .other: break
            }
            previous = word
            hash = 0
            length = 0
        }
        while start < value.count {
            let byte = value[start]
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                hash = Self.mix(hash, byte)
                length += 1
                wasLower = true
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if wasLower { flush() }
                hash = Self.mix(hash, byte | 0x20)
                length += 1
                wasLower = false
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"):
                flush()
                previous = .other
                wasLower = false
            default:
                flush()
                wasLower = false
            }
            start += 1
        }
        flush()
        self = roles
    }

    private enum Word {
        case role(HTMLRoles)
        /// `no-`, `has-`, `with-`: the next word says what the element lacks or holds.
        case negation
        case other
    }

    private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 &+ 0x9E37
    }

    private static let words: [UInt64: Word] = {
        let roles: [(HTMLRoles, String)] = [
            (.article, "article story post entry news hentry single articles artical"),
            (.body, "body content text txt contents bodytext articletext maincontent postcontent"),
            ([.article, .body], "articlebody storybody articlecontent entrycontent storytext"),
            (.lead, "lead lede intro summary standfirst chapo announce excerpt dek deck"),
            (.lead, "subtitle subheadline subhead sapo teaser kicker chapeau"),
            (.comments, "comment comments disqus respond replies reactions commentlist livefyre"),
            (.comments, "commenting commentaires coral spotim openweb"),
            (.share, "share sharing social addthis sharethis shares sharebar socials sharer"),
            (.share, "addtoany a2a toolbar tools sharebox jp sharedaddy partage print"),
            (.related, "related relateds recommended recommendations trending popular mostread"),
            (.related, "outbrain taboola suggested similar recommend recirc recirculation"),
            (.related, "readmore morestories mostpopular yarpp latest upnext zergnet revcontent"),
            (.related, "relatedposts seealso nextarticle promoted more mgid"),
            (.advert, "ad ads advert adverts advertisement advertising sponsor sponsored promo"),
            (.advert, "promotion adsbygoogle dfp banner advertorial adslot leaderboard gpt"),
            (.navigation, "nav navbar navigation menu breadcrumb breadcrumbs pagination pager"),
            (.navigation, "menubar topnav subnav skip crumbs sitemap jumplinks offcanvas"),
            (.side, "sidebar rail aside widget widgets sidecol rightrail"),
            (.footer, "footer copyright colophon legal foot copyrights correction"),
            (.header, "masthead topbar siteheader header"),
            (.subscribe, "newsletter subscribe subscription signup paywall login register"),
            (.subscribe, "cookie cookies consent gdpr modal popup overlay lightbox signin"),
            (.subscribe, "newsletters subscriber subscriptions donate membership cta"),
            (.poll, "poll polls survey vote voting rating ratings rate sondage"),
            (.keywords, "tags taglist tagcloud keywords taxonomy"),
            (.byline, "byline author authors writer contributor contributors auteur"),
            (.facts, "date time timestamp published updated pubdate postmeta meta dateline info"),
            (.facts, "infos readtime datetime submitted"),
            (.caption, "caption credit figcaption credits captions legend attribution"),
            (.hidden, "visuallyhidden screenreader assistive offscreen sr"),
            (.media, "gallery slideshow carousel player video jwplayer slider"),
            (.biography, "bio biography authorbox authorinfo"),
            (.title, "title headline"),
            (.embedded, "tweet instagram"),
        ]
        func key(_ word: some Sequence<UInt8>) -> UInt64 { word.reduce(0, mix) }
        var words: [UInt64: Word] = [:]
        for (role, list) in roles {
            for word in list.utf8.split(separator: UInt8(ascii: " ")) {
                words[key(word)] = .role(role)
            }
        }
        for word in ["no", "has", "with", "without", "hide", "not", "is", "off", "if"] {
            words[key(word.utf8)] = .negation
        }
        return words
    }()
}
