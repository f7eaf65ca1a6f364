import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the page on which the steps of a route are chosen to be sent: body by body, each step with its reason.
struct ReferView {
    let model: ReferModel
    let head: StaffHead
    /// Why nothing was sent; nil where nothing was refused.
    var outcome: HTML?

    private var scene: CaseScene { model.scene }
    private var words: Words<ReferText> { Words(scene.texts) }
    private var code: String { scene.state.reference?.text ?? "" }

    var document: Document {
        Document(title: words[.title, ["code": code]], frame: .staff(head), main: main)
    }

    private var main: HTML {
        """
        <div class="wrap stack">\(outcome)<div><p class="crumb">\
        <a href="\(Page.caseFile(scene.id).address)">\(scene.words[.title, ["code": code]])</a></p>\
        <h1>\(words[.heading, ["code": code]])</h1><p class="lead">\(words[.lead])</p>\(keys)\(excluded)</div>\
        \(content)</div>
        """
    }

    /// Says who was sent the case and cannot open yet what is under lock.
    private var keys: HTML? {
        let names = model.waiting.filter { $0 != scene.acting.unit }.map { unit in
            scene.units.first { $0.id == unit }?.name ?? unit.text
        }
        guard !names.isEmpty else { return nil }
        return """
            <p class="note soon" role="status">\(words[.keysAwaited, ["units": names.joined(separator: ", ")]]) \
            <b>\(scene.texts[RevealText.keysOwedDo])</b></p>
            """
    }

    /// Says whom nobody may tell, and why: whoever is implicated is in no list of this page.
    private var excluded: HTML? {
        guard let row = model.excluded else { return nil }
        let names = row.institutions.map { scene.names.institution($0.text) }
        let bodies = words[.excludedBodies, ["bodies": names.joined(separator: ", ")]]
        let who: HTML? = names.isEmpty ? nil : "<b>\(bodies)</b> "
        return """
            <div class="note soon"><h2>\(words[.excluded])</h2><p>\(who)\(row.because)</p></div>
            """
    }

    private var content: HTML {
        let isEmpty = model.rows.allSatisfy { $0.place == .sent }
        if isEmpty { return "<p class=\"note\">\(words[.nothing])</p>\(sent)" }
        return """
            <form class="stack" method="post" action="\(Page.caseRefer(scene.id).address)" autocomplete="off">\
            \(FormToken(scene.visitor.formToken).html)\
            \(ActForm.hidden(ActForm.seenField, String(scene.state.version)))\(about)\
            \(due)\(consent)\(toKnow)\(sent)\(button)</form>
            """
    }

    /// One button for the whole page, always in sight; none where nothing can be sent.
    private var button: HTML? {
        guard model.standing == nil, model.rows.contains(where: model.isOffered) else { return nil }
        return """
            <div class="acts stuck"><button name="\(ReferField.stage)" \
            value="\(ReferField.Stage.check.rawValue)" data-key="d">\(words[.review])\
            <kbd class="wide-only">D</kbd></button></div>
            """
    }

    /// About whom it is: a choice only where there is one.
    private var about: HTML? {
        let each = model.people.map { CodeChoice.Option(id: $0.text, label: label($0)) }
        guard let first = each.first else { return nil }
        if each.count == 1 {
            return """
                <p><b>\(words[.about]):</b> \(first.label)\
                \(ActForm.hidden(ReferField.person, first.id))</p>
                """
        }
        let all = CodeChoice.Option(id: ReferField.wholeCase, label: words[.wholeCase])
        return CodeChoice(
            name: ReferField.person, label: words[.about], options: [all] + each,
            chosen: model.person?.text ?? ReferField.wholeCase, style: .radios
        ).html(scene.texts, id: ReferField.person)
    }

    /// What a person is called on the page, with the age that decides about consent.
    private func label(_ person: PersonID) -> String {
        let age = scene.state.person(person).map { ". " + scene.age($0.age) } ?? ""
        return scene.name(of: person) + age
    }

    private var due: HTML? {
        let rows = model.rows(.due)
        guard !rows.isEmpty else { return nil }
        let count = words[.dueCount, ["steps": String(rows.count)]]
        return """
            <section aria-labelledby="due"><h2 id="due">\(words[.due]) <small>\(count)</small></h2>\
            \(groups(rows))</section>
            """
    }

    private var consent: HTML? {
        let rows = model.lackingConsent
        guard !rows.isEmpty else { return nil }
        return """
            <section aria-labelledby="consent"><h2 id="consent">\(words[.consent])</h2>\
            <p class="hint">\(words[.consentHint])</p>\(groups(rows))</section>
            """
    }

    /// Folded, since it may be much and nothing of it is due; open where something of it is chosen.
    private var toKnow: HTML? {
        let rows = model.rows(.toKnow)
        guard !rows.isEmpty else { return nil }
        return """
            <details\(Attribute("open", when: rows.contains(where: \.isChosen)))>\
            <summary><h2>\(words[.toKnow]) <small>\(String(rows.count))</small></h2></summary>\
            <p class="hint">\(words[.toKnowHint])</p>\(groups(rows))</details>
            """
    }

    /// The rows under the body that the route means, in the order of the route.
    private func groups(_ rows: [ReferRow]) -> HTML {
        var bodies: [ReferRecipient] = []
        for row in rows where !bodies.contains(row.usual) { bodies.append(row.usual) }
        let drawn: [HTML] = bodies.map { body in
            let own: [HTML] = rows.filter { $0.usual == body }.map {
                ReferRowView(row: $0, model: model).html
            }
            return """
                <section class="box goes"><h3>\(goesTo(body))</h3><ul class="radios picks">\(own)</ul></section>
                """
        }
        return "<div class=\"stack8 gap-top\">\(drawn)</div>"
    }

    private func goesTo(_ body: ReferRecipient) -> HTML {
        let way = scene.names.channel(body.unit == nil ? ReferRow.usualWay : .inSystem)
        return "\(body.name)<br><small class=\"muted\">\(way)</small>"
    }

    private var sent: HTML? {
        let rows: [HTML] = model.rows(.sent).map { row in
            """
            <li>\(StateMark(.done, words[.sent]).html(scene.texts)) \(row.step.step.title)</li>
            """
        }
        guard !rows.isEmpty else { return nil }
        return """
            <section class="box" aria-labelledby="sent"><h2 id="sent">\(words[.sent])</h2>\
            <ul>\(rows)</ul></section>
            """
    }
}
