import Access
import CaseRegister
import Catalog
import HTML

/// Says after an act which keys are still to be given; the act itself is done.
struct KeysNote {
    let news: CaseKeys.News
    let scene: CaseScene

    /// Nil where everything is in order.
    var html: HTML? {
        let words = Words<RevealText>(scene.texts)
        switch news {
        case .settled: return nil
        case .owed(let units):
            let names = units.map { unit in scene.units.first { $0.id == unit }?.name ?? unit.text }
            return note(
                words[.keysOwed, ["units": names.joined(separator: ", ")]], words[.keysOwedDo], words)
        case .failed: return note(words[.keysFailed], words[.keysFailedDo], words)
        }
    }

    private func note(_ what: String, _ todo: String, _ words: Words<RevealText>) -> HTML {
        """
        <div class="note soon" role="status"><h2>\(words[.keysTitle])</h2><p>\(what)</p>\
        <p><b>\(todo)</b></p></div>
        """
    }
}
