/// What each rule says, for a person who asks why.
public enum RuleBook {
    /// What the rule of this name says; the name itself if it has no entry, which a test rules out.
    public static func meaning(of rule: String) -> String { meanings[rule] ?? rule }

    /// Every rule's meaning, by name.
    static let meanings: [String: String] = [
        "time.anchored": "a time that counts from the day of publication",
        "time.written": "a time that the words give in full",
        "page.publisher": "the outlet that the page, its header or its feed names",
        "published.publicationLine": "a line of the page says when it was published",
        "published.dateline": "the text begins with its place and date",
        "published.linkedData": "the page's linked data (JSON-LD) has the date",
        "published.meta": "the page's meta tags have the date",
        "published.markup": "the page's markup has the date",
        "published.url": "the page's address has the date",
        "published.feed": "the feed's item has the date",
        "published.header": "the header that came with the input has the date",
        "removal.headlineTicker": "headlines of other articles",
        "removal.moderationNotice": "the site's notice about reported pictures",
        "removal.sourceLinkText": "the text of a link to the source",
        "removal.shareBar": "buttons to share",
        "removal.comments": "comments, or their rules and counts",
        "removal.relatedLinks": "links to other articles",
        "removal.keywords": "a list of keywords",
        "removal.navigation": "menus",
        "removal.agencySignature": "an agency's closing sign",
        "removal.caption": "a picture's text",
        "removal.siteFurniture": "a line that stands on other pages of the site too",
        "removal.furniture": "text of the site, not of the article",
        "removal.markup": "scripts and styles",
        "page.language": "letters and words that only this language or variety has",
        "quotation.verb": "a verb of saying, its subject and what it reports",
        "quotation.participle": "a participle of saying goes on with who spoke in the sentence",
        "quotation.beforeVerb": "words in quotation marks, then a verb of saying and its subject",
        "quotation.fragment": "words in quotation marks inside of a reported clause",
        "quotation.speaker": "the subject of a verb of saying, described and not named",
        "title.ofEvent": "words in quotation marks after the theme of an event",
        "title.ofWork": "words in quotation marks after a kind of work",
        "recommendation.recommend": "a verb of recommending, who recommends, and what",
        "recommendation.agree": "a verb of agreeing, who agrees, and on what",
        "recommendation.request": "a verb of asking, who asks, and for what",
        "recommendation.decide": "a verb of deciding, who decides, and what",
        "recommendation.part": "the next sentence names the bodies to be made, one by one",
    ]
}
