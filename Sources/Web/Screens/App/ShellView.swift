import Catalog
import HTML
import JSON
import Sealing

/// Draws the shell of the app: one page, the same for everybody, that a phone keeps.
struct ShellView {
    let site: Site
    let app: AppSite

    var html: HTML {
        """
        <!doctype html>
        <html lang="\(site.texts.language)"><head><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width,initial-scale=1">\
        <meta name="color-scheme" content="light dark">\
        <meta name="ruta-bundle-key" content="\(app.ports.bundleSigner.publicKey.text)">\
        <title>\(band.titleStart)\(words[.title])</title>\
        <link rel="manifest" href="\(Page.appManifest(.shifts).address)">\
        \(PageFrame.icon)\
        <link rel="stylesheet" href="\(Page.asset(site.assets.stylesheet.name).address)">\
        <script type="module" src="\(Page.appModule(version: app.files.version, "start.js").address)"></script></head>\
        <body class="street" data-app="\(app.files.version)"\
        \(Attribute("data-drill", band.titleStart, when: site.settings.isPractice))><a class="skip" href="\(Address.place("main"))">\
        \(common[.skip])</a>\(band.html)<header class="bar"><span class="mark">\(Icon.mark)\
        <span class="hide">\(common[.name])</span></span><p class="side"><a class="exit" \
        href="\(Page.neutral.address)" rel="noreferrer" data-exit>\(Icon.exit)\(street[.exit])</a></p></header>\
        <main id="main" tabindex="-1"><p>\(words[.opening])</p><noscript><p>\(words[.noScript])</p></noscript>\
        <p><a href="\(Page.street.address)">\(words[.noScriptGo])</a></p></main>\
        \(data)</body></html>
        """
    }

    private var band: DrillBand { DrillBand(isPractice: site.settings.isPractice, texts: site.texts) }
    private var words: Words<AppShellText> { Words(site.texts) }
    private var common: Words<CommonText> { Words(site.texts) }
    private var street: Words<StreetText> { Words(site.texts) }

    /// The words that are needed before a bundle is there, and the numbers to call if none ever comes.
    private var data: HTML {
        let notices = site.texts.words(startingWith: "app.notice.").sorted { $0.key < $1.key }
        let shown: JSON = ["texts": .object(notices.map { JSON.Member($0.key, .string($0.value)) })]
        return .trusted(
            "<script type=\"application/json\">"
                + shown.text(.canonical).replacing("<", with: "\\u003c") + "</script>",
            because: "words of the catalogue as JSON, in which no mark can open")
    }
}
