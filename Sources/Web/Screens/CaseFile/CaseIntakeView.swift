import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws what came from a phone: who signed, both clocks, what must be looked at, the sealed detail, the handovers.
struct CaseIntakeView {
    let scene: CaseScene

    private var words: Words<IntakeText> { Words(scene.texts) }

    /// Nothing for whoever has no part in the report.
    var html: HTML? {
        guard scene.relation == .owner else { return nil }
        let handovers = handovers
        guard let record = scene.intake.record else { return handovers }
        let facts = FactsList([
            (words[.device], "\(record.device.map(scene.intake.label) ?? words[.unsigned])"),
            (words[.made], "\(declared(record.made))"), (words[.sent], "\(declared(record.sent))"),
            (
                words[.received],
                "\(words[.registered, ["hour": EventLine.clock(record.received, scene.now)]])"
            ),
        ])
        return """
            <section class="box" aria-labelledby="intake"><h2 id="intake">\(words[.title])</h2>\
            \(record.marks.map(mark))\(facts.html)\(calls)\(detail(record))</section>\(handovers)
            """
    }

    private func declared(_ instant: Instant) -> String {
        words[.declared, ["hour": EventLine.clock(instant, scene.now)]]
    }

    private func mark(_ mark: IntakeMark) -> HTML {
        "<p class=\"note soon\">\(words[IntakeText.mark(mark)])</p>"
    }

    private var calls: HTML? {
        guard let calls = scene.state.standing?.capture?.calls, !calls.isEmpty else { return nil }
        let items: [HTML] = calls.map { call in
            let word: IntakeText =
                switch call.answered {
                case .yes: .callYes
                case .no: .callNo
                case .unknown: .callUnknown
                }
            return """
                <li>\(scene.names.step(call.step)) · \(EventLine.clock(call.at, scene.now)) · \(words[word])</li>
                """
        }
        return "<h3 class=\"gap-top\">\(words[.calls])</h3><ul class=\"list\">\(items)</ul>"
    }

    private func detail(_ record: IntakeRecord) -> HTML? {
        guard record.detail != nil, record.unit == scene.acting.unit else { return nil }
        let reason = CodeChoice(
            name: ActField.reason.rawValue, label: scene.names.title(of: RevealForm.list),
            options: scene.names.options(of: RevealForm.list))
        return """
            <details><summary>\(words[.detail])</summary><p class="hint">\(words[.detailHint])</p>\
            <form method="post" action="\(Page.caseDetail(scene.id).address)" autocomplete="off">\
            \(FormToken(scene.visitor.formToken).html)\(reason.html(scene.texts, id: "detail"))\
            <p class="acts gap-top"><button>\(words[.detailOpen])</button></p></form></details>
            """
    }

    private var handovers: HTML? {
        guard !scene.intake.handovers.isEmpty else { return nil }
        return """
            <section class="box" aria-labelledby="handed"><h2 id="handed">\(words[.handover])</h2>\
            <ul class="plainlist">\(scene.intake.handovers.map(handover))</ul></section>
            """
    }

    private func handover(_ handover: HandoverRecord) -> HTML {
        let said = words[
            .handoverSaid,
            [
                "from": scene.intake.label(handover.from), "to": scene.intake.label(handover.to),
                "post": handover.post, "hour": EventLine.clock(handover.answered, scene.now),
            ]]
        guard let conflict = handover.conflict else {
            return "<li>\(said) · <span class=\"state ok\">\(words[.handoverRecorded])</span></li>"
        }
        return """
            <li>\(said) · <span class="state late">\(words[.handoverConflict])</span>\
            <p>\(words[IntakeText.conflict(conflict)])</p></li>
            """
    }
}
