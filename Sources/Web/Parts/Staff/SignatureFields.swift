import Access
import Catalog
import HTML

/// Draws where a second person signs; of what was typed only the account comes back.
struct SignatureFields {
    let title: String
    /// The account as it was typed.
    let account: String
    /// Why the last signature did not hold; nil where none was tried.
    let failure: SignatureFailure?
    let texts: Texts

    var html: HTML {
        """
        <fieldset class="box"><legend>\(title)</legend><p class="hint">\(words[.hint])</p>\
        \(TextField(
            name: SecondSignature.accountField, label: words[.account], value: String(account.prefix(20)),
            problem: failure.map(said), most: 20, isShort: true
        ).html(id: "second"))\
        <div class="field"><label for="second-phrase">\(words[.passphrase])</label>\
        <input id="second-phrase" type="password" name="\(SecondSignature.passphraseField)" \
        autocomplete="off" maxlength="128" required></div>\
        <div class="field"><label for="second-code">\(words[.code])</label>\
        <input class="otp" id="second-code" type="text" name="\(SecondSignature.codeField)" \
        inputmode="numeric" maxlength="7" autocomplete="off" required></div></fieldset>
        """
    }

    private var words: Words<SignatureText> { Words(texts) }

    private func said(_ failure: SignatureFailure) -> String {
        switch failure {
        case .samePerson: words[.samePerson]
        case .otherUnit: words[.otherUnit]
        case .entry(.refused): words[.refused]
        case .entry(.wait(let seconds)): words[.wait, ["seconds": String(seconds)]]
        case .entry(.busy): words[.busy]
        case .entry(.fault): words[.unreachable]
        }
    }
}

/// The words of the signature of a second person.
enum SignatureText: String, TextKey {
    case hint = "signature.hint"
    case account = "signature.account"
    case passphrase = "signature.passphrase"
    case code = "signature.code"
    case samePerson = "signature.same-person"
    case otherUnit = "signature.other-unit"
    case refused = "signature.refused"
    case wait = "signature.wait"
    case busy = "signature.busy"
    case unreachable = "signature.unreachable"
}
