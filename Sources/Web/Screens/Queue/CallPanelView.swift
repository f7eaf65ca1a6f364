import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws whom to call about the clock that ends first, in large digits, with a button for each outcome.
struct CallPanelView {
    let scene: CaseScene

    private var words: Words<QueueText> { Words(scene.texts) }

    var html: HTML? {
        guard let owed = scene.obligations.first(where: { $0.institution != scene.acting.institution }) else {
            return nil
        }
        let body = scene.names.institution(owed.institution)
        return """
            <section aria-labelledby="ll"><details open data-key="l"><summary id="ll">\
            \(words[.callTitle, ["body": body]]) <kbd class="wide-only">L</kbd></summary>\(numbers(owed))\
            \(outcomes(owed))</details></section>
            """
    }

    private func numbers(_ owed: Obligation) -> HTML {
        let cards = phones(owed).compactMap { CallCard($0) }
        if cards.isEmpty { return "<p class=\"muted\">\(words[.callNone])</p>" }
        return cards.map(number).joined()
    }

    private func phones(_ owed: Obligation) -> [Contact] {
        CallablePhones(catalog: scene.names.catalog, now: scene.now).of(owed.institution, in: scene.state)
    }

    private func number(_ card: CallCard) -> HTML {
        let common = Words<CommonText>(scene.texts)
        let mark: HTML = card.isVerified ? "" : StateMark(.open, common[.unverified]).html(scene.texts)
        return """
            <p class="digits-desk"><a href="\(card.address)">\(NumberView(card: card, texts: scene.texts).html)</a></p>\
            <p class="small muted">\(card.label) \(mark)</p>
            """
    }

    /// What the caller says of the call; only where there is a referral to note it on.
    private func outcomes(_ owed: Obligation) -> HTML? {
        guard scene.may(.referral), let referral = owed.referral.flatMap(scene.state.referral),
            VerbTable.verbs(on: referral, for: scene.acting, scene.relation).contains(.call)
        else { return nil }
        let shown = phones(owed).map(\.id.text).joined(separator: " ")
        let forms: [HTML] = [("yes", QueueText.answered), ("no", .notAnswered)].map { value, key in
            let sheet = ActSheet(
                word: .referral(.call), label: words[key],
                about: [
                    (name: ActField.referral.rawValue, value: referral.id.text),
                    (name: ActField.answered.rawValue, value: value),
                    (name: ActField.contacts.rawValue, value: shown),
                ])
            return ActSheetView(sheet: sheet, scene: scene).html
        }
        return "<div class=\"acts gap-top\">\(forms)</div>"
    }
}
