import Catalog
import HTML

/// Wraps the content of a page: the head of the document, the bar at the top, the foot.
struct PageFrame {
    let document: Document
    let site: Site
    /// Where this very page can be opened again; nil behind a form.
    let address: String?

    var html: HTML {
        """
        <!doctype html>
        <html lang="\(site.texts.language)"\(Attribute("data-app", when: offersApp))><head><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width,initial-scale=1">\
        <meta name="color-scheme" content="light dark">\
        <title>\(band.titleStart)\(document.title)</title>\(Self.icon)\
        <link rel="stylesheet" href="\(Page.asset(site.assets.stylesheet.name).address)">\(deskStyle)\
        <script src="\(Page.asset(site.assets.script.name).address)" defer></script>\(deskScript)\(manualScript)</head>
        \(body)</html>
        """
    }

    /// Whether the script may keep the app on this phone, so that the next visit needs no network.
    private var offersApp: Bool {
        if case .street = document.frame { return site.hasApp }
        return false
    }

    private var band: DrillBand { DrillBand(isPractice: site.settings.isPractice, texts: site.texts) }

    private var words: Words<CommonText> { Words(site.texts) }
    private var street: Words<StreetText> { Words(site.texts) }

    private var deskStyle: HTML? {
        guard document.frame.hasDeskParts else { return nil }
        return "<link rel=\"stylesheet\" href=\"\(Page.asset(site.assets.deskStylesheet.name).address)\">"
    }

    private var deskScript: HTML? {
        guard document.frame.hasDeskParts else { return nil }
        return "<script src=\"\(Page.asset(site.assets.deskScript.name).address)\" defer></script>"
    }

    private var manualScript: HTML? {
        guard document.frame == .desk(.manual) else { return nil }
        return "<script src=\"\(Page.asset(site.assets.manualScript.name).address)\" defer></script>"
    }

    private var body: HTML {
        switch document.frame {
        case .street(let head):
            """
            <body class="street">\(skip)\(band.html)\(streetBar(head))<main id="main" tabindex="-1">\(progress(head.page))\
            \(document.main)\(offline(head))\(streetFoot(head))</main></body>
            """
        case .desk(let section):
            """
            <body class="desk">\(skip)\(band.html)\(deskBar(section))<main id="main" tabindex="-1">\(document.main)</main>\
            \(deskFoot)</body>
            """
        case .counter:
            """
            <body class="desk room">\(skip)\(band.html)\(deskBar(nil))<main id="main" tabindex="-1">\(document.main)</main>\
            \(deskFoot)</body>
            """
        case .staff(let head):
            """
            <body class="desk room">\(skip)\(band.html)\(StaffBar(head: head, texts: site.texts).html)\
            <main id="main" tabindex="-1">\(document.main)</main>\
            \(StaffBar(head: head, texts: site.texts).foot(with: footLinks))</body>
            """
        case .neutral:
            "<body class=\"desk plain\">\(band.html)<main id=\"main\">\(document.main)</main></body>"
        }
    }

    /// A small square in the colour of the page; without it browsers ask for a file.
    static let icon: HTML = """
        <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E\
        %3Crect width='8' height='8' rx='2' fill='%232a2f7d'/%3E%3C/svg%3E">
        """

    private var skip: HTML { "<a class=\"skip\" href=\"\(Address.place("main"))\">\(words[.skip])</a>" }

    private func streetBar(_ head: StreetHead) -> HTML {
        """
        <header class="bar"><span class="mark">\(Icon.mark)<span class="hide">\(words[.name])</span></span>\
        <p class="side"><span>\(head.district ?? "")</span>\
        <a class="exit" href="\(Page.neutral.address)" rel="noreferrer" data-exit>\(Icon.exit)\
        \(street[.exit])</a></p></header>
        """
    }

    private func progress(_ page: StreetPage) -> HTML {
        let names: [(StreetPage, String)] = [
            (.start, street[.stepLook]), (.calls, street[.stepCall]), (.seen, street[.stepMark]),
            (.sent, street[.stepGoOn]),
        ]
        let items: [HTML] = names.map { step, name in
            "<li\(step == page ? Attribute("aria-current", "step") : nil)>\(name)</li>"
        }
        return "<ol class=\"steps\" aria-label=\"\(street[.steps])\">\(items)</ol>"
    }

    /// Shown by the script when the network fails; the numbers need no network.
    private func offline(_ head: StreetHead) -> HTML {
        """
        <div class="note late" role="alert" data-offline hidden><h2>\(street[.offlineTitle])</h2>\
        <p>\(street[.offlineSafe])</p><p>\(street[.offlineDo])</p>\
        \(QuickCallsView(calls: head.calls, texts: site.texts).html)</div>
        """
    }

    private func streetFoot(_ head: StreetHead) -> HTML {
        let help = street[head.isCentralTrusted ? .help : .helpElsewhere]
        return
            "<div class=\"under\"><p>\(help)</p>\(themeSwitch)\(head.page == .start ? footLinks : nil)</div>"
    }

    private func deskBar(_ current: DeskSection?) -> HTML {
        let links: [HTML] = DeskSection.allCases.map { section in
            """
            <a href="\(section.page.address)"\(section == current ? Attribute("aria-current", "page") : nil)>\
            \(words[section.key])</a>
            """
        }
        return """
            <header class="bar"><a class="mark" href="\(Page.street.address)">\(Icon.mark)\
            <span class="hide">\(words[.name])</span></a><nav aria-label="\(words[.sections])">\(links)</nav>\
            <div class="side">\(themeSwitch)</div></header>
            """
    }

    private var deskFoot: HTML {
        let edition = site.catalog.edition
        let values = ["version": edition.version, "day": edition.publishedOn.text]
        return """
            <footer class="foot"><p>\(words[.emergency])</p>\
            <p><a href="\(Page.plain(.papers).address)">\(Words<PaperText>(site.texts)[.listTitle])</a></p>\
            <p>\(words[.edition, values])</p>\(footLinks)</footer>
            """
    }

    /// How far everybody can use the page, and the same page in the other language.
    private var footLinks: HTML {
        """
        <div class="foot-links"><a href="\(Page.plain(.accessibility).address)">\(words[.accessibility])</a>\
        \(address.map { LanguageSwitch(site: site, page: $0).html })</div>
        """
    }

    private var themeSwitch: HTML { ThemeSwitch(texts: site.texts).html }
}

extension Document.Frame {
    /// Whether the page uses the parts of staff pages.
    fileprivate var hasDeskParts: Bool {
        switch self {
        case .street, .desk, .neutral: false
        case .counter, .staff: true
        }
    }
}

/// The sections of the site as they stand in the head of a desk page.
enum DeskSection: CaseIterable, Sendable {
    case street, directory, manual, receipt

    var page: Page {
        switch self {
        case .street: .street
        case .directory: .directory(district: nil)
        case .manual: .manual(nil)
        case .receipt: .receipt
        }
    }

    var key: CommonText {
        switch self {
        case .street: .report
        case .directory: .directory
        case .manual: .manual
        case .receipt: .receipt
        }
    }
}
