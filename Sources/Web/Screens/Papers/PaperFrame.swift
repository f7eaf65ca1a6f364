import Catalog
import HTML

/// Wraps a paper: as a page with its tools, or as a page that carries its stylesheet and nothing else.
struct PaperFrame {
    let paper: Paper
    let site: Site

    private var words: Words<PaperText> { Words(site.texts) }

    /// For a browser.
    var page: HTML {
        """
        \(head)\(PageFrame.icon)<link rel="stylesheet" href="\(Page.asset(site.assets.paperStylesheet.name).address)">\
        <script src="\(Page.asset(site.assets.deskScript.name).address)" defer></script></head>\
        <body><header class="tools">\(tools)</header><main id="main" class="sheet">\(content)\(foot)</main></body></html>
        """
    }

    /// For the press, which fetches nothing.
    var pressed: HTML {
        let style = String(decoding: PackageResources.paper_css, as: UTF8.self)
        return """
            \(head)\(HTML.trusted("<style>\(style)</style>", because: "our own stylesheet"))</head>\
            <body><main class="sheet">\(foot)\(content)</main></body></html>
            """
    }

    private var head: HTML {
        """
        <!doctype html>
        <html lang="\(paper.language ?? site.texts.language)"><head><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width,initial-scale=1"><title>\(title)</title>
        """
    }

    /// A paper of a practice house says so on every page and in its title too.
    private var band: DrillBand { DrillBand(isPractice: site.settings.isPractice, texts: site.texts) }
    private var title: String { band.titleStart + paper.title }

    private var tools: HTML {
        let file: HTML? = paper.fileAddress.map { "<a class=\"btn quiet\" href=\"\($0)\">\(words[.pdf])</a>" }
        return """
            <a href="\(paper.back.address)">\(words[.back])</a>\
            <button type="button" data-print hidden>\(words[.print])</button>\(file)\(paper.tools)
            """
    }

    private var content: HTML { "\(band.html)\(paper.sheet)" }

    /// What stands at the foot: the press takes it before the content, so that every page has it from the first on.
    private var foot: HTML? {
        let marks =
            site.settings.isPractice ? [Words<CommonText>(site.texts)[.drill]] + paper.foot : paper.foot
        let spans: [HTML] = marks.map { "<span>\($0)</span>" }
        return spans.isEmpty ? nil : "<div class=\"end running\">\(spans)</div>"
    }
}
