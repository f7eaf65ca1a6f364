import CaseRegister
import Catalog
import HTML

/// Draws the page that asks for an emergency access; it knows nothing of the case but the id in its address.
struct EmergencyView {
    let model: EmergencyModel
    let head: StaffHead
    let names: CatalogNames

    private var words: Words<EmergencyText> { Words(names.texts) }

    var document: Document {
        Document(
            title: words[.title], frame: .staff(head),
            main: """
                <div class="narrow stack"><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p>\(problem)\
                <form method="post" action="\(Page.caseEmergency(model.id).address)" autocomplete="off">\
                \(FormToken(head.formToken).html)\(reason.html(names.texts, id: "reason"))\
                \(SignatureFields(
                    title: words[.second], account: model.account, failure: signature, texts: names.texts
                ).html)<p class="note">\(words[.seen])</p>\
                <p class="acts gap-top"><button class="danger">\(words[.submit])</button></p></form></div>
                """)
    }

    private var reason: CodeChoice {
        CodeChoice(
            name: EmergencyModel.reasonField, label: names.title(of: EmergencyModel.reasons),
            options: names.options(of: EmergencyModel.reasons), chosen: model.reason, style: .radios)
    }

    private var signature: SignatureFailure? {
        guard case .signature(let failure) = model.failure else { return nil }
        return failure
    }

    private var problem: HTML? {
        guard let failure = model.failure else { return nil }
        let (what, todo): (EmergencyText, EmergencyText) =
            switch failure {
            case .reasonMissing: (.reasonMissing, .reasonMissingDo)
            case .signature: (.notSigned, .notSignedDo)
            case .tooOften: (.tooOften, .tooOftenDo)
            case .refused: (.refused, .refusedDo)
            case .broken: (.broken, .brokenDo)
            }
        return """
            <div class="note late" role="alert"><h2>\(words[what])</h2><p><b>\(words[todo])</b></p></div>
            """
    }
}
