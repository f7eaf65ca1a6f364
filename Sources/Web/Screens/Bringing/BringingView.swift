import CaseRegister
import Catalog
import HTML
import HTTPTypes
import ReferralDomain
import Standards

/// Draws the page on which the file of another office is checked and brought in.
struct BringingView {
    let stage: Stage
    /// The office that was chosen; nil where nobody chose one yet.
    let office: String?
    let head: StaffHead
    let names: CatalogNames

    /// How far it has come.
    enum Stage: Equatable, Sendable {
        case asked
        case refused(Refusal)
        /// Read, and not without a fault.
        case faulty([HTCDSFinding])
        /// Read without a fault, to be looked at.
        case understood(BringingModel)
        case kept(Kept)

        var status: HTTPResponse.Status {
            switch self {
            case .asked, .understood, .kept: .ok
            case .refused(.tooLarge): .contentTooLarge
            case .refused(.notKept): .internalServerError
            case .refused(.noOffice), .refused(.noFile), .faulty: .unprocessableContent
            }
        }
    }

    /// Why nothing was read or kept.
    enum Refusal: Equatable, Sendable { case noOffice, noFile, tooLarge, notKept }

    /// What came of taking it in.
    struct Kept: Equatable, Sendable {
        let new: Int
        let known: Int
        /// The new ones that stand in this queue.
        let own: [Receipt]
    }

    var document: Document {
        Document(
            title: words[.title], frame: .staff(head),
            main: """
                <div class="wrap stack"><div><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p></div>\
                \(content)</div>
                """)
    }

    private var words: Words<BringingText> { Words(names.texts) }

    private var content: HTML {
        switch stage {
        case .asked: "\(form)\(rules)"
        case .refused(let refusal): "\(note(refusal))\(form)\(rules)"
        case .faulty(let findings): "\(faults(findings))\(form)\(rules)"
        case .understood(let model): "\(understood(model))<h2>\(words[.another])</h2>\(form)"
        case .kept(let kept): self.kept(kept)
        }
    }

    private var form: HTML {
        let choice = CodeChoice(
            name: BringingRoutes.officeField, label: words[.office], options: names.institutions,
            chosen: office, hint: words[.officeHint])
        return """
            <form class="box stack" method="post" action="\(Page.plain(.bringing).address)" \
            enctype="multipart/form-data" autocomplete="off">\(FormToken(head.formToken).html)\
            \(choice.html(names.texts, id: "entidad"))<div class="field"><label for="archivo">\(words[.file])</label>\
            <p class="hint" id="archivo-hint">\(words[.fileHint])</p><input type="file" id="archivo" \
            name="\(BringingRoutes.fileField)" accept=".csv,.txt,.json,text/csv,text/plain,application/json" required \
            aria-describedby="archivo-hint"></div><p class="acts"><button>\(words[.check])</button></p></form>
            """
    }

    private var rules: HTML {
        """
        <section class="box" aria-labelledby="reglas"><h2 id="reglas">\(words[.rules])</h2><ul class="list">\
        <li>\(words[.ruleNames])</li><li>\(words[.ruleNumber])</li><li>\(words[.ruleDates])</li>\
        <li>\(words[.ruleWhole])</li></ul></section>
        """
    }

    private func note(_ refusal: Refusal) -> HTML {
        let (what, todo): (BringingText, BringingText) =
            switch refusal {
            case .noOffice: (.noOffice, .noOfficeDo)
            case .noFile: (.noFile, .noFileDo)
            case .tooLarge: (.tooLarge, .tooLargeDo)
            case .notKept: (.notKept, .notKeptDo)
            }
        return """
            <div class="note late" role="alert"><h2>\(words[what])</h2><p>\(words[todo])</p></div>
            """
    }

    private func faults(_ findings: [HTCDSFinding]) -> HTML {
        let said = BringingWords(texts: names.texts)
        let rows: [[HTML?]] = findings.prefix(Self.mostRows).map { finding in
            [
                finding.line.map { "\(words[.lineNumber, ["line": String($0)]])" } ?? "\(words[.wholeFile])",
                finding.column.map { "<bdi>\(BringingWords.short($0))</bdi>" }, "\(said.what(finding))",
            ]
        }
        let more = findings.count - rows.count
        let table = DataTable(
            id: "errores", caption: words[.faults],
            columns: [
                .init(words[.line], .head), .init(words[.column], .mono), .init(words[.wrong]),
            ], rows: rows,
            foot: more > 0 ? "<p>\(words[.more, ["count": String(more)]])</p>" : nil
        ).html
        return """
            <div class="note late" role="alert"><h2>\(words[.faultsTitle, ["count": String(findings.count)]])</h2>\
            <p>\(words[.faultsDo])</p></div>\(table)
            """
    }

