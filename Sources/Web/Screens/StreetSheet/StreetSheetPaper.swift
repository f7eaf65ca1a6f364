import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// The street form on paper: for a phone without a charge and a station without a computer.
///
/// Each box has its code, and the sheet its number: typed in twice, it is one report.
struct StreetSheetPaper {
    let catalog: ProtocolCatalog
    let district: District?
    let number: CaseReference
    let calls: [CallsModel.Call]

    init(catalog: ProtocolCatalog, district: District?, number: CaseReference, now: Instant) throws {
        self.catalog = catalog
        self.district = district
        self.number = number
        calls = try district.map { try CardPaper(catalog: catalog, district: $0, now: now).calls } ?? []
    }

    private var texts: Texts { catalog.content.texts }
    private var words: Words<StreetSheetText> { Words(texts) }
    private var card: Words<CardText> { Words(texts) }

    var paper: Paper {
        let groups: [HTML] = StreetSheetBoxes(catalog.content).groups.enumerated().map(group)
        var paper = Paper(
            title: words[.title], file: "hoja-\(number.text)",
            sheet: "\(top)\(first)\(place)<div class=\"groups\">\(groups)</div>",
            back: .plain(.papers))
        paper.foot = [words[.end], catalog.edition.version]
        paper.fileAddress = Page.paper(.streetSheet, district: district?.id.text, asFile: true).address
        return paper
    }

    private var top: HTML {
        """
        <div class="top"><div><h1>\(words[.title])</h1><p>\(words[.lead])</p></div>\
        <div class="aside"><p class="small">\(words[.number])</p><p class="bigcode">\(number.text)</p></div>\
        <div>\(QRCode(number.text)?.html(label: Words<PaperText>(texts)[.qr]))</div></div>
        """
    }

    /// The calls come before the boxes.
    private var first: HTML {
        let numbers = calls.compactMap { call in
            call.cards.first.map { "\($0.digits) (\(call.role.name(in: texts)))" }
        }
        let said: HTML? = numbers.isEmpty ? nil : " <b>\(numbers.joined(separator: " · "))</b>"
        return "<p class=\"note\">\(words[.callFirst])\(said)<br>\(card[.say]) \(card[.sayText])</p>"
    }

    private var place: HTML {
        let name: HTML = district.map { "<b>\($0.name)</b>" } ?? "<span class=\"blank\"></span>"
        return """
            <p>\(words[.day]): ____/____/______ &nbsp; \(words[.hour]): ____:____ &nbsp; \(words[.district]): \(name)</p>\
            <p>\(words[.corner]): ______________________________________ &nbsp; \(words[.guardCode]): ____________</p>\
            <p><b>\(words[.mark])</b></p>
            """
    }

    private func group(_ position: Int, _ group: StreetSheetBoxes.Group) -> HTML {
        let items: [HTML] = group.boxes.map { box in
            """
            <li><span class="tick" aria-hidden="true"></span><b>\(box.code)</b>\(box.label)</li>
            """
        }
        return """
            <section aria-labelledby="s\(position)"><h3 id="s\(position)">\(group.question)</h3>\
            <ul class="codes">\(items)</ul></section>
            """
    }
}
