/// Sets an article into a page, as the systems of Arabic news sites do.
enum HTMLPageComposer: String, CaseIterable, Sendable {
    case wordPress, drupal, portal, agency, table, webForms, endless, blogger, leadApart, brief
    case divisions, liveTheme

    /// The page of `article`; `others` are articles that it advertises.
    func page(_ article: HTMLFixtureArticle, _ others: [HTMLFixtureArticle]) -> String {
        let body = body(article, others)
        return """
            <!DOCTYPE html><html dir="rtl" lang="ar"><head>\(head(article))</head>
            <body class="rtl single single-post has-sidebar category-news">
            <header class="site-header"><nav class="main-menu"><ul>
            \(Self.menu)</ul></nav></header>
            \(body)
            <footer class="site-footer"><ul>\(Self.menu)</ul>
            <p>جميع الحقوق محفوظة © موقع الأخبار 2017</p></footer>
            <div id="cookie-notice"><p>يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك، ونفترض أنك
            موافق على ذلك ما لم تختر غير ذلك من إعدادات المتصفح.</p><a href="#">موافق</a></div>
            <script>var a = "<p>نص في برنامج لا يقرأه أحد ولا يظهر في الصفحة.</p>"; if (a < 3) {}</script>
            </body></html>
            """
    }

    private func head(_ article: HTMLFixtureArticle) -> String {
        let title = Self.escaped(article.title)
        switch self {
        case .agency:
            return """
                <title>\(title) - وكالة الخبر</title><meta property="og:site_name" content="وكالة الخبر">
                <script type="application/ld+json">{"@context":"https://schema.org",
                "@type":"NewsArticle","headline":"\(Self.quoted(article.title))",
                "datePublished":"\(article.date)","author":{"@type":"Person","name":"سعاد الكاتب"},
                "publisher":{"@type":"Organization","name":"وكالة الخبر"},}</script>
                """
        case .table: return "<title>\(title)</title>"
        case .webForms: return "<title>موقع الأخبار</title>"
        default:
            return """
                <title>\(title) | موقع الأخبار</title><meta property="og:title" content="\(title)">
                <meta property="og:site_name" content="موقع الأخبار">
                <meta property="article:published_time" content="\(article.date)">
                <link rel="canonical" href="https://example.com/1">
                """
        }
    }

