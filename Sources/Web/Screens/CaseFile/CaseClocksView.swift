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
        return """
            <li><span><b>\(scene.names.institution(obligation.institution))</b>: \
            \(scene.names.kind(obligation.kind))\(subject(obligation))</span>\
            \(ClockText(face: face, texts: scene.texts).html)\
            <span>\(StateMark(face.state).html(scene.texts))\(term(obligation))\(rung(obligation))</span>\
            \(Fuse(face: face).html)</li>
            """
    }

    private func subject(_ obligation: Obligation) -> HTML? {
        let isDuty = obligation.kind == .duty || obligation.kind == .monitor
        let isServed = obligation.kind == .serve || obligation.kind == .accept
        if isDuty { return "<br><span class=\"small muted\">\(scene.names.duty(obligation.subject))</span>" }
        if isServed {
            return "<br><span class=\"small muted\">\(scene.names.step(obligation.subject))</span>"
        }
        return nil
    }

    /// Whether the clock is the law's or our own goal: a goal is never shown as law.
    private func term(_ obligation: Obligation) -> HTML? {
        guard obligation.due != nil else { return nil }
        let isLaw = obligation.due == obligation.legalDue
        return " <span class=\"small muted\">\(scene.words[isLaw ? .legalTerm : .ownGoal])</span>"
    }

    private func rung(_ obligation: Obligation) -> HTML? {
        obligation.climbed.map { " <span class=\"small muted\">\(scene.names.rung($0))</span>" }
    }
}
