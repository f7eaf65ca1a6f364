import CaseRegister
import Catalog
import ReferralDomain

/// What stands at the foot of a paper about a case: who printed it, when, and how far the journal had come.
struct PaperFoot {
    let scene: CaseScene

    var lines: [String] {
        let words = Words<PaperText>(scene.texts)
        let printed = words[
            .printedBy,
            ["who": scene.acting.account.text, "day": scene.now.dayText, "hour": scene.now.hourText]]
        guard let last = scene.history.last else { return [printed] }
        return [printed, words[.entry, ["position": String(last.position)]]]
    }
}
