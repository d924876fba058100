/// A page of HTML as systems of news sites serve it, about 70 KB: some 9 KB of it are the article,
/// half is scripts and styles, and the rest menus, teasers, comments and their attributes.
enum NewsPage {
    /// The page that shows the first of `articles`, and advertises the others.
    static func html(_ articles: [(title: String, text: String)]) -> String {
        let title = escaped(articles[0].title)
        let paragraphs = articles.prefix(6).flatMap { article in
            article.text.split(separator: ". ").map { "<p dir=\"rtl\">\(escaped(String($0))).</p>" }
        }
        return """
            <!DOCTYPE html>
            <html dir="rtl" lang="ar"><head><meta charset="utf-8">
            <title>\(title) | موقع الأخبار</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta property="og:type" content="article"><meta property="og:title" content="\(title)">
            <meta property="og:site_name" content="موقع الأخبار">
            <meta property="og:image" content="https://news.example.org/uploads/2017/04/lead.jpg">
            <meta property="article:published_time" content="2017-04-23T19:42:00+01:00">
            <link rel="canonical" href="https://news.example.org/2017/04/23/1.html">
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
            "headline":"\(title.replacing("\\", with: ""))","datePublished":"2017-04-23T19:42:00+01:00",
            "author":{"@type":"Person","name":"سعاد الكاتب"},
            "publisher":{"@type":"Organization","name":"موقع الأخبار"}}</script>
            <style>\(style)</style><script>\(script)</script></head>
            <body class="rtl single single-post has-sidebar category-news">
            <header class="site-header"><nav class="main-menu"><ul>\(menu)</ul></nav></header>
            <main id="content" class="site-content"><article class="post-1 post type-post hentry">
            <header class="entry-header"><h1 class="entry-title">\(title)</h1>
            <div class="entry-meta">بقلم <span class="author vcard">سعاد الكاتب</span>
            <time datetime="2017-04-23T19:42:00+01:00">23 أفريل 2017 - 19:42</time></div></header>
            <figure class="post-thumbnail"><img src="/uploads/2017/04/lead.jpg" alt="">
            <figcaption>صورة من الأرشيف</figcaption></figure>
            <div class="entry-content">\(paragraphs.joined(separator: "\n"))
            <div class="sharedaddy"><h3>شارك هذا الموضوع:</h3><ul><li><a href="#">فيسبوك</a></li>
            <li><a href="#">تويتر</a></li></ul></div></div></article>
            <section id="comments" class="comments-area"><h3>التعليقات</h3><ol>\(comments)</ol></section>
            </main>
            <aside class="sidebar widget-area"><h3>الأكثر قراءة</h3><ul>\(teasers(articles))</ul></aside>
            <footer class="site-footer"><ul>\(menu)</ul>
            <p>جميع الحقوق محفوظة © موقع الأخبار 2017</p></footer>
            <script>\(script)</script></body></html>
            """
    }

    private static let menu = [
        "الرئيسية", "سياسة", "رياضة", "اقتصاد", "ثقافة", "مجتمع", "اتصل بنا",
    ]
    .enumerated().flatMap { section, name in
        (0..<4).map {
            "<li id=\"menu-item-\(section)\($0)\" class=\"menu-item menu-item-type-taxonomy\">"
                + "<a href=\"/category/\(section)/\($0)/\">\(name) \($0)</a></li>\n"
        }
    }.joined()

    private static let comments = (0..<12).map { number in
        """
        <li id="comment-\(number)" class="comment depth-1"><b class="fn">قارئ \(number)</b><p>رأي قارئ في
        الخبر يكتبه ويطيل الكلام فيه حتى يبلغ حجم فقرة من فقرات المقال.</p></li>
        """
    }.joined()

    private static let style = (0..<160).map {
        ".widget-\($0) > li a.title-\($0) { color: #33\($0 % 10)\($0 % 7); margin: 0 \($0)px; }\n"
    }.joined()

    private static let script = (0..<125).map {
        "window.slots.push({id: \($0), size: [300, 250], html: \"<b>ad</b>\", when: a < \($0)});\n"
    }.joined()

    private static func teasers(_ articles: [(title: String, text: String)]) -> String {
        articles.dropFirst(6).prefix(40).enumerated().map { number, article in
            """
            <li class="widget-item post-\(number)"><a class="thumb" href="/2017/04/\(number).html" \
            title="\(escaped(article.title))"><img class="lazy wp-post-image" width="90" height="60" \
            data-src="/uploads/2017/04/\(number)-90x60.jpg" alt=""></a>
            <h4 class="widget-title"><a href="/2017/04/\(number).html">\(escaped(article.title))</a></h4>
            <span class="post-date">23 أفريل 2017</span></li>

            """
        }.joined()
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing("\"", with: "&quot;")
    }
}
