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
        let rows: [[HTML?]] = model.pending.map { pending in
            [
                name(pending.line), parts.standing(of: pending.change), number(pending.line),
                "\(pending.change.made.actor.text)",
                "\(ShortMoment.text(pending.change.made.instant, now: model.now))", link(pending.line),
            ]
        }
        return DataTable(
            id: "pending", caption: words[.pending], hint: words[.pendingHint],
            columns: [
                .init(words[.contact], .head), .init(words[.standing]), .init(words[.number], .nowrap),
                .init(words[.by]), .init(words[.when], .number), .init(words[.care], .mute),
            ], rows: rows
        ).html
    }

    private var owed: HTML {
        guard !model.owed.isEmpty else {
            return """
                <div class="box"><h2>\(words[.owed])</h2>\
                <p>\(StateMark(.done, words[.owedNone]).html(texts))</p></div>
                """
        }
        let rows: [[HTML?]] = model.owed.map { line in
            let age = line.owedSince.map {
                ClockText.length(
                    max(0, model.now.millisecondsSinceEpoch - $0.millisecondsSinceEpoch), texts)
            }
            return [
                name(line), parts.standing(of: line), number(line), age.map { "\($0)" }, link(line),
            ]
        }
        return DataTable(
            id: "owed", caption: words[.owed], hint: words[.owedHint],
            columns: [
                .init(words[.contact], .head), .init(words[.state]), .init(words[.number], .nowrap),
                .init(words[.age], .number), .init(words[.care], .mute),
            ], rows: rows
        ).html
    }

    private var all: HTML {
        let rows: [[HTML?]] = model.all.map { line in
            let changed: HTML? =
                line.isChanged ? "<br><span class=\"small muted\">\(words[.changed])</span>" : nil
            return [name(line), parts.standing(of: line), "\(number(line))\(changed)", link(line)]
        }
        return DataTable(
            id: "all", caption: words[.all], hint: words[.allHint],
            columns: [
                .init(words[.contact], .head), .init(words[.state]), .init(words[.number], .nowrap),
                .init(words[.care], .mute),
            ], rows: rows
        ).html
    }

    private func name(_ line: ContactLine) -> HTML {
        "\(line.institution)<br><span class=\"small muted\">\(line.label)</span>"
    }

    private func number(_ line: ContactLine) -> HTML { NumberView(card: line.card, texts: texts).html }

    private func link(_ line: ContactLine) -> HTML {
        """
        <a class="btn quiet tight" href="\(ContactParts.address(line.id))">\(words[.care])<span class="hide"> \
        \(words[.careOf, ["name": line.institution]])</span></a>
        """
    }
}
