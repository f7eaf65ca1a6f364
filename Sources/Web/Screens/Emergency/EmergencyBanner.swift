import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the striped line on the page of a case that somebody opened in an emergency, while it lasts.
struct EmergencyBanner {
    let scene: CaseScene

    /// Nothing where this visitor has no emergency access now.
    var html: HTML? {
        let account = scene.acting.account
        let now = scene.now
        guard let until = scene.state.brokenGlass.last(where: { $0.by == account && now < $0.until })?.until
        else { return nil }
        let words = Words<EmergencyText>(scene.texts)
        return "<p class=\"note glass\" role=\"status\"><b>\(words[.until, ["hour": until.hourText]])</b></p>"
    }
}
