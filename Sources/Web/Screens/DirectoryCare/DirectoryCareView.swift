import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the directory for its keepers.
struct DirectoryCareView {
    let model: DirectoryCareModel
    let head: StaffHead
    let texts: Texts

    var document: Document { Document(title: words[.title], frame: .staff(head), main: main) }

    private var words: Words<DirectoryCareText> { Words(texts) }
    private var parts: ContactParts { ContactParts(texts: texts, now: model.now) }

    private var main: HTML {
        """
        <div class="wrap"><div class="page-head"><div><h1>\(words[.title])</h1>\
        <p class="lead">\(words[.lead])</p></div></div>\(flag)\
        <div class="stack">\(pending)\(owed)\(all)</div></div>
        """
    }

    private var flag: HTML? {
        guard model.overdue > 0 else { return nil }
        return """
            <div class="note late"><h2>\(words[.overdue, ["count": String(model.overdue)]])</h2>\
            <p>\(words[.overdueDo])</p></div>
            """
    }

    private var pending: HTML? {
        guard !model.pending.isEmpty else { return nil }
        let rows: [HTML] = model.pending.map { pending in
            """
            <tr><th scope="row">\(pending.line.institution)<br><span class="small muted">\(pending.line.label)</span>\
            </th><td>\(parts.standing(of: pending.change))</td>\
            <td class="nowrap">\(NumberView(card: pending.line.card, texts: texts).html)</td>\
            <td>\(pending.change.made.actor.text)</td>\
            <td class="num">\(ShortMoment.text(pending.change.made.instant, now: model.now))</td>\
            <td>\(link(pending.line))</td></tr>
            """
        }
        return table(
            "pending", words[.pending], words[.pendingHint],
            [.contact, .standing, .number, .by, .when, .care], rows)
    }

    private var owed: HTML {
        guard !model.owed.isEmpty else {
            return """
                <div class="box"><h2>\(words[.owed])</h2>\
                <p>\(StateMark(.done, words[.owedNone]).html(texts))</p></div>
                """
        }
        let rows: [HTML] = model.owed.map { line in
            let age = line.owedSince.map {
                ClockText.length(
                    max(0, model.now.millisecondsSinceEpoch - $0.millisecondsSinceEpoch), texts)
            }
            return """
                <tr><th scope="row">\(line.institution)<br><span class="small muted">\(line.label)</span></th>\
                <td>\(parts.standing(of: line))</td>\
                <td class="nowrap">\(NumberView(card: line.card, texts: texts).html)</td>\
                <td class="num">\(age ?? "")</td><td>\(link(line))</td></tr>
                """
        }
        return table(
            "owed", words[.owed], words[.owedHint], [.contact, .state, .number, .age, .care], rows)
    }

    private var all: HTML {
        let rows: [HTML] = model.all.map { line in
            """
            <tr><th scope="row">\(line.institution)<br><span class="small muted">\(line.label)</span></th>\
            <td>\(parts.standing(of: line))</td>\
            <td class="nowrap">\(NumberView(card: line.card, texts: texts).html)\
            \(line.isChanged ? "<br><span class=\"small muted\">\(words[.changed])</span>" as HTML : nil)</td>\
            <td>\(link(line))</td></tr>
            """
        }
        return table("all", words[.all], words[.allHint], [.contact, .state, .number, .care], rows)
    }

    private func link(_ line: ContactLine) -> HTML {
        """
        <a class="btn quiet tight" href="\(ContactParts.address(line.id))">\(words[.care])<span class="hide"> \
        \(words[.careOf, ["name": line.institution]])</span></a>
        """
    }

    private func table(
        _ id: String, _ title: String, _ hint: String, _ heads: [DirectoryCareText], _ rows: [HTML]
    ) -> HTML {
        let cells: [HTML] = heads.map { "<th scope=\"col\">\(words[$0])</th>" }
        return """
            <div class="box"><div class="scroll" tabindex="0" role="region" aria-labelledby="\(id)"><table>\
            <caption id="\(id)">\(title) <small>\(hint)</small></caption><thead><tr>\(cells)</tr></thead>\
            <tbody>\(rows)</tbody></table></div></div>
            """
    }
}
