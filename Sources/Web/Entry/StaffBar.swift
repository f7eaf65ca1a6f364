import Catalog
import HTML

/// Draws the head and the foot of a staff page.
struct StaffBar {
    let head: StaffHead
    let texts: Texts

    var html: HTML {
        let links: [HTML] = head.sections.map { section in
            """
            <a href="\(Page.plain(section.page).address)"\
            \(section.page == head.current ? Attribute("aria-current", "page") : nil)>\(words[section.key])\
            \(section.page == .reviews ? waiting : nil)</a>
            """
        }
        return """
            <header class="bar"><a class="mark" href="\(Page.plain(.account).address)">\(Icon.mark)\
            <span class="hide">\(common[.name])</span></a><nav aria-label="\(common[.sections])">\(links)</nav>\
            <div class="side"><a class="who" href="\(Page.plain(.account).address)"><span>\(head.account)</span>\
            \(tag)</a>\
            \(ThemeSwitch(texts: texts).html)\
            <form method="post" action="\(Page.plain(.leave).address)">\(FormToken(head.formToken).html)\
            <button class="quiet tight">\(words[.leave])</button></form></div></header>
            """
    }

    func foot(with links: HTML) -> HTML {
        "<footer class=\"foot\"><p>\(words[.help])</p>\(links)</footer>"
    }

    private var words: Words<StaffText> { Words(texts) }
    private var common: Words<CommonText> { Words(texts) }

    /// The notice to whoever looks after privacy that an emergency access waits, on whatever page they are.
    private var waiting: HTML? {
        guard head.waitingReviews > 0 else { return nil }
        return " <b class=\"tag\">\(words[.waiting, ["count": String(head.waitingReviews)]])</b>"
    }

    private var tag: HTML? {
        head.isPractice ? "<span class=\"tag\">\(words[.practice])</span>" as HTML : nil
    }
}
