import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// The report to the Metropolitan Commission: who is late, body by body, and what is longest overdue. Codes only.
struct CommissionPaper {
    let board: BoardModel
    let account: String
    let names: CatalogNames

    private var words: Words<CommissionText> { Words(names.texts) }
    private var common: Words<PaperText> { Words(names.texts) }

    var paper: Paper {
        let values = ["day": board.now.dayText, "hour": board.now.hourText]
        var paper = Paper(
            title: words[.title, values], file: "informe-\(LimaTime(board.now).date.machineText)",
            sheet: """
                <div class="top"><div><h1>\(words[.title, values])</h1><p>\(words[.lead])</p></div>\
                <div class="aside"><p class="reserved">\(common[.reserved])</p></div></div>\
                \(summary)\(bodies)\(worst)\(agreed)
                """, back: .plain(.board))
        paper.foot = [common[.printedBy, values.merging(["who": account]) { $1 }]]
        paper.fileAddress = Page.file(of: .commissionReport).address
        return paper
    }

    private var summary: HTML {
        let totals = board.totals
        let share = totals.share.map { Words<BoardText>(names.texts)[.percent, ["percent": String($0)]] }
        return """
            <section aria-labelledby="k1"><h2 id="k1">\(words[.summary])</h2>\(PaperFacts([
                (words[.late], "\(totals.late)"), (words[.soon], "\(totals.soon)"),
                (words[.inTime], "\(totals.inTime)"),
                (Words<BoardText>(names.texts)[.lateOfChildren], "\(totals.lateOfChildren)"),
                (words[.share], "\(share ?? words[.few])"),
            ]).html)<p class="small">\(words[.rule])</p></section>
            """
    }

    private var bodies: HTML {
        let rows: [HTML] = board.institutions.map { line in
            let middle = line.acknowledgement.map { ClockText.length($0, names.texts) } ?? words[.few]
            return """
                <tr><th scope="row">\(line.name)</th><td class="n">\(line.totals.late)</td>\
                <td class="n">\(line.totals.soon)</td><td class="n">\(line.totals.inTime)</td><td class="n">\(middle)</td></tr>
                """
        }
        guard !rows.isEmpty else { return "<p>\(words[.none])</p>" }
        return """
            <div class="scroll"><table><caption>\(words[.bodies])</caption><thead><tr>\
            <th scope="col">\(words[.body])</th><th scope="col" class="n">\(words[.late])</th>\
            <th scope="col" class="n">\(words[.soon])</th><th scope="col" class="n">\(words[.inTime])</th>\
            <th scope="col" class="n">\(words[.acknowledgement])</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private var worst: HTML {
        let rows: [HTML] = board.rows.prefix(Self.mostRows).map { row in
            let due = row.face.due.map { "\($0.dayText) \($0.hourText)" } ?? ""
            return """
                <tr><th scope="row"><span class="code">\(row.reference)</span></th><td>\(row.institution)</td>\
                <td>\(row.duty)</td><td>\(due)</td>\
                <td>\(Words<BoardText>(names.texts)[BoardText.rung(row.climbed)])</td></tr>
                """
        }
        guard !rows.isEmpty else { return "<p>\(words[.none])</p>" }
        return """
            <section aria-labelledby="k2"><h2 id="k2">\(words[.worst])</h2>\
            <p class="small">\(words[.worstRule, ["count": String(rows.count)]])</p>\
            <div class="scroll"><table><thead><tr><th scope="col">\(words[.code])</th><th scope="col">\(words[.body])</th>\
            <th scope="col">\(words[.duty])</th><th scope="col">\(words[.due])</th><th scope="col">\(words[.rung])</th></tr>\
            </thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    /// What the Commission agrees on is written by hand: who, what and until when.
    private var agreed: HTML {
        let blank: HTML = "<tr><td>&nbsp;<br>&nbsp;</td><td></td><td></td></tr>"
        return """
            <section aria-labelledby="k3"><h2 id="k3">\(words[.agreed])</h2><p class="small">\(words[.agreedHint])</p>\
            <table><thead><tr><th scope="col">\(words[.who])</th><th scope="col">\(words[.what])</th>\
            <th scope="col">\(words[.until])</th></tr></thead><tbody>\(blank)\(blank)\(blank)</tbody></table>\
            <div class="signs"><p>\(words[.secretary])</p></div></section>
            """
    }

    private static let mostRows = 20
}
