import Catalog
import HTML

/// Draws the page of entering.
struct EnterView {
    let model: EnterModel
    let texts: Texts

    var document: Document { Document(title: words[.title], frame: .desk(nil), main: main) }

    private var words: Words<EnterText> { Words(texts) }

    private var main: HTML {
        """
        <div class="narrow stack"><div><h1>\(words[.title])</h1><p class="lead gap-top">\(words[.lead]) \
        <a href="\(Page.street.address)">\(words[.leadLink])</a>.</p></div>\(problem)\
        <form class="box stack" method="post" action="\(Page.plain(.enter).address)">\
        \(model.carried?.hidden)\(account)\(passphrase)\(code)\
        <label><input type="checkbox" name="\(EnterRoutes.sharedField)" value="si"\
        \(Attribute("checked", when: model.isShared))> \(words[.shared])</label>\
        <div class="acts gap-top"><button class="wide">\(words[.submit])</button></div></form>\
        <p><a href="\(Page.plain(.invitation).address)">\(words[.invited])</a></p>\
        <details class="box"><summary>\(words[.cannot])</summary><p class="gap-top">\(words[.cannotDo])</p>\
        </details><p>\(words[.logged])</p></div>
        """
    }

    private var account: HTML {
        """
        <div class="field"><label for="account">\(words[.account])</label>\
        <p class="hint" id="account-hint">\(words[.accountHint])</p>\
        <input id="account" type="text" name="\(EnterRoutes.accountField)" value="\(model.account)" \
        autocomplete="username" autocapitalize="characters" spellcheck="false" maxlength="20" required \
        aria-describedby="account-hint"></div>
        """
    }

    private var passphrase: HTML {
        """
        <div class="field"><label for="passphrase">\(words[.passphrase])</label>\
        <input id="passphrase" type="password" name="\(EnterRoutes.passphraseField)" \
        autocomplete="current-password" required></div>
        """
    }

    private var code: HTML {
        """
        <div class="field"><label for="code">\(words[.code])</label>\
        <p class="hint" id="code-hint">\(words[.codeHint])</p>\
        <input class="otp" id="code" type="text" name="\(EnterRoutes.codeField)" inputmode="numeric" \
        maxlength="7" autocomplete="one-time-code" required aria-describedby="code-hint"></div>
        """
    }

    private var problem: HTML? {
        guard let problem = model.problem else { return nil }
        let text =
            switch problem {
            case .refused: words[.refused]
            case .wait(let seconds): words[.wait, ["seconds": String(seconds)]]
            case .busy: words[.busy]
            case .ended: words[.ended]
            case .unreachable: words[.unreachable]
            }
        return "<div class=\"note late\" role=\"alert\"><p>\(text)</p></div>"
    }
}
