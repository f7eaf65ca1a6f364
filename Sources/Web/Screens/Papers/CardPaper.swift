import CaseRegister
import Catalog
import HTML
import ReferralDomain
import RouteEngine

/// The card for the patrol car: two sides of A6 on one A4 sheet, with the numbers of one district.
///
/// Its numbers come from the route of that district on a night on which nothing is known: no number is written here.
struct CardPaper {
    let catalog: ProtocolCatalog
    let district: District
    let calls: [CallsModel.Call]
    let emergencies: [CallsModel.Call]
    let implicated: [CallsModel.Call]

    init(catalog: ProtocolCatalog, district: District, now: Instant) throws {
        self.catalog = catalog
        self.district = district
        func plan(_ answers: [Identifier<Fact>: String]) throws -> CallPlan {
            // At night: the card must hold when every office is closed.
            let night = LimaTime(date: LimaTime(now).date, hour: 3, minute: 0).instant
            var form = StreetForm(
                report: try ReportID(reading: String(repeating: "0", count: ReportID.digits)))
            form.district = district.id
            form.answers = answers
            let visit = StreetVisit(form: form, page: .calls, findings: [], at: night, isFresh: true)
            let route = try catalog.route(of: form.situation(at: night, in: catalog.content))
            return CallPlan(visit, catalog, route)
        }
        calls = try plan([:]).calls
        let urgent = try plan([.danger: "no", .injury: "yes", .age: "minor"])
        emergencies = urgent.emergencies + urgent.others.filter { $0.role == .child }
        let secret = try plan([.officialImplicated: "police"])
        implicated = secret.calls + secret.others.filter { $0.role == .misconduct }
    }

    private var texts: Texts { catalog.content.texts }
    private var words: Words<CardText> { Words(texts) }

    var paper: Paper {
        var paper = Paper(
            title: words[.title, ["district": district.name]], file: "tarjeta-\(district.id)",
            sheet: """
                <h1 class="hide">\(words[.title, ["district": district.name]])</h1>\
                <div class="cards">\(front)\(back)</div>
                """, back: .plain(.papers))
        paper.fileAddress = Page.paper(.card, district: district.id.text, asFile: true).address
        return paper
    }

    private func edition(_ side: Int) -> HTML {
        let edition = catalog.edition
        let said = words[
            .edition, ["district": district.name, "version": edition.version, "side": String(side)]]
        return "<p class=\"edition\">\(said)</p>"
    }

    private var front: HTML {
        let numbers: [HTML] = calls.map(number)
        return """
            <section class="card" aria-labelledby="c1">\(edition(1))<h2 id="c1">\(words[.front])</h2>\
            <ol class="plain">\(numbers)</ol>\(next)\(urgent)\(secret)<h2>\(words[.say])</h2><p>\(words[.sayText])</p>\
            <h2>\(words[.code])</h2><p class="boxes" aria-hidden="true">\(boxes)</p>\
            <p>\(words[.answered, ["number": "1"]]) ______________________</p>\
            <p>\(words[.answered, ["number": "2"]]) ______________________</p></section>
            """
    }

    private var boxes: HTML {
        let box: HTML = "<span></span>"
        let eight: [HTML] = Array(repeating: box, count: 4)
        return """
            \(eight)<em>-</em>\(eight)<em>\(words[.hour])</em>\(box)\(box)<em>:</em>\(box)\(box)
            """
    }

    /// The first number of a call, large; whether anybody has tried it is said.
    private func number(_ call: CallsModel.Call) -> HTML {
        guard let card = call.cards.first else { return "" }
        let unchecked: HTML? = card.isVerified ? nil : "<br><span class=\"small\">\(words[.unchecked])</span>"
        return """
            <li><span class="number">\(said(card))</span><br><b>\(call.role.name(in: texts))</b>: \(card.label)\
            \(unchecked)</li>
            """
    }

    private func said(_ card: CallCard) -> String {
        guard let more = card.extension else { return card.digits }
        return "\(card.digits) \(Words<CommonText>(texts)[.extension]) \(more)"
    }

    /// Whom to call when nobody answers: every next number, once.
    private var next: HTML? {
        let cards = calls.flatMap { $0.cards.dropFirst().prefix(Self.mostNext) }
        return line(words[.noAnswer], cards)
    }

    private var urgent: HTML? {
        let lines: [HTML] = emergencies.compactMap { call in
            line(call.role == .injury ? words[.hurt] : words[.child], Array(call.cards.prefix(1)))
        }
        return lines.joined()
    }

    private var secret: HTML? { line(words[.implicated], implicated.compactMap(\.cards.first)) }

    private func line(_ title: String, _ cards: [CallCard]) -> HTML? {
        guard !cards.isEmpty else { return nil }
        let numbers = cards.map { "\(said($0)) (\($0.label))" }
        return "<p><b>\(title)</b> \(numbers.joined(separator: "; "))</p>"
    }

    private var back: HTML {
        let content = catalog.content
        let seen = content.indicators.filter { $0.isOnStreet && $0.observed == .seen }.prefix(Self.mostSigns)
        let signs: [HTML] = seen.map { sign in
            "<li><span class=\"tick\" aria-hidden=\"true\"></span>\(sign.short ?? sign.text)</li>"
        }
        let conduct = content.conduct.filter(\.isOnStreet).prefix(Self.mostConduct)
        let dos: [HTML] = conduct.map { "<li>\($0.do)</li>" }
        let donts: [HTML] = conduct.map { "<li>\($0.dont)</li>" }
        return """
            <section class="card" aria-labelledby="c2">\(edition(2))<h2 id="c2">\(words[.signs])</h2>\
            <ul>\(signs)</ul><h2>\(words[.yes])</h2><ul class="dots">\(dos)</ul><h2>\(words[.no])</h2>\
            <ul class="dots">\(donts)</ul><p><b>\(words[.reason])</b></p></section>
            """
    }

    private static let mostNext = 2
    private static let mostSigns = 8
    private static let mostConduct = 4
}
