import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the accounts of a unit for its administrator: no case, no name.
struct AccountsView {
    let rows: [Row]
    /// Whom an administrator of this institution may invite.
    let roles: [Role]
    let result: AccountActing.Result
    let head: StaffHead
    let texts: Texts

    /// One account and how many sessions it has.
    struct Row: Sendable {
        let account: Account
        let sessions: Int
    }

    var document: Document {
        Document(
            title: words[.title], frame: .staff(head),
            main: """
                <div class="wrap stack"><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p>\
                \(AccountNote(outcome: result.outcome, made: result.made, texts: texts).html)\
                <section class="box"><ul class="plainlist">\(rows.map(item))</ul></section>\
                \(forms.invite(roles))\(forms.recovery)\(forms.stepUp)</div>
                """)
    }

    private var words: Words<AccountsText> { Words(texts) }
    private var forms: AccountForms {
        AccountForms(page: .accounts, formToken: head.formToken, texts: texts)
    }

    private func item(_ row: Row) -> HTML {
        let isEnded = row.account.ended != nil
        return """
            <li><b>\(row.account.id.text)</b> · \(words[.role(row.account.role)]) · \
            <span class="state \(isEnded ? "done" : "ok")">\(words[isEnded ? .ended : .active])</span> · \
            \(words[.sessions]): \(row.sessions)\(isEnded ? nil : acts(row.account))</li>
            """
    }

    /// Folded, so that no account is ended by a slip of the hand.
    private func acts(_ account: Account) -> HTML? {
        guard account.id.text != head.account else { return nil }
        let field: HTML =
            "<input type=\"hidden\" name=\"\(AccountRoutes.accountField)\" value=\"\(account.id.text)\">"
        return """
            <details><summary>\(words[.change, ["account": account.id.text]])</summary><div class="acts">\
            \(forms.form(.endSessions, field, button: words[.endSessions], isQuiet: true))\
            \(forms.form(.inviteAgain, field, button: words[.again], isQuiet: true))\
            \(forms.form(.endAccount, field, button: words[.end], isQuiet: true))</div>\
            <p class="hint">\(words[.endHint])</p></details>
            """
    }
}
