import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// The forms that the own account and the administration share.
struct AccountForms {
    let page: PagePattern
    let formToken: String
    let texts: Texts

    private var words: Words<AccountText> { Words(texts) }

    /// One form with its verb; the content stands between the hidden fields and the button.
    func form(_ verb: AccountRoutes.Verb, _ content: HTML, button: String, isQuiet: Bool = false) -> HTML {
        """
        <form method="post" action="\(Page.plain(page).address)">\(FormToken(formToken).html)\
        <input type="hidden" name="\(AccountRoutes.verbField)" value="\(verb.rawValue)">\(content)\
        <p class="gap-top"><button\(isQuiet ? Attribute("class", "quiet tight") : nil)>\(button)</button></p></form>
        """
    }

    var stepUp: HTML {
        """
        <section class="box"><h2>\(words[.stepUp])</h2>\
        \(form(.stepUp, stepUpField, button: words[.confirm]))</section>
        """
    }

    private var stepUpField: HTML {
        """
        <p class="hint" id="step-hint">\(words[.stepUpHint])</p><div class="field">\
        <label for="step">\(words[.stepUpField])</label><input id="step" type="password" \
        name="\(AccountRoutes.secretField)" autocomplete="off" required aria-describedby="step-hint"></div>
        """
    }

    /// Making a new paper key of the unit.
    var recovery: HTML {
        let all = Words<AccountsText>(texts)
        return """
            <section class="box"><h2>\(all[.recoveryTitle])</h2><p>\(all[.recoveryLead])</p>\
            \(form(.recovery, HTML(), button: all[.recovery], isQuiet: true))</section>
            """
    }

    /// Choosing a role to invite; nothing for whoever may invite nobody.
    func invite(_ roles: [Role]) -> HTML? {
        guard !roles.isEmpty else { return nil }
        let all = Words<AccountsText>(texts)
        let options: [HTML] = roles.map { "<option value=\"\($0.rawValue)\">\(all[.role($0)])</option>" }
        return """
            <section class="box"><h2>\(words[.invite])</h2>\
            \(form(
                .invite, """
                <div class="field"><label for="role">\(words[.role])</label>\
                <select id="role" name="\(AccountRoutes.roleField)">\(options)</select></div>
                """, button: all[.invite]))</section>
            """
    }
}
