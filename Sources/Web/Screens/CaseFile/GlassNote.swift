import CaseRegister
import Catalog
import HTML

/// Tells the owner of a case that somebody from outside opened it in an emergency, until that was reviewed.
struct GlassNote {
    let scene: CaseScene

    /// Nil where nobody did, where it was reviewed, or where it is not the visitor's to know.
    var html: HTML? {
        guard scene.relation == .owner else { return nil }
        let open = scene.state.brokenGlass.filter { $0.reviewed == nil }
        guard !open.isEmpty else { return nil }
        let lines: [HTML] = open.map { glass in
            let opened = glass.opened.registered
            let values = [
                "who": ActorName(actor: glass.by, names: scene.names).text,
                "reason": scene.names.code(glass.reason, in: "glass-reasons"), "day": opened.dayText,
                "hour": opened.hourText,
            ]
            return "<p><b>\(scene.words[.glassOpen, values])</b></p>"
        }
        return "<div class=\"note soon\" role=\"status\">\(lines)<p>\(scene.words[.glassReview])</p></div>"
    }
}
