import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the auditor's log.
struct LogView {
    let model: LogModel
    let head: StaffHead
    let texts: Texts

    var document: Document { Document(title: words[.title], frame: .staff(head), main: main) }

    private var words: Words<LogText> { Words(texts) }

    private var main: HTML {
        """
        <div class="wrap"><div class="page-head"><div><h1>\(words[.title])</h1>\
        <p class="lead">\(words[.lead])</p></div></div>\(chain)\(filters)\
        <div class="gap-top">\(table)</div></div>
        """
    }

    private var chain: HTML {
        guard let end = model.end else {
            return "<div class=\"box\"><h2>\(words[.chainTitle])</h2><p>\(words[.chainEmpty])</p></div>"
        }
        let check = Address.page(["bitacora"], query: [LogRoutes.checkField: LogRoutes.yes])
        let export = Address.page(["bitacora"], query: [LogRoutes.fileField: LogRoutes.journalFile])
        return """
            <section class="box"><h2>\(words[.chainTitle])</h2>\(result(end))\
            <p>\(words[.chainEnd, ["count": String(end.position)]])</p>\
            <p class="small muted">\(words[.chainHash])</p><p class="mono small">\(end.hash)</p>\
            <div class="acts gap-top"><a class="btn quiet" href="\(check)">\(words[.chainCheck])</a>\
            <a class="btn quiet" href="\(export)" download>\(words[.export])</a></div>\
            <p class="small muted">\(words[.exportHint])</p></section>
            """
    }

    private func result(_ end: JournalAnchor) -> HTML? {
        switch model.check {
        case .notAsked: return nil
        case .whole:
            let text = words[.chainWhole, ["count": String(end.position)]]
            return "<p>\(StateMark(.done, text).html(texts))</p>"
        case .broken(let position):
            return """
                <div class="note late" role="alert"><h3>\(words[.chainBroken, ["position": String(position)]])</h3>\
                <p>\(words[.chainBrokenDo])</p></div>
                """
        }
    }

    private var filters: HTML {
        let day = TextField(
            name: LogFilter.dayField, label: words[.day], value: model.filter.day,
            problem: model.filter.isDayWrong ? words[.dayWrong] : nil, most: 10, isRequired: false,
            isShort: true)
        let account = TextField(
            name: LogFilter.accountField, label: words[.account], value: model.filter.account,
            isRequired: false)
        let act = TextField(
            name: LogFilter.actField, label: words[.act], value: model.filter.act, isRequired: false)
        return """
            <form class="box filters staff gap-top" action="\(Page.plain(.log).address)" role="search">\
            \(account.html(id: "account"))\(act.html(id: "act"))\(day.html(id: "day"))\
            <button>\(words[.show])</button></form>
            """
    }

    private var table: HTML {
        guard !model.acts.isEmpty else { return "<div class=\"box\"><p>\(words[.none])</p></div>" }
        let heads: [LogText] = [.position, .hour, .who, .what, .caseID, .reason, .link]
        let cells: [HTML] = heads.map { "<th scope=\"col\">\(words[$0])</th>" }
        return """
            <div class="box"><div class="scroll" tabindex="0" role="region" aria-labelledby="acts"><table>\
            <caption id="acts">\(words[.caption]) <small>\(words[.captionHint])</small></caption>\
            <thead><tr>\(cells)</tr></thead><tbody>\(model.acts.map(row))</tbody></table></div>\(pages)</div>
            """
    }

    private func row(_ act: TrailAct) -> HTML {
        """
        <tr><th scope="row">\(act.position)</th>\
        <td class="nowrap"><time datetime="\(act.instant.machineText)">\(act.instant.dayText) \
        \(act.instant.hourText)</time></td><td>\(act.actor)</td><td class="nowrap">\(act.name)</td>\
        <td class="mono">\(act.caseID.prefix(Self.shortID))</td><td>\(act.reason ?? "")</td>\
        <td class="mono">\(act.hash.prefix(Self.shortID))</td></tr>
        """
    }

    private var pages: HTML? {
        let newest: HTML? =
            model.filter.upTo == nil
            ? nil
            : "<a class=\"btn quiet\" href=\"\(model.filter.address(upTo: nil))\">\(words[.newest])</a>"
        let older = model.older.map { position -> HTML in
            "<a class=\"btn quiet\" href=\"\(model.filter.address(upTo: position))\">\(words[.older])</a>"
        }
        guard newest != nil || older != nil else { return nil }
        return "<div class=\"acts gap-top\">\(newest)\(older)</div>"
    }

    /// How many digits of an id or a hash tell two of them apart on a page.
    private static let shortID = 12
}
