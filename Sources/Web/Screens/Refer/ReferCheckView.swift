import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws "quién verá qué": what each recipient will be able to open, before anything is sent.
struct ReferCheckView {
    let model: ReferModel
    let head: StaffHead

    private var scene: CaseScene { model.scene }
    private var words: Words<ReferText> { Words(scene.texts) }
    private var code: String { scene.state.reference?.text ?? "" }

    var document: Document {
        Document(title: words[.title, ["code": code]], frame: .staff(head), main: main)
    }

    private var main: HTML {
        """
        <div class="wrap stack"><div><p class="crumb">\
        <a href="\(Page.caseFile(scene.id).address)">\(scene.words[.title, ["code": code]])</a></p>\
        <h1 id="check">\(words[.checkHeading])</h1>\
        <p class="lead">\(words[.checkLead])</p>\(about)</div>\(table)\(loses)\(left)\(form)</div>
        """
    }

    private var about: HTML? {
        guard !model.people.isEmpty else { return nil }
        let whom = model.person.map { scene.name(of: $0) } ?? words[.wholeCase]
        return "<p><b>\(words[.about]):</b> \(whom)</p>"
    }

    private var table: HTML {
        var told: [Told] = []
        for row in model.chosen where !told.contains(Told(row)) { told.append(Told(row)) }
        let rows: [HTML] = told.map(row)
        let parts: [HTML] = Compartment.allCases.map { "<th scope=\"col\">\(word($0))</th>" }
        return """
            <div class="box"><div class="scroll cards" tabindex="0" role="region" aria-labelledby="check">\
            <table aria-labelledby="check"><thead><tr><th scope="col">\(words[.recipient])</th>\
            <th scope="col">\(words[.asks])</th>\
            \(parts)<th scope="col">\(words[.why])</th></tr></thead><tbody>\(rows)</tbody></table></div></div>
            """
    }

    /// A body and the way by which it is told: one row of the table.
    private struct Told: Equatable {
        let recipient: ReferRecipient
        let channel: Channel

        init(_ row: ReferRow) {
            recipient = row.recipient
            channel = row.channel
        }
    }

    private func row(_ told: Told) -> HTML {
        let body = told.recipient.institution
        let steps: [HTML] = model.chosen.filter { Told($0) == told }.map(step)
        let why = scene.names.catalog.content.compartments[.init(body)]?.because
        let institution = scene.names.institution(body)
        let whose = institution == told.recipient.name ? "" : institution + ". "
        return """
            <tr data-body="\(body)"><th scope="row">\(told.recipient.name)<br><span class="small muted">\
            \(whose)\(scene.names.channel(told.channel))</span></th><td><ul class="stack8">\(steps)</ul></td>\
            \(opens(body))<td class="small">\(why ?? words[.opensNothing])</td></tr>
            """
    }

    private func step(_ row: ReferRow) -> HTML {
        let reason: HTML? =
            row.isChanged
            ? "<br><span class=\"small\">\(words[.changed, ["reason": reason(row.reason)]])</span>" : nil
        return """
            <li>\(row.step.step.title)<br><span class="small muted">\
            \(ReferRowView.term(of: row.step, words))</span>\(reason)</li>
            """
    }

    private func reason(_ code: String) -> String {
        scene.names.code(code, in: CaseRegister.CodeList.recipientChanges.rawValue)
    }

    /// A cell for each part of the case: yes or no, in words.
    private func opens(_ institution: String) -> [HTML] {
        let seen = policy.compartments(of: institution)
        return Compartment.allCases.map { part in
            let said: HTML =
                seen.contains(part)
                ? StateMark(.done, words[.yes]).html(scene.texts)
                : "<span class=\"muted\">\(words[.no])</span>"
            return "<td data-label=\"\(word(part))\">\(said)</td>"
        }
    }

    /// What the control centre can no longer open once another body answers for the person.
    private var loses: HTML? {
        let lost = policy.visibility(of: [model.rules.centre]).flatMap(\.losesAtHandOver)
        guard !lost.isEmpty else { return nil }
        let parts = lost.map(word).joined(separator: ", ")
        return "<p class=\"note\">\(words[.loses, ["parts": parts]])</p>"
    }

    /// What is due and was not marked, so that no box is forgotten.
    private var left: HTML? {
        let rows: [HTML] = model.left.map { "<li>\($0.step.step.title)</li>" }
        guard !rows.isEmpty else { return nil }
        return """
            <div class="note soon"><h2>\(words[.left])</h2><ul class="list">\(rows)</ul>\
            <p class="small">\(words[.leftHint])</p></div>
            """
    }

    private func word(_ compartment: Compartment) -> String {
        switch compartment {
        case .identity: words[.identity]
        case .matter: words[.matter]
        case .care: words[.care]
        }
    }

    private var policy: SealingPolicy { SealingPolicy(scene.names.catalog.content.compartments) }

    /// Everything that was chosen, to be sent or to be changed.
    private var form: HTML {
        let person = model.person.map { ActForm.hidden(ReferField.person, $0.text) }
        let kept: [HTML] = model.rows.filter { $0.place != .sent || $0.isChosen }.map(hidden)
        return """
            <form method="post" action="\(Page.caseRefer(scene.id).address)" autocomplete="off">\
            \(FormToken(scene.visitor.formToken).html)\
            \(ActForm.hidden(ActForm.seenField, String(scene.state.version)))\
            \(ActForm.hidden(ReferField.shown, model.shown(at: scene.state.version)))\(person)\(kept)\
            <div class="acts stuck"><button name="\(ReferField.stage)" \
            value="\(ReferField.Stage.send.rawValue)" data-key="e">\(words[.send])\
            <kbd class="wide-only">E</kbd></button><button class="quiet" name="\(ReferField.stage)" \
            value="\(ReferField.Stage.change.rawValue)">\(words[.back])</button></div></form>
            """
    }

    private func hidden(_ row: ReferRow) -> HTML {
        """
        \(ActForm.hidden(ReferField.id(row.name), row.id.text))\
        \(row.isChosen ? ActForm.hidden(ReferField.chosen(row.name), "yes") : nil)\
        \(ActForm.hidden(ReferField.recipient(row.name), row.recipient.value))\
        \(ActForm.hidden(ReferField.channel(row.name), row.way.rawValue))\
        \(ActForm.hidden(ReferField.reason(row.name), row.reason))
        """
    }
}
