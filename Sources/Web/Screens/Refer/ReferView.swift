import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the page on which the steps of a route are chosen to be sent.
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
        <h1>\(words[.heading, ["code": code]])</h1><p class="lead">\(words[.lead])</p></div>\(keys)\(content)</div>
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

    private var content: HTML {
        let isEmpty = model.rows.allSatisfy { $0.place == .sent }
        if isEmpty { return "<p class=\"note\">\(words[.nothing])</p>\(sent)" }
        return """
            <form method="post" action="\(Page.caseRefer(scene.id).address)" autocomplete="off">\
            \(FormToken(scene.visitor.formToken).html)\
            \(ActForm.hidden(ActForm.seenField, String(scene.state.version)))\
            <div class="stack">\(about)<p class="acts">\(button(isFirst: true))</p>\
            \(box(.due, nil, model.rows(.due)))\(box(.consent, .consentHint, model.lackingConsent))\
            \(box(.toKnow, .toKnowHint, model.rows(.toKnow)))</div>\
            <p class="acts gap-top">\(button(isFirst: false))</p></form>\(sent)
            """
    }

    /// The first one has the focus: where the route is right, one key goes on.
    private func button(isFirst: Bool) -> HTML {
        """
        <button name="\(ReferField.stage)" value="\(ReferField.Stage.check.rawValue)"\
        \(Attribute("autofocus", when: isFirst))>\(words[.review])</button>
        """
    }

    private var about: HTML? {
        guard !model.people.isEmpty else { return nil }
        let each = model.people.map { CodeChoice.Option(id: $0.text, label: Self.label($0, in: scene)) }
        let all = CodeChoice.Option(id: ReferField.wholeCase, label: words[.wholeCase])
        return CodeChoice(
            name: ReferField.person, label: words[.about], options: each.count > 1 ? [all] + each : each,
            chosen: model.person?.text ?? ReferField.wholeCase
        ).html(scene.texts, id: ReferField.person)
    }

    /// What a person is called on the page, with the age that decides about consent.
    private static func label(_ person: PersonID, in scene: CaseScene) -> String {
        let age = scene.state.person(person).map { ". " + scene.age($0.age) } ?? ""
        return scene.name(of: person) + age
    }

    private func box(_ title: ReferText, _ hint: ReferText?, _ rows: [ReferRow]) -> HTML? {
        guard !rows.isEmpty else { return nil }
        let drawn: [HTML] = rows.map { ReferRowView(row: $0, model: model).html }
        return """
            <fieldset class="box radios"><legend>\(words[title])</legend>\
            \(hint.map { "<p class=\"hint\">\(words[$0])</p>" as HTML })\(drawn)</fieldset>
            """
    }

    private var sent: HTML? {
        let rows: [HTML] = model.rows(.sent).map { row in
            """
            <li>\(StateMark(.done, words[.sent]).html(scene.texts)) \(row.step.step.title)</li>
            """
        }
        guard !rows.isEmpty else { return nil }
        return """
            <section class="box gap-top" aria-labelledby="sent"><h2 id="sent">\(words[.sent])</h2>\
            <ul>\(rows)</ul></section>
            """
    }
}
