import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Asks to open one sealed field: a reason first, and what is under the mask comes only with the answer.
struct RevealForm {
    let field: String
    let person: PersonID
    let scene: CaseScene

    /// The list of reasons.
    static let list = "reveal-reasons"

    var html: HTML {
        let words = Words<PersonText>(scene.texts)
        let reason = CodeChoice(
            name: ActField.reason.rawValue, label: scene.names.title(of: Self.list),
            options: scene.names.options(of: Self.list))
        return """
            <details><summary>\(words[.reveal])</summary><form method="post" \
            action="\(Page.caseReveal(scene.id).address)" autocomplete="off">\
            \(FormToken(scene.visitor.formToken).html)\
            \(ActForm.hidden(ActField.person.rawValue, person.text))\
            \(ActForm.hidden(ActField.sealedField.rawValue, field))\
            \(reason.html(scene.texts, id: "reveal-\(field)"))\
            <p class="acts gap-top"><button>\(words[.revealButton])</button>\(sheet)</p></form></details>
            """
    }

    /// The identity is also had as a sheet of its own, to be printed by whoever holds the duty.
    private var sheet: HTML? {
        guard isOfIdentity else { return nil }
        return """
            <button class="quiet" name="\(Paper.formatField)" value="\(IdentityPaper.format)">\
            \(Words<IdentityText>(scene.texts)[.make])</button>
            """
    }

    private var isOfIdentity: Bool {
        scene.state.person(person)?.sealed.contains { $0.field == field && $0.compartment == .identity }
            ?? false
    }
}

/// Whether a role may ask to see what is sealed, as the matrix says.
enum PermissionForReveal {
    static func mayAsk(_ role: Role) -> Bool {
        PagePattern.caseReveal.permission.map { PermissionMatrix.carried.mayOpen($0, as: role) } ?? false
    }
}
