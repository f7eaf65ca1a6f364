import Catalog
import HTML

/// The rights of the person and what the person agrees to, in one language: read aloud, never signed by the person.
struct RightsPaper {
    let content: CatalogContent
    let sheet: RightsSheet

    private var common: Words<PaperText> { Words(content.texts) }

    var paper: Paper {
        var paper = Paper(
            title: sheet.title, file: "derechos-\(sheet.id)", sheet: "\(rights)\(consent)\(end)",
            back: .plain(.papers), language: sheet.id.text)
        paper.foot = [sheet.register, sheet.reviewedOn.text].compactMap(\.self)
        paper.fileAddress = Page.rightsPaper(language: sheet.id.text, asFile: true).address
        return paper
    }

    private var rights: HTML {
        let items: [HTML] = content.rights(of: sheet).map { "<li>\($0)</li>" }
        return """
            <div class="top"><div><h1>\(sheet.title)</h1><p>\(sheet.lead)</p></div></div>\
            <ol class="count" role="list">\(items)</ol>
            """
    }

    private var consent: HTML {
        let answers = [sheet.yes, sheet.no, sheet.later]
        let heads: [HTML] = answers.map { "<th scope=\"col\" class=\"n\">\($0)</th>" }
        let rows: [HTML] = content.purposes(of: sheet).map { purpose in
            let boxes: [HTML] = answers.map { answer in
                """
                <td class="n"><span class="tick" aria-hidden="true"></span><span class="hide">\(answer)</span></td>
                """
            }
            return """
                <tr><th scope="row">\(purpose)</th><td>&nbsp;</td>\(boxes)</tr>
                """
        }
        return """
            <section aria-labelledby="r2"><h2 id="r2">\(sheet.consentTitle)</h2><p>\(sheet.consentLead)</p>\
            <div class="scroll"><table><thead><tr><th scope="col">\(sheet.consentTitle)</th>\
            <th scope="col">\(sheet.recipient)</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>\
            <p><b>\(sheet.withdraw)</b></p></section>
            """
    }

    private var end: HTML {
        """
        <section aria-label="\(sheet.reader)"><p>\(sheet.reader): <span class="blank"></span></p>\
        <p>\(common[.code]): ____-____ &nbsp; \(sheet.day): ____/____/______ &nbsp; \(sheet.hour): ____:____</p>\
        <p><span class="tick" aria-hidden="true"></span>\(sheet.understood)</p>\
        <p class="small">\(sheet.notSigned)</p></section>
        """
    }
}