    private func understood(_ model: BringingModel) -> HTML {
        var facts: [(label: String, value: HTML)] = [
            (words[.rows], "\(model.rows)"), (words[.new], "<b>\(model.new)</b>"),
        ]
        facts += [
            (words[.own], model.own), (words[.elsewhere], model.new - model.own),
            (words[.withoutDistrict], model.withoutDistrict), (words[.known], model.known),
            (words[.closed], model.closed),
        ].filter { $0.1 > 0 }.map { ($0.0, "\($0.1)") }
        return """
            <section class="box stack" aria-labelledby="leido"><h2 id="leido">\(words[.understood])</h2>\
            \(FactsList(facts).html)\(decoded(model.notes))\(differing(model))\(left(model.notes))\(take(model))</section>
            """
    }

    /// The button, or why there is none.
    private func take(_ model: BringingModel) -> HTML {
        guard model.new > 0 else { return "<p><b>\(words[.nothingNew])</b></p>" }
        return """
            <form method="post" action="\(Page.plain(.bringing).address)" enctype="multipart/form-data">\
            \(FormToken(head.formToken).html)\(ActForm.hidden(BringingRoutes.officeField, office ?? ""))\
            \(ActForm.hidden(BringingRoutes.tableField, model.table))<p>\(words[.takeHint])</p>\
            <p class="acts"><button>\(words[.take, ["count": String(model.new)]])</button></p></form>
            """
    }

    private func differing(_ model: BringingModel) -> HTML? {
        guard !model.differing.isEmpty else { return nil }
        let lines = model.differing.prefix(Self.mostLines).map { String($0) }.joined(separator: ", ")
        return """
            <div class="note soon"><p><b>\(words[.differing, ["count": String(model.differing.count)]])</b> \
            \(words[.differingDo])</p><p class="small">\(words[.differingLines, ["lines": lines]])</p></div>
            """
    }

    private func decoded(_ notes: [HTCDSNote]) -> HTML? {
        let isOfWindows = notes.contains {
            if case .decoded = $0 { true } else { false }
        }
        return isOfWindows ? "<p class=\"hint\">\(words[.decoded])</p>" : nil
    }

    /// What of the file does not come in, though nothing is wrong with it.
    private func left(_ notes: [HTCDSNote]) -> HTML? {
        let said = BringingWords(texts: names.texts)
        let items = notes.compactMap(said.left).map { "<li>\($0)</li>" as HTML }
        guard !items.isEmpty else { return nil }
        return """
            <details\(Attribute("open", when: items.count <= 4))><summary>\(words[.left, ["count": String(items.count)]])</summary>\
            <ul class="list small">\(Array(items.prefix(Self.mostRows)))</ul></details>
            """
    }

    private func kept(_ kept: Kept) -> HTML {
        let cases: [HTML] = kept.own.prefix(Self.mostLines).map { receipt in
            """
            <li><a class="code" href="\(Page.queueCase(receipt.id).address)">\(receipt.reference.text)</a></li>
            """
        }
        let facts = FactsList([
            (words[.cameIn], "<b>\(kept.new)</b>"), (words[.known], "\(kept.known)"),
        ]).html
        let list: HTML? =
            cases.isEmpty
            ? nil
            : "<h3>\(words[.inQueue, ["count": String(kept.own.count)]])</h3><ul class=\"list\">\(cases)</ul>"
        return """
            <section class="box stack" role="status" aria-labelledby="hecho"><h2 id="hecho">\
            \(words[kept.new > 0 ? .done : .doneBefore])</h2>\(facts)\(list)<p class="acts">\
            <a class="btn" href="\(Page.plain(.queue).address)">\(words[.toQueue])</a>\
            <a class="btn quiet" href="\(Page.plain(.bringing).address)">\(words[.another])</a></p></section>
            """
    }

    /// More than a person mends in one sitting.
    private static let mostRows = 100
    private static let mostLines = 20
}
