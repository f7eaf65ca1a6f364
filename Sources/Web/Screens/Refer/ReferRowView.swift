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
        <li>\(ActForm.hidden(ReferField.id(row.name), row.id.text))\(title)\(changed)\(rejected)\
        <p class="small"><b>\(words[.because]):</b> \(row.step.because.joined(separator: " "))<br>\
        <span class="muted">\(Self.term(of: row.step, words))</span></p>\(missing)\(change)</li>
        """
    }

    /// Without a box where it could only be refused.
    private var title: HTML {
        guard model.isOffered(row) else { return "<p><b>\(row.step.step.title)</b></p>" }
        return """
            <label><input type="checkbox" name="\(ReferField.chosen(row.name))" value="yes"\
            \(Attribute("checked", when: row.isChosen))><b>\(row.step.step.title)</b></label>
            """
    }

    /// Where it goes, if not where the route says.
    private var changed: HTML? {
        guard row.recipient != row.usual || row.channel != Self.usualChannel(of: row.usual) else {
            return nil
        }
        let said = words[
            .goesTo, ["body": row.recipient.name, "channel": scene.names.channel(row.channel)]]
        return "<p><b>\(said)</b></p>"
    }

    /// Who said no to it, why, and whom they named.
    private var rejected: HTML? {
        guard let referral = row.rejected else { return nil }
        let reason = scene.names.code(
            referral.reason ?? "", in: CaseRegister.CodeList.rejections.rawValue)
        let said = words[.rejected, ["body": scene.receiver(referral.draft), "reason": reason]]
        let named: HTML? = referral.suggested.map {
            " \(scene.words[.suggests, ["body": scene.names.institution($0)]])"
        }
        return "<p class=\"small\">\(said)\(named)</p>"
    }

    private static func usualChannel(of body: ReferRecipient) -> Channel {
        body.unit == nil ? ReferRow.usualWay : .inSystem
    }

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

    /// Folded away unless something was chosen in it.
    private var change: HTML? {
        guard model.isOffered(row) else { return nil }
        return """
            <details\(Attribute("open", when: row.isTouched))><summary>\(words[.change])\
            <span class="hide">: \(row.step.step.title)</span></summary>\
            <div class="pair">\(recipients)\(channels)</div>\(reasons)</details>
            """
    }

    private var recipients: HTML {
        let name = ReferField.recipient(row.name)
        let own = row.offered.filter { $0.institution == row.step.institution.id.text }
        let others = row.offered.filter { $0.institution != row.step.institution.id.text }
        return """
            <div class="field"><label for="\(name)">\(words[.recipient])</label>\
            <select id="\(name)" name="\(name)">\
            \(own.isEmpty ? nil : group(.byRoute, own))\
            \(others.isEmpty ? nil : group(.others, others))</select></div>
            """
    }

    private func group(_ label: ReferText, _ bodies: [ReferRecipient]) -> HTML {
        let options: [HTML] = bodies.map { body in
            let label = body.unit == nil ? words[.otherWay, ["body": body.name]] : body.name
            return """
                <option value="\(body.value)"\(Attribute("selected", when: body == row.recipient))>\(label)</option>
                """
        }
        return "<optgroup label=\"\(words[label])\">\(options)</optgroup>"
    }

    private var channels: HTML {
        let ways = scene.names.options(of: "channels").filter { $0.id != Channel.inSystem.rawValue }
        return CodeChoice(
            name: ReferField.channel(row.name), label: words[.channel], options: ways,
            chosen: row.way.rawValue, isRequired: false
        ).html(scene.texts, id: ReferField.channel(row.name))
    }

    private var reasons: HTML {
        let list = CaseRegister.CodeList.recipientChanges.rawValue
        let missing: HTML? =
            row.isReasonMissing ? "<p class=\"wrong\">\(words[.reasonMissing])</p>" : nil
        let choice = CodeChoice(
            name: ReferField.reason(row.name), label: scene.names.title(of: list),
            options: scene.names.options(of: list), chosen: row.reason, hint: words[.reasonHint],
            isRequired: false
        ).html(scene.texts, id: ReferField.reason(row.name))
        return "\(choice)\(missing)"
    }
}
