import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the last look before sending: who will see which part of the case, and why.
struct ReferCheckView {
    let model: ReferModel
    let referrals: [CaseAct.NewReferral]
    let head: StaffHead
    let typed: FormFields
    var outcome: HTML?

    private var scene: CaseScene { model.scene }
    private var words: Words<ReferText> { Words(scene.texts) }
    /// The key that sends.
    private var key: Attribute? { Attribute("data-key", "e") }
    private var code: String { scene.state.reference?.text ?? "" }

    var document: Document {
        Document(
            title: words[.checkTitle], frame: .staff(head),
            main: """
                <div class="wrap stack">\(outcome)<div><p class="crumb">\
                <a href="\(Page.caseFile(scene.id).address)">\(scene.words[.title, ["code": code]])</a></p>\
                <h1>\(words[.checkTitle])</h1><p class="lead">\(words[.checkLead])</p></div>\(table)\
                <div class="acts">\(form(.send, "\(words[.send])<kbd class=\"wide-only\">E</kbd>", key))\
                \(form(.choose, "\(words[.back])", Attribute("class", "quiet")))</div></div>
                """)
    }

    private var table: HTML {
        let rows: [HTML] = referrals.map(row)
        return """
            <div class="box"><div class="scroll" tabindex="0" role="region" aria-label="\(words[.checkTitle])">\
            <table><thead><tr><th scope="col">\(words[.body])</th><th scope="col">\(words[.sees])</th>\
            <th scope="col">\(words[.step])</th><th scope="col">\(words[.channel])</th></tr></thead>\
            <tbody>\(rows)</tbody></table></div></div>
            """
    }

    private func row(_ new: CaseAct.NewReferral) -> HTML {
        let because = scene.names.catalog.content.compartments[.init(new.draft.institution)]?.because
        let changed: HTML? = new.draft.changedBecause.map {
            "<br><span class=\"small muted\">\(scene.names.code($0, in: ReferReading.reasons))</span>"
        }
        return """
            <tr><th scope="row">\(scene.receiver(new.draft))\(changed)</th><td>\(seen(new.draft))\
            \(because.map { "<br><span class=\"small muted\">\($0)</span>" as HTML })</td>\
            <td>\(scene.names.step(new.draft.step))</td><td>\(scene.names.channel(new.channel))</td></tr>
            """
    }

    /// The parts of the case that the body may open, as the policy says.
    private func seen(_ draft: ReferralDraft) -> HTML {
        guard let row = scene.names.catalog.content.compartments[.init(draft.institution)] else {
            return "\(words[.seesNothing])"
        }
        var parts = row.sees.map { words[Self.key($0)] }
        if row.seesIdentityUntilHandOver {
            parts.append(words[.untilHandOver, ["part": words[.identity]]])
        }
        return parts.isEmpty ? "\(words[.seesNothing])" : "<b>\(parts.joined(separator: ". "))</b>"
    }

    private static func key(_ compartment: Compartment) -> ReferText {
        switch compartment {
        case .identity: .identity
        case .matter: .matter
        case .care: .care
        }
    }

    /// Everything that was chosen, carried on.
    private func form(_ stage: ReferStage, _ label: HTML, _ button: Attribute?) -> HTML {
        let own: Set<String> = [Gate.tokenField, ReferField.stage]
        let carried: [HTML] = typed.values.filter { !own.contains($0.key) && !$0.value.isEmpty }
            .sorted { $0.key < $1.key }.map { ActForm.hidden($0.key, $0.value) }
        return """
            <form method="post" action="\(Page.caseRefer(scene.id).address)">\
            \(FormToken(scene.visitor.formToken).html)\(ActForm.hidden(ReferField.stage, stage.rawValue))\
            \(carried)<button\(button)>\(label)</button></form>
            """
    }
}
