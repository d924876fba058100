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
        "event.named": "a noun for what takes place, with a name or number, and when, where or how it stands",
        "event.founding": "a body is said to be founded at a time",
        "event.agreement": "two bodies are said to have made an agreement at a time",
        "keyphrase.phrase": "a phrase that is said often, early or in the title, of words rare in news",
        "keyphrase.name": "a name that the article says",
        "keyphrase.event": "the name of its main event",
        "topic.words": "words and phrases that show the topic, counted by place and number",
        "page.language": "letters and words that only this language or variety has",
    ]
}