    private func body(_ article: HTMLFixtureArticle, _ others: [HTMLFixtureArticle]) -> String {
        let title = Self.escaped(article.title)
        let texts = article.paragraphs.map(Self.escaped)
        let paragraphs = texts.map { "<p>\($0)</p>" }
        switch self {
        case .wordPress:
            return """
                <div id="content" class="site-content"><article class="post-1 post hentry tag-x">
                <header class="entry-header"><h1 class="entry-title">\(title)</h1>
                <div class="entry-meta">بقلم <span class="author">أحمد</span> | <time>أمس</time></div>
                </header><div class="entry-content"><p><img src="/w.jpg" alt=""></p>
                \(paragraphs.joined(separator: "\n"))
                <div class="sharedaddy sd-sharing"><h3>شارك هذا الموضوع:</h3><ul><li>
                <a href="#">فيسبوك</a></li></ul></div>\(Self.related(others))</div>
                <footer class="entry-footer"><a href="/t" rel="tag">تونس</a></footer></article>
                \(Self.comments)</div>\(Self.sidebar(others))
                """
        case .drupal:
            return """
                <div class="breadcrumb"><a href="/">الرئيسية</a> » <a href="/n">أخبار</a></div>
                <div id="block-system-main"><div class="node node-article node-full"><h1>\(title)</h1>
                <div class="submitted">نشر بواسطة التحرير</div><div class="content"><div
                class="field field-name-body"><div class="field-items"><div class="field-item even"
                property="content:encoded">\(paragraphs.joined())</div></div></div>
                <ul class="links inline"><li><a href="#c">أضف تعليق جديد</a></li></ul></div></div>
                \(Self.comments)</div>\(Self.sidebar(others))
                """
        case .portal:
            return """
                <div class="main-col"><h1 class="post-title">\(title)</h1>
                <div class="share-links"><a href="#">فيسبوك</a><a href="#">تويتر</a></div>
                <figure class="post-thumbnail"><img src="https://example.com/a.jpg">
                <figcaption>صورة من الأرشيف</figcaption></figure>
                <div class="article-content">\(paragraphs[0])
                <p><a href="/r">إقرأ أيضا: \(Self.escaped(others[0].title))</a></p>
                \(paragraphs.dropFirst().joined())</div>
                <section class="box-tags"><a href="/t">تونس</a> <a href="/u">ثقافة</a></section>
                <ul class="comments-list">\(Self.readers)</ul></div>\(Self.sidebar(others))
                """
        case .agency:
            return """
                <div class="article"><div class="article__header"><h1 class="article__title">\(title)</h1>
                <div class="article__announce-text">\(texts[0])</div>
                <div class="article__announce-media"><img src="/m.jpg"><div class="media__copyright">
                © AFP 2017</div></div></div><div class="article__body">
                \(texts.dropFirst().map { """
                    <div class="article__block" data-type="text"><div class="article__text">\($0)</div></div>
                    """ }.joined(separator: """
                    <div class="article__block" data-type="article"><div class="article__article">
                    <a href="/o">\(Self.escaped(others[1].title))</a></div></div>
                    """))
                </div><div class="article__userbar"><a href="#">شارك</a></div></div>
                <div class="tape">\(Self.teasers(others))</div>
                """
        case .table:
            return """
                <table width="100%"><tr><td width="200"><table>\(others.map {
                    "<tr><td><a href=\"/o\">\(Self.escaped($0.title))</a></td></tr>"
                }.joined())</table></td><td><table><tr><td><font size="5"><b>\(title)</b></font></td></tr>
                <tr><td><font face="Arial" size="3">\(texts.joined(separator: "<br><br>\n"))</font>
                </td></tr></table></td></tr></table>
                """
        case .webForms:
            return """
                <form id="aspnetForm" method="post"><div id="ctl00_main"><div class="cols">
                <div id="ctl00_cph_lbl"><h1><span id="ctl00_t">\(title)</span></h1></div>
                <div id="ctl00_cph_body">\(texts.map { "<div dir=rtl align=justify>\($0)</div>" }
                    .joined())</div>
                <div>أضف تعليقك</div><div>الاسم <input type=text></div></div>
                \(Self.sidebar(others))</div></form>
                """
        case .endless:
            return """
                <main><article><h1>\(title)</h1>\(paragraphs.joined())</article>
                \(others.prefix(3).map { other in
                    "<article><h2>\(Self.escaped(other.title))</h2>"
                        + other.paragraphs.map { "<p>\(Self.escaped($0))</p>" }.joined() + "</article>"
                }.joined())</main>
                """
        case .blogger:
            return """
                <div class="blog-posts"><div class="post-outer"><div class="post hentry">
                <h3 class="post-title entry-title">\(title)</h3><div class="post-body entry-content">
                <div dir="rtl" style="text-align: right;" trbidi="on">
                \(texts.joined(separator: "<br />\n<br />\n"))<br /></div></div>
                <div class="post-footer"><span class="post-author">مرسلة بواسطة المحرر</span></div></div>
                </div></div>\(Self.sidebar(others))
                """
        case .leadApart:
            return """
                <div class="container"><div class="news-details"><h1>\(title)</h1>
                <h2 class="chapo">\(texts[0])</h2><div class="news-image"><img src="/x.jpg"></div>
                <div class="social-share"><span>مشاركة</span></div>
                <div class="details-text">\(paragraphs.dropFirst().joined())</div></div></div>
                \(Self.sidebar(others))
                """
        case .brief:
            return """
                <div class="row"><div class="col-8"><h1>\(title)</h1>
                <div class="text">\(paragraphs[0])</div><h3>مواضيع ذات صلة</h3>
                <div class="latest">\(Self.teasers(others))</div></div></div>
                """
        case .divisions:
            return """
                <div class="a1"><div class="b2"><h1 class="c3">\(title)</h1><div class="d4">
                \(texts.map { "<div><span>\($0)</span></div>" }.joined())</div></div>
                <div class="e5">\(Self.teasers(others))</div></div>
                """
        case .liveTheme:
            return """
                <div class="theiaStickySidebar"><div class="td-post-header"><h1>\(title)</h1></div>
                <div class="td-post-content tagdiv-type"><div class="td-a-rec">إعلان</div>
                \(paragraphs[0])<div class="td-g-rec"><script>ads()</script></div>
                \(paragraphs.dropFirst().joined())<p>&nbsp;</p></div></div>
                <div class="td_block_related_posts">\(Self.teasers(others))</div>
                """
        }
    }

    /// The paragraphs that the page shows of `article`.
    func expected(_ article: HTMLFixtureArticle) -> [String] {
        self == .brief ? Array(article.displayed.prefix(1)) : article.displayed
    }

    private static let menu = ["الرئيسية", "سياسة", "رياضة", "اقتصاد", "ثقافة", "اتصل بنا"]
        .map { "<li><a href=\"/s\">\($0)</a></li>" }.joined()

    private static func related(_ others: [HTMLFixtureArticle]) -> String {
        "<div class=\"jp-relatedposts\"><h3>مقالات ذات صلة</h3>"
            + others.map { "<p><a href=\"/o\">\(escaped($0.title))</a></p>" }.joined() + "</div>"
    }

    private static func sidebar(_ others: [HTMLFixtureArticle]) -> String {
        "<aside class=\"sidebar widget-area\"><h3>الأكثر قراءة</h3><ul>"
            + others.map {
                "<li><a href=\"/o\">\(escaped($0.title))</a><p>\(escaped($0.paragraphs[0]))</p></li>"
            }.joined() + "</ul></aside>"
    }

    private static func teasers(_ others: [HTMLFixtureArticle]) -> String {
        others.map {
            "<div class=\"item\"><h4><a href=\"/o\">\(escaped($0.title))</a></h4></div>"
        }.joined()
    }

    private static let comments = """
        <div id="comments" class="comments-area"><h3>التعليقات</h3><ol class="comment-list">\(readers)</ol>
        <form id="commentform"><p>شروط النشر: عدم الإساءة للكاتب أو للأشخاص أو للمقدسات.</p></form></div>
        """

    private static let readers = (0..<12).map { number in
        """
        <li class="comment"><b>قارئ \(number)</b><p>تعليق طويل من قارئ يكتب رأيه في الخبر ويطيل الكلام فيه حتى
        يبلغ حجم فقرة من فقرات المقال نفسه، ثم يختم بتحية للجميع.</p></li>
        """
    }.joined()

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing("\"", with: "&quot;")
    }

    private static func quoted(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}
