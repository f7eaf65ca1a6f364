import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the own account.
struct AccountView {
    let model: AccountModel
    let head: StaffHead
    let texts: Texts

    var document: Document {
        Document(
            title: words[.title], frame: .staff(head),
            main: """
                <div class="narrow stack"><h1>\(words[.title]) \(model.account.text)</h1>\
                \(AccountNote(outcome: model.outcome, made: model.made, texts: texts).html)\
                \(elsewhere)\(push)\(sessions)\(forms.stepUp)\(passphrase)\
                \(KeysSwitch(texts: texts).box)\(invite)\(recovery)</div>
                """)
    }

    private var words: Words<AccountText> { Words(texts) }
    private var forms: AccountForms {
        AccountForms(page: .account, formToken: head.formToken, texts: texts)
    }

    /// The ways to pages that are seldom needed, and so do not stand in the head; nil for whoever may open none.
    private var elsewhere: HTML? {
        let practice: [(PagePattern, String)] = [
            (.practice, Words<PracticeText>(texts)[.title]),
            (.practiceMeasures, Words<MeasuresText>(texts)[.title]),
        ]
        let pages: [(PagePattern, String)] =
            [
                (.devices, Words<DevicesText>(texts)[.open]), (.channels, Words<ChannelsText>(texts)[.open]),
                (.messages, Words<MessagesText>(texts)[.open]), (.keys, Words<KeysText>(texts)[.open]),
                (.figures, Words<StaffText>(texts)[.figures]),
            ] + (head.isPractice ? practice : [])
        let ways: [HTML] = pages.filter { head.leads(to: $0.0) && !head.shows($0.0) }.map { page, name in
            "<a class=\"btn quiet\" href=\"\(Page.plain(page).address)\">\(name)</a>"
        }
        guard !ways.isEmpty else { return nil }
        return """
            <section class="box"><h2>\(words[.elsewhere])</h2><p class="acts gap-top">\(ways)</p></section>
            """
    }

    private var push: HTML? {
        model.push.map { PushBox(count: $0.count, publicKey: $0.key, forms: forms, texts: texts).html }
    }

    /// An administrator makes the paper key on the page of the accounts.
    private var recovery: HTML? {
        model.printsKey && head.role != .administrator ? forms.recovery : nil
    }

    /// An administrator invites on the page of the accounts.
    private var invite: HTML? { head.role == .administrator ? nil : forms.invite(model.roles) }

    private var sessions: HTML {
        let items: [HTML] = model.sessions.map { session in
            let values = ["day": session.times.created.dayText, "hour": session.times.created.hourText]
            let field: HTML =
                "<input type=\"hidden\" name=\"\(AccountRoutes.sessionField)\" value=\"\(session.id)\">"
            let end: HTML =
                session.id == model.session
                ? "<b>\(words[.this])</b>"
                : forms.form(.endSession, field, button: words[.end], isQuiet: true)
            return "<li>\(words[.session, values]) \(end)</li>"
        }
        return """
            <section class="box"><h2>\(words[.sessions])</h2><ul class="plainlist">\(items)</ul></section>
            """
    }

    private var passphrase: HTML {
        let field: HTML = """
            <div class="field"><label for="new">\(words[.newPassphrase])</label>\
            <p class="hint" id="new-hint">\(Words<InvitationText>(texts)[.passphraseHint])</p>\
            <input id="new" type="password" name="\(AccountRoutes.passphraseField)" \
            autocomplete="new-password" required aria-describedby="new-hint"></div>
            """
        return """
            <section class="box"><h2>\(words[.passphrase])</h2>\
            \(forms.form(.passphrase, field, button: words[.change]))</section>
            """
    }
}
