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
        <p class="lead">\(words[.lead])</p></div></div>\(books)\(chain)\(filters)\
        <div class="gap-top">\(table)</div></div>
        """
    }

    /// The two books, the open one marked.
    private var books: HTML {
        let links: [HTML] = LogFilter.Book.allCases.map { book in
            let isOpen = book == model.filter.book
            return """
                <a class="btn quiet" href="\(LogFilter().address(of: book))"\
                \(Attribute("aria-current", "page", when: isOpen))>\(isOpen ? "● " : "")\(name(book))</a>
                """
        }
        return "<nav class=\"acts\" aria-label=\"\(words[.books])\">\(links)</nav>"
    }

    private func name(_ book: LogFilter.Book) -> String {
        switch book {
        case .leaves: words[.leaves]
        case .journal: words[.journal]
        }
    }

    private var chain: HTML {
        guard let end = model.end else {
            return "<div class=\"box\"><h2>\(words[.chainTitle])</h2><p>\(words[.chainEmpty])</p></div>"
        }
        let check = Address.page(
            ["bitacora"],
            query: [LogFilter.bookField: model.filter.book.rawValue, LogRoutes.checkField: LogRoutes.yes])
        let export = Address.page(["bitacora"], query: [LogRoutes.fileField: LogRoutes.journalFile])
        return """
            <section class="box"><h2>\(words[.chainTitle])</h2>\(result(end))\
            <p>\(words[counted(in: model.filter.book), ["count": Digits.grouped(end.position)]])</p>\
            <p class="small muted">\(words[.chainHash])</p><p class="mono small">\(end.hash)</p>\
            <div class="acts gap-top"><a class="btn quiet" href="\(check)">\(words[.chainCheck])</a>\
            <a class="btn quiet" href="\(export)" download>\(words[.export])</a></div>\
            <p class="small muted">\(words[.exportHint]) \(words[.viewed])</p></section>
            """
    }

    private func counted(in book: LogFilter.Book) -> LogText {
        switch book {
        case .leaves: .leavesEnd
        case .journal: .chainEnd
        }
    }

    private func result(_ end: JournalAnchor) -> HTML? {
        switch model.check {
        case .notAsked: return nil
        case .whole:
            let text = words[.chainWhole, ["count": Digits.grouped(end.position)]]
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
        let unit = TextField(
            name: LogFilter.unitField, label: words[.unit], value: model.filter.unit, isRequired: false)
        let act = TextField(
            name: LogFilter.actField, label: words[.act], value: model.filter.act, isRequired: false)
        return """
            <form class="box filters staff gap-top" action="\(Page.plain(.log).address)" role="search">\
            <input type="hidden" name="\(LogFilter.bookField)" value="\(model.filter.book.rawValue)">\
            \(account.html(id: "account"))\(model.filter.book == .leaves ? unit.html(id: "unit") : nil)\
            \(act.html(id: "act"))\(day.html(id: "day"))\
            <button>\(words[.show])</button></form>
            """
    }

    private var table: HTML {
        guard !model.rows.isEmpty else { return "<div class=\"box\"><p>\(words[.none])</p></div>" }
        return DataTable(
            id: "acts", caption: name(model.filter.book), hint: words[.captionHint],
            columns: [
                .init(words[.position], .head), .init(words[.hour], .nowrap), .init(words[.who], .nowrap),
                .init(words[.what]), .init(words[.objects], .mono), .init(words[.reason]),
                .init(words[.link], .mono),
            ], rows: model.rows.map(row), foot: pages
        ).html
    }

    private func row(_ row: LogModel.Row) -> [HTML?] {
        let objects = row.objects.map { $0.prefix(Self.shortID) }.joined(separator: " · ")
        let unit: HTML? = row.unit.isEmpty ? nil : "<br><span class=\"small muted\">\(row.unit)</span>"
        return [
            "\(row.position)",
            "<time datetime=\"\(row.at.machineText)\">\(row.at.dayText) \(row.at.hourText)</time>",
            "\(row.actor)\(unit)", act(row.act), objects.isEmpty ? nil : "\(objects)",
            row.reason.map { "\($0)" }, "\(row.hash.prefix(Self.shortID))",
        ]
    }

    /// The act in words with its code, by which one filters; an act of the journal has only its code.
    private func act(_ code: String) -> HTML {
        guard let text = LogActText(action: code) else { return "\(code)" }
        return "\(Words<LogActText>(texts)[text])<br><span class=\"small muted nowrap\">\(code)</span>"
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
