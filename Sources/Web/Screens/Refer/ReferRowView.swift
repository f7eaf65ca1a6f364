import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws one step to be sent: its box, why, until when, and, folded away, another way for it.
struct ReferRowView {
    let row: ReferRow
    let model: ReferModel

    private var scene: CaseScene { model.scene }
    private var words: Words<ReferText> { Words(scene.texts) }

    var html: HTML {
        """
        <div class="step">\(ActForm.hidden(ReferField.id(row.name), row.id.text))\
        <label><input type="checkbox" name="\(ReferField.chosen(row.name))" value="yes"\
        \(Attribute("checked", when: row.isChosen))><span><b>\(row.step.step.title)</b></span></label>\
        <p>\(goesTo) <span class="small muted">\(term)</span></p>\
        <p class="small">\(row.step.because.joined(separator: " "))</p>\(missing)\(change)</div>
        """
    }

    private var goesTo: String {
        words[.goesTo, ["body": row.recipient.name, "channel": scene.names.channel(row.channel)]]
    }

    private var term: String { Self.term(of: row.step, words) }

    /// The term of the law, or that there is none.
    static func term(of step: RouteStep, _ words: Words<ReferText>) -> String {
        step.deadline.map { words[.term, ["term": $0.legal]] } ?? words[.noTerm]
    }

    /// What stands in the way: an answer, or an agreement.
    private var missing: HTML? {
        switch row.place {
        case .due, .sent: nil
        case .toKnow:
            row.step.pendingOn.first.map { fact in
                "<p class=\"small\">\(words[.needs, ["question": fact.question]])</p>"
            }
        case .lacksConsent(let purpose):
            "<p class=\"small\">\(ReferConsent(purpose: purpose, model: model).html)</p>"
        }
    }

    private var change: HTML {
        let isOpen = row.isChosen && (row.isChanged || row.refusal != nil)
        return """
            <details\(Attribute("open", when: isOpen))><summary>\(words[.change])</summary>\
            \(recipients)\(reasons)\(channels)</details>
            """
    }

    private var recipients: HTML {
        choice(
            ReferField.recipient(row.name), words[.recipient],
            row.offered.map { CodeChoice.Option(id: $0.value, label: $0.name) }, row.recipient.value)
    }

    private var reasons: HTML {
        CodeChoice(
            name: ReferField.reason(row.name), label: scene.names.title(of: Self.reasons),
            options: scene.names.options(of: Self.reasons), chosen: row.reason, hint: words[.reasonHint],
            isRequired: false
        ).html(scene.texts, id: ReferField.reason(row.name))
    }

    private var channels: HTML {
        choice(
            ReferField.channel(row.name), words[.channel], scene.names.options(of: "channels"),
            row.channel.rawValue)
    }

    private func choice(
        _ name: String, _ label: String, _ options: [CodeChoice.Option], _ chosen: String
    ) -> HTML {
        CodeChoice(name: name, label: label, options: options, chosen: chosen, isRequired: false).html(
            scene.texts, id: name)
    }

    private static let reasons = CaseRegister.CodeList.recipientChanges.rawValue
}
