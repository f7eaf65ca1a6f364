import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the sheet of a handover, to be printed: both accounts, the hour, the codes, the end of the journal.
struct HandoverSheetView {
    let sheet: HandoverSheet
    let head: StaffHead
    let texts: Texts

    private var words: Words<HandoverText> { Words(texts) }

    var document: Document {
        Document(
            title: words[.sheetTitle], frame: .staff(head),
            main: """
                <div class="wrap stack"><h1>\(words[.sheetTitle])</h1><section class="box">\(facts.html)</section>\
                \(HandoverSheet.Outcome.allCases.compactMap(section))\(remaining)\(journal)\
                <p class="acts"><button type="button" class="quiet" data-print hidden>\(words[.print])</button></p>\
                </div>
                """)
    }

    private var facts: FactsList {
        let when: HTML = """
            <time datetime="\(sheet.at.machineText)">\(sheet.at.dayText) \(sheet.at.hourText)</time>
            """
        return FactsList([
            (words[.from], "\(sheet.from.text)"), (words[.to], "\(sheet.to.text)"), (words[.when], when),
            (words[.count], "\(sheet.codes(.done).count + sheet.codes(.changed).count)"),
        ])
    }

    private func section(_ outcome: HandoverSheet.Outcome) -> HTML? {
        let codes = sheet.codes(outcome)
        guard !codes.isEmpty else { return nil }
        let items: [HTML] = codes.map { "<li class=\"code\">\($0)</li>" }
        let list: HTML = "<h2>\(title(outcome))</h2><ul class=\"plainlist\">\(items)</ul>"
        switch outcome {
        case .done: return "<section class=\"box\">\(list)</section>"
        case .changed: return "<section class=\"note soon\">\(list)<p>\(words[.changedDo])</p></section>"
        case .notTheirs: return "<section class=\"note soon\">\(list)<p>\(words[.notTheirsDo])</p></section>"
        case .failed:
            return "<section class=\"note late\" role=\"alert\">\(list)<p>\(words[.failedDo])</p></section>"
        }
    }

    private func title(_ outcome: HandoverSheet.Outcome) -> String {
        switch outcome {
        case .done: words[.done]
        case .changed: words[.changed]
        case .notTheirs: words[.notTheirs]
        case .failed: words[.failed]
        }
    }

    private var remaining: HTML? {
        guard sheet.remaining > 0 else { return nil }
        return """
            <p class="note soon">\(words[.remaining, ["count": String(sheet.remaining)]]) \
            <a href="\(Page.plain(.handover).address)">\(words[.goHandOver])</a></p>
            """
    }

    private var journal: HTML {
        guard let end = sheet.end else { return "<p class=\"note\">\(words[.noJournal])</p>" }
        return """
            <section class="box" aria-labelledby="end"><h2 id="end">\(words[.journal])</h2>\
            <p class="hint">\(words[.journalHint])</p>\
            <div class="pair"><div>\(QRCode(end.text)?.html(label: words[.qr]))</div>\
            <p class="mono small">\(end.text)</p></div></section>
            """
    }
}
