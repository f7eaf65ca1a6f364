import Access
import CaseRegister
import Catalog
import HTML
import Sealing

/// Says how an act on an account went, and shows what was made this once.
struct AccountNote {
    let outcome: AccountModel.Outcome?
    let made: MadeOnce?
    let texts: Texts

    var html: HTML { note + shown }

    private var words: Words<AccountText> { Words(texts) }
    private var all: Words<AccountsText> { Words(texts) }
    private var push: Words<PushText> { Words(texts) }
    private var entry: Words<InvitationText> { Words(texts) }

    private var note: HTML {
        guard let outcome else { return HTML() }
        if outcome.isGood { return "<div class=\"note\" role=\"status\"><p>\(text(outcome))</p></div>" }
        return "<div class=\"note late\" role=\"alert\"><p>\(text(outcome))</p></div>"
    }

    private func text(_ outcome: AccountModel.Outcome) -> String {
        switch outcome {
        case .fresh: words[.fresh]
        case .changed: words[.changed]
        case .ended: words[.ended]
        case .done: all[.done]
        case .needed: words[.needed]
        case .refused: words[.refused]
        case .notAllowed: all[.notAllowed]
        case .busy: entry[.busy]
        case .wakes(let isOn): push[isOn ? .added : .removed]
        case .wakeFailed: push[.failed]
        case .wait(let seconds): words[.wait, ["seconds": String(seconds)]]
        case .passphrase(let finding): PassphraseProblem(finding: finding, texts: texts).text
        case .broken: entry[.broken]
        }
    }

    private var shown: HTML {
        switch made {
        case nil: HTML()
        case .invitation(let invitation):
            """
            <section class="box" role="status"><h2>\(all[.madeTitle, ["account": invitation.account.text]])</h2>\
            <p>\(all[.madeLead])</p><p class="label">\(all[.madeLink])</p><p><code>\(invitation.link.text)</code></p>\
            <p class="label">\(all[.madeSpoken])</p><p><code>\(invitation.spoken)</code></p></section>
            """
        case .recovery(let key):
            """
            <section class="box" role="status"><h2>\(all[.keyTitle])</h2><p>\(all[.keyLead])</p>\
            <p><code>\(key)</code></p></section>
            """
        }
    }
}
