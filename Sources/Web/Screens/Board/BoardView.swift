import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the coordinator's board.
struct BoardView {
    let model: BoardModel
    let head: StaffHead
    let texts: Texts

    var document: Document { Document(title: words[.title], frame: .staff(head), main: main) }

    private var words: Words<BoardText> { Words(texts) }

    private var main: HTML {
        """
        <div class="page-head"><div><h1>\(words[.title])</h1><p class="lead">\(lead)</p></div>\
        <p><a class="btn quiet" href="\(Page.plain(.commissionReport).address)">\
        \(Words<CommissionText>(texts)[.see])</a></p></div>\
        \(figures)\(filters)<div class="stack gap-top">\(rows)\(BoardInstitutionsView(model: model, texts: texts).html)\
        </div>
        """
    }

    private var lead: String {
        words[.lead, ["day": model.now.dayText, "hour": model.now.hourText]]
    }

    private var figures: HTML {
        let figures: [(StateMark.Kind, Int, BoardText)] = [
            (.late, model.totals.late, .lateNow), (.soon, model.totals.soon, .soon),
            (.ok, model.totals.inTime, .inTime),
        ]
        let items: [HTML] = figures.map { kind, count, key in
            "<div><dd>\(StateMark(kind, String(count)).html(texts))</dd><dt>\(words[key])</dt></div>"
        }
        let children: HTML =
            "<div><dd>\(model.totals.lateOfChildren)</dd><dt>\(words[.lateOfChildren])</dt></div>"
        return "<dl class=\"kpis\">\(items)\(children)</dl>"
    }

    private var filters: HTML {
        let harms: [HTML] = BoardFilter.harms.map { harm in
            option(String(harm), words[BoardText.harm(harm)], isChosen: model.filter.harm == harm)
        }
        let bodies: [HTML] = model.institutions.sorted { $0.name < $1.name }.map { line in
            option(line.id, line.name, isChosen: model.filter.institution == line.id)
        }
        let ages = [
            option("", words[.anyAge], isChosen: !model.filter.onlyChildren),
            option(BoardFilter.childrenAge, words[.children], isChosen: model.filter.onlyChildren),
        ]
        let scopes = [
            option("", words[.scopeLate], isChosen: !model.filter.showsAll),
            option(BoardFilter.allScope, words[.scopeAll], isChosen: model.filter.showsAll),
        ]
        return """
            <form class="box filters staff four gap-top" action="\(Page.plain(.board).address)" role="search">\
            \(list(BoardFilter.harmField, words[.harmFilter], [option("", words[.all], isChosen: false)] + harms))\
            \(list(
                BoardFilter.institutionField, words[.institutionFilter],
                [option("", words[.all], isChosen: false)] + bodies))\
            \(list(BoardFilter.ageField, words[.ageFilter], ages))\
            \(list(BoardFilter.scopeField, words[.scopeFilter], scopes))<button>\(words[.show])</button></form>
            """
    }

    private func list(_ name: String, _ label: String, _ options: [HTML]) -> HTML {
        """
        <div><label for="\(name)">\(label)</label><select id="\(name)" name="\(name)">\(options)</select></div>
        """
    }

    private func option(_ value: String, _ label: String, isChosen: Bool) -> HTML {
        "<option value=\"\(value)\"\(Attribute("selected", when: isChosen))>\(label)</option>"
    }

    private var rows: HTML {
        guard !model.rows.isEmpty else {
            return """
                <div class="box"><h2>\(words[.none])</h2><p class="muted">\(words[.noneDo])</p></div>
                """
        }
        let caption = model.filter.showsAll ? words[.captionAll] : words[.caption]
        return DataTable(
            id: "late-rows", caption: caption, hint: words[.order],
            columns: [
                .init(words[.harm]), .init(words[.caseCode], .code), .init(words[.duty], .head),
                .init(words[.institution]), .init(words[.due], .number), .init(words[.since], .number),
                .init(words[.rung]), .init(words[.next], .mute),
            ], rows: model.rows.map(row), foot: pages
        ).html
    }

    private func row(_ row: BoardModel.Row) -> [HTML?] {
        [
            mark(row), "\(row.reference)", "\(row.duty)", body(row),
            row.face.due.map { "\(ShortMoment.text($0, now: model.now))" },
            ClockText(face: row.face, texts: texts).html, "\(words[BoardText.rung(row.climbed)])", link(row),
        ]
    }

    /// The state of the clock and the harm, both in words; danger stands for both.
    private func mark(_ row: BoardModel.Row) -> HTML {
        if row.harm == 0 {
            let child: HTML? = row.hasChild ? "<br><span class=\"small\">\(words[.withChild])</span>" : nil
            return "\(StateMark(.danger).html(texts))\(child)"
        }
        return """
            <b>\(words[BoardText.harm(row.harm)])</b><br>\
            <span class="small">\(StateMark(row.face.state).html(texts))</span>
            """
    }

    /// Who owes it; an implicated body is named with the warning that nobody there may hear of it.
    private func body(_ row: BoardModel.Row) -> HTML {
        guard row.isWithheld else { return "\(row.institution)" }
        return "\(row.institution)<br><span class=\"small\">\(words[.withheld])</span>"
    }

    private func link(_ row: BoardModel.Row) -> HTML {
        let address = Address.page(
            ["tablero", row.caseID.text], fragment: BoardCaseView.place(row.obligation))
        let verb =
            switch row.next {
            case .reminder: words[.remind]
            case .supervisor, .superior, .secretariat, .dossier: words[.climb]
            case nil: words[.look]
            }
        return """
            <a class="btn quiet tight" href="\(address)">\(verb)<span class="hide"> \
            \(words[.of, ["code": row.reference]])</span></a>
            """
    }

    private var pages: HTML? {
        guard model.filter.page > 1 || model.hasMore else { return nil }
        let page = model.filter.page
        let earlier: HTML? =
            page > 1
            ? "<a class=\"btn quiet\" href=\"\(model.filter.address(page: page - 1))\">\(words[.earlier])</a>"
            : nil
        let later: HTML? =
            model.hasMore
            ? "<a class=\"btn quiet\" href=\"\(model.filter.address(page: page + 1))\">\(words[.later])</a>"
            : nil
        return """
            <nav class="acts gap-top" aria-label="\(words[.page, ["page": String(page)]])">\(earlier)\(later)\
            <span class="small muted">\(words[.page, ["page": String(page)]])</span></nav>
            """
    }
}
