import CaseRegister
import Catalog
import HTML

/// Draws everything that is owed in a case, the nearest clock first: who, what, how long.
struct CaseClocksView {
    let scene: CaseScene
    var most = 12

    var html: HTML {
        if scene.obligations.isEmpty { return "<p class=\"muted\">\(scene.words[.nothingOwed])</p>" }
        let items: [HTML] = scene.obligations.prefix(most).map(item)
        return "<ol class=\"clocks\">\(items)</ol>"
    }

    private func item(_ obligation: Obligation) -> HTML {
        let face = ClockFace(obligation, now: scene.now)
        let small = [subject(obligation), term(obligation), obligation.climbed.map(scene.names.rung)]
            .compactMap(\.self).joined(separator: " · ")
        let second: HTML? =
            small.isEmpty ? nil : "<br><span class=\"small muted\">\(small)</span>"
        return """
            <li><span><b>\(scene.names.institution(obligation.institution))</b>: \
            \(scene.names.kind(obligation.kind))\(second)</span>\
            \(ClockText(face: face, texts: scene.texts).html)\(StateMark(face.state).html(scene.texts))\
            \(Fuse(face: face).html)</li>
            """
    }

    /// What the duty or the step asks, where the kind alone does not say it.
    private func subject(_ obligation: Obligation) -> String? {
        switch obligation.kind {
        case .duty, .monitor: scene.names.duty(obligation.subject)
        case .serve, .accept: scene.names.step(obligation.subject)
        case .claim, .acknowledge, .review, .custody, .rights, .stop, .goal, .glass, .reroute: nil
        }
    }

    /// Whether the clock is the law's or our own goal: a goal is never shown as law.
    private func term(_ obligation: Obligation) -> String? {
        guard let due = obligation.due else { return nil }
        return scene.words[due == obligation.legalDue ? .legalTerm : .ownGoal]
    }
}
