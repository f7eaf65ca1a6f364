import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// The report of a shift: the open cases of whoever leaves, who answers for whom, and how far the journal had come.
///
/// The code of the journal, printed and signed, is what shows later that nobody rewrote it.
struct ShiftReportPaper {
    let cases: [HandoverCase]
    let totals: QueueCount
    let visitor: Visitor
    let now: Instant
    /// Where the journal ended; nil where nobody could say.
    let end: JournalAnchor?
    let names: CatalogNames

    private var words: Words<ShiftReportText> { Words(names.texts) }
    private var common: Words<PaperText> { Words(names.texts) }

    var paper: Paper {
        var paper = Paper(
            title: words[.title, ["day": now.dayText, "hour": now.hourText]],
            file: "parte-\(LimaTime(now).date.machineText)",
            sheet: "\(top)\(figures)\(table)\(notes)\(journal)",
            back: .plain(.handover))
        paper.foot = [
            common[
                .printedBy,
                ["who": visitor.acting.account.text, "day": now.dayText, "hour": now.hourText]]
        ]
        paper.fileAddress = Page.file(of: .shiftReport).address
        return paper
    }

    private var top: HTML {
        let municipality = visitor.acting.municipality.map(names.district) ?? ""
        return """
            <div class="top"><div><h1>\(words[.title, ["day": now.dayText, "hour": now.hourText]])</h1>\
            <p>\(words[.lead, ["who": visitor.acting.account.text, "place": municipality]])</p></div>\
            <div class="aside"><p class="reserved">\(common[.reserved])</p></div></div>
            """
    }

    private var figures: HTML {
        PaperFacts([
            (words[.open], "\(totals.open)"), (words[.late], "\(totals.late)"),
            (words[.mine], "\(cases.count)"),
        ]).html
    }

    private var table: HTML {
        guard !cases.isEmpty else { return "<p>\(words[.none])</p>" }
        let rows: [HTML] = cases.map(row)
        return """
            <div class="scroll"><table><caption>\(words[.cases])</caption><thead><tr><th scope="col">\(words[.code])</th>\
            <th scope="col">\(words[.district])</th><th scope="col">\(words[.next])</th>\
            <th scope="col">\(words[.person])</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func row(_ shown: HandoverCase) -> HTML {
        let people: [HTML] = shown.people.map { person in
            let number = String(person.number)
            guard let holder = person.holder else {
                return "<li><b>\(words[.nobody, ["number": number]])</b></li>"
            }
            let body = names.institution(holder.institution)
            return "<li>\(words[.answers, ["number": number, "body": body, "post": holder.post]])</li>"
        }
        return """
            <tr><th scope="row"><span class="code">\(shown.reference)</span></th>\
            <td>\(shown.district.map(names.district) ?? "")</td><td>\(next(shown))</td><td><ul>\(people)</ul></td></tr>
            """
    }

    private func next(_ shown: HandoverCase) -> HTML {
        guard let owed = shown.next else { return "\(words[.nothingOwed])" }
        let due = owed.due.map { " (\($0.dayText.prefix(5)) \($0.hourText))" } ?? ""
        return "\(names.institution(owed.institution)): \(names.kind(owed.kind))\(due)"
    }

    private var notes: HTML {
        """
        <section aria-labelledby="n1"><h2 id="n1">\(words[.incidents])</h2><p class="rule"></p><p class="rule"></p>\
        <div class="signs"><p>\(words[.leaves])</p><p>\(words[.takes])</p></div></section>
        """
    }

    private var journal: HTML {
        guard let end else {
            return
                "<section class=\"note\" aria-label=\"\(words[.journal])\"><p>\(words[.noJournal])</p></section>"
        }
        return """
            <section aria-labelledby="n2"><h2 id="n2">\(words[.journal])</h2><div class="top"><div>\
            <p>\(words[.journalHint])</p><p class="mono">\(end.text)</p></div>\
            <div>\(QRCode(end.text)?.html(label: common[.qr]))</div></div></section>
            """
    }
}
