import CaseRegister
import Catalog
import HTML

/// Draws the one thing that must happen now: state, who, what, how long.
struct CaseNextView {
    let scene: CaseScene

    var html: HTML {
        if scene.state.mergedInto != nil { return "<p class=\"note\">\(scene.words[.mergedNote])</p>" }
        guard let owed = scene.next else {
            return "<p class=\"note\">\(scene.words[.nothingOwed])</p>"
        }
        let face = ClockFace(owed, now: scene.now)
        let what = scene.words[
            .nextWhat,
            ["body": scene.names.institution(owed.institution), "what": scene.names.kind(owed.kind)]]
        return """
            <p class="\(style(face.state))"><b>\(scene.words[.nextNow]):</b> \(what) \
            \(StateMark(face.state).html(scene.texts)) \(ClockText(face: face, texts: scene.texts).html)</p>
            """
    }

    private func style(_ state: StateMark.Kind) -> String {
        switch state {
        case .late, .danger: "note late"
        case .soon: "note soon"
        case .ok, .done, .paused, .open: "note"
        }
    }
}
