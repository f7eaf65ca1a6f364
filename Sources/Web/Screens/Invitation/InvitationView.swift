import Access
import CaseRegister
import Catalog
import HTML

/// Draws the page of accepting an invitation.
struct InvitationView {
    let model: InvitationModel
    let texts: Texts

    var document: Document {
        Document(
            title: words[.title], frame: .desk(nil),
            main: """
                <div class="narrow stack"><h1>\(words[.title])</h1>\(problem)\
                \(model.opened.map(choice) ?? halves)</div>
                """)
    }

    private var words: Words<InvitationText> { Words(texts) }

    private var halves: HTML {
        """
        <p class="lead">\(words[.lead])</p>\
        <form class="box stack" method="post" action="\(Page.plain(.invitation).address)" autocomplete="off">\
        <div class="field"><label for="link">\(words[.link])</label>\
        <input id="link" type="text" name="\(InvitationRoutes.linkField)" autocapitalize="none" \
        spellcheck="false" maxlength="60" required></div>\
        <div class="field"><label for="spoken">\(words[.spoken])</label>\
        <input class="otp" id="spoken" type="text" name="\(InvitationRoutes.spokenField)" inputmode="numeric" \
        maxlength="7" required></div><button class="wide">\(words[.open])</button></form>
        """
    }

    private func choice(_ opened: OpenedInvitation) -> HTML {
        """
        <p class="lead">\(words[.account, ["account": opened.account.id.text]])</p>\
        <form class="box stack" method="post" action="\(Page.plain(.invitation).address)">\
        <input type="hidden" name="\(InvitationRoutes.linkField)" value="\(model.link)">\
        <input type="hidden" name="\(InvitationRoutes.spokenField)" value="\(model.spoken)">\
        <div class="field"><label for="new">\(words[.passphrase])</label>\
        <p class="hint" id="new-hint">\(words[.passphraseHint])</p>\
        <input id="new" type="password" name="\(InvitationRoutes.passphraseField)" \
        autocomplete="new-password" required aria-describedby="new-hint"></div>\
        <p>\(words[.scan])</p>\(QRCode(opened.provisioning)?.html(label: words[.scan]))\
        <p>\(words[.type, ["secret": opened.secretText]])</p>\
        <div class="field"><label for="code">\(words[.code])</label>\
        <input class="otp" id="code" type="text" name="\(InvitationRoutes.codeField)" inputmode="numeric" \
        maxlength="7" autocomplete="one-time-code" required></div>\
        <button class="wide">\(words[.accept])</button></form>
        """
    }

    private var problem: HTML? {
        guard let problem = model.problem else { return nil }
        let text =
            switch problem {
            case .unknown, .stepUpNeeded, .notAllowed, .taken, .invitation, .recoveryKey: words[.wrong]
            case .passphrase(let finding): PassphraseProblem(finding: finding, texts: texts).text
            case .code: words[.codeWrong]
            case .busy: words[.busy]
            case .fault, .damaged: words[.broken]
            }
        return "<div class=\"note late\" role=\"alert\"><p>\(text)</p></div>"
    }
}
