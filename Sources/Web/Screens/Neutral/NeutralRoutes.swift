import Catalog
import HTML
import Hummingbird

/// The page to which the way out leads: about rubbish, with nothing of what this site is for.
struct NeutralRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.neutral.path, use: show)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) -> Response {
        NeutralView(texts: site.texts).document.response(.ok, site, request)
    }
}

/// The words of the page about rubbish.
enum NeutralText: String, TextKey {
    case title = "common.neutral.title"
    case lead = "common.neutral.lead"
    case bags = "common.neutral.bags"
    case hours = "common.neutral.hours"
    case recycle = "common.neutral.recycle"
    case ask = "common.neutral.ask"
}

/// Draws the page about rubbish.
struct NeutralView {
    let texts: Texts

    var document: Document {
        let words = Words<NeutralText>(texts)
        let advice: [NeutralText] = [.bags, .hours, .recycle]
        let items: [HTML] = advice.map { "<li>\(words[$0])</li>" }
        return Document(
            title: words[.title], frame: .neutral,
            main: """
                <div class="narrow prose"><h1>\(words[.title])</h1><p>\(words[.lead])</p>\
                <ul class="list">\(items)</ul><p>\(words[.ask])</p></div>
                """)
    }
}
