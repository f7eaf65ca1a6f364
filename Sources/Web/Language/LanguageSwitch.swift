import Catalog
import HTML

/// The button that shows the same page in the other language, each named in its own words.
///
/// Only a page that was opened by its address has it: behind a form it would lose what was typed.
struct LanguageSwitch {
    let site: Site
    /// The address of the page.
    let page: String

    var html: HTML {
        let other: Language = site.language == .spanish ? .english : .spanish
        return """
            <form method="post" action="\(Page.plain(.language).address)" autocomplete="off">\
            <input type="hidden" name="\(LanguageRoutes.pageField)" value="\(page)">\
            <button class="quiet tight" name="\(LanguageRoutes.languageField)" value="\(other.rawValue)" \
            lang="\(other.rawValue)">\(Words<CommonText>(site.texts)[.otherLanguage])</button></form>
            """
    }
}
