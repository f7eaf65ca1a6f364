import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the choice of referrals: the steps of the route, marked, each with its reason.
struct ReferView {
    let model: ReferModel
    let head: StaffHead
    /// What was typed before; empty on the first visit.
    let typed: FormFields
    /// Why the form was not taken; nil where nothing was refused.
    var outcome: HTML?
    var wrongStep: String?
    /// A fresh id for a referral.
    let drawn: @Sendable () -> ReferralID

    private var scene: CaseScene { model.scene }
    private var words: Words<ReferText> { Words(scene.texts) }
    private var code: String { scene.state.reference?.text ?? "" }

    var document: Document {
        let title = words[.title, ["code": code]]
        return Document(
            title: title, frame: .staff(head),
            main: """
                <div class="wrap stack">\(outcome)<div><p class="crumb">\
                <a href="\(Page.caseFile(scene.id).address)">\(scene.words[.title, ["code": code]])</a></p>\
                <h1>\(title)</h1><p class="lead">\(words[.lead])</p></div>\(content)</div>
                """)
    }

    private var content: HTML {
        if model.rows.isEmpty { return "<p class=\"note\">\(words[.nothing])</p>" }
        let rows: [HTML] = model.rows.map(row)
        return """
            <form class="stack" method="post" action="\(Page.caseRefer(scene.id).address)" autocomplete="off">\
            \(FormToken(scene.visitor.formToken).html)\
            \(ActForm.hidden(ActForm.seenField, String(scene.state.version)))\
            \(ActForm.hidden(ReferField.stage, ReferStage.check.rawValue))\(people)\
            <div class="cols half">\(rows)</div>\
            <div class="acts stuck"><button data-key="d">\(words[.check])\
            <kbd class="wide-only">D</kbd></button></div></form>
            """
    }

    private var people: HTML? {
        guard !scene.state.people.isEmpty else { return nil }
        let options = scene.state.people.map {
            CodeChoice.Option(id: $0.id.text, label: "\(scene.name(of: $0.id)). \(scene.age($0.age))")
        }
        let all = [CodeChoice.Option(id: "", label: words[.wholeCase])] + options
        let only = options.count == 1 ? options[0].id : ""
        return CodeChoice(
            name: ReferField.person, label: words[.about], options: all,
            chosen: typed[ReferField.person] ?? only, style: .radios, isRequired: false
        ).html(scene.texts, id: ReferField.person)
    }

    /// Marked by the route, or as it was sent before.
    private func isChosen(_ row: ReferModel.Row) -> Bool {
        typed[ReferField.stage] == nil
            ? row.missingConsent == nil : typed[ReferField.chosen(row.step)] == "yes"
    }

    private func row(_ row: ReferModel.Row) -> HTML {
        let id = typed[ReferField.id(row.step)] ?? drawn().text
        let reasons: [HTML] = row.because.map { "<p class=\"small\">\(words[.because, ["reason": $0]])</p>" }
        return """
            <section class="box"\(Attribute("aria-invalid", "true", when: row.step == wrongStep))>\
            <div class="radios"><label><input type="checkbox" name="\(ReferField.chosen(row.step))" value="yes"\
            \(Attribute("checked", when: isChosen(row)))><b>\(row.title)</b></label></div>\(reasons)\
            \(row.missingConsent.map(consent))\(ActForm.hidden(ReferField.id(row.step), id))\
            <details\(Attribute("open", when: isChanged(row)))><summary>\(goes(row))</summary>\
            <div class="pair">\(recipient(row))\(way(row))\(change(row))</div></details></section>
            """
    }

    /// To whom the route sends it, and by which way.
    private func goes(_ row: ReferModel.Row) -> String {
        let usual = row.recipients[0]
        return words[usual.unit == nil ? .goesByPhone : .goes, ["body": usual.label]]
    }

    /// Whether somebody chose another body or way than the route: what was typed is never folded away.
    private func isChanged(_ row: ReferModel.Row) -> Bool {
        let usual = [
            ReferField.recipient(row.step): row.recipients[0].value,
            ReferField.channel(row.step): Channel.phone.rawValue, ReferField.other(row.step): "",
            ReferField.reason(row.step): "",
        ]
        return usual.contains { name, value in (typed[name] ?? value) != value }
    }

    private func consent(_ purpose: Purpose) -> HTML {
        let said = words[.needsConsent, ["purpose": scene.names.purpose(purpose)]]
        return "<p>\(StateMark(.open, said).html(scene.texts))</p>"
    }

    private func recipient(_ row: ReferModel.Row) -> HTML {
        let options = row.recipients.map { one in
            CodeChoice.Option(
                id: one.value, label: one.unit == nil ? words[.noAccount, ["body": one.label]] : one.label)
        }
        return select(ReferField.recipient(row.step), words[.to], options, row.recipients[0].value)
    }

    private func way(_ row: ReferModel.Row) -> HTML {
        let options = scene.names.options(of: "channels").filter { $0.id != Channel.inSystem.rawValue }
        return select(ReferField.channel(row.step), words[.way], options, Channel.phone.rawValue)
    }

    private func change(_ row: ReferModel.Row) -> HTML {
        let units = scene.units.filter { unit in
            unit.institution != row.institution && model.others.contains { $0.id == unit.institution }
        }.map { CodeChoice.Option(id: "u.\($0.id.text)", label: $0.name) }
        let bodies = model.others.filter { $0.id != row.institution }.map {
            CodeChoice.Option(id: "i.\($0.id)", label: words[.noAccount, ["body": $0.label]])
        }
        let keep = [CodeChoice.Option(id: "", label: words[.keepRoute])]
        let reasons =
            [CodeChoice.Option(id: "", label: scene.texts[DeskText.choose])]
            + scene.names.options(of: ReferReading.reasons)
        return """
            \(select(ReferField.other(row.step), words[.changeTo], keep + units + bodies, ""))\
            \(select(ReferField.reason(row.step), scene.names.title(of: ReferReading.reasons), reasons, ""))
            """
    }

    /// A list with what was chosen before, else the usual choice.
    private func select(
        _ name: String, _ label: String, _ options: [CodeChoice.Option], _ usual: String
    ) -> HTML {
        let chosen = typed[name] ?? usual
        let drawn: [HTML] = options.map { option in
            """
            <option value="\(option.id)"\(Attribute("selected", when: option.id == chosen))>\(option.label)</option>
            """
        }
        return """
            <div class="field"><label for="\(name)">\(label)</label>\
            <select id="\(name)" name="\(name)">\(drawn)</select></div>
            """
    }
}
