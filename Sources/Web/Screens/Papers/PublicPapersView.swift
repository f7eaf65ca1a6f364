import Catalog
import HTML

/// Draws which papers anybody may print, and what each is for.
struct PublicPapersView {
    let catalog: ProtocolCatalog
    /// The district that the browser remembers.
    let chosen: Identifier<District>?

    private var texts: Texts { catalog.content.texts }
    private var words: Words<PaperText> { Words(texts) }

    var document: Document {
        Document(
            title: words[.listTitle], frame: .desk(nil),
            main: """
                <div class="narrow stack"><div><h1>\(words[.listTitle])</h1><p class="lead">\(words[.listLead])</p></div>\
                \(ofDistrict(.card, "p1", words[.card], words[.cardWhat]))\
                \(ofDistrict(.streetSheet, "p2", words[.streetSheet], words[.streetSheetWhat]))\(rights)</div>
                """)
    }

    /// A form that asks for the district; `get`, since what it asks is public.
    private func ofDistrict(_ paper: PublicPaper, _ id: String, _ title: String, _ what: String) -> HTML {
        let choice = DistrictChoiceView(
            choice: DistrictChoice(catalog.content.districts, chosen: chosen),
            name: PublicPapersRoutes.districtField, texts: texts, label: words[.district],
            id: "\(id)-district")
        return """
            <section class="box" aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2><p>\(what)</p>\
            <form method="get" action="\(Page.paper(paper).address)">\(choice.html)\
            <p class="acts gap-top"><button class="quiet">\(words[.show])</button></p></form></section>
            """
    }

    private var rights: HTML {
        let links: [HTML] = catalog.content.rightsSheets.map { sheet in
            """
            <li><a href="\(Page.rightsPaper(language: sheet.id.text).address)" lang="\(sheet.id.text)">\
            \(sheet.name)</a></li>
            """
        }
        return """
            <section class="box" aria-labelledby="p3"><h2 id="p3">\(words[.rights])</h2><p>\(words[.rightsWhat])</p>\
            <ul class="plainlist">\(links)</ul></section>
            """
    }
}
