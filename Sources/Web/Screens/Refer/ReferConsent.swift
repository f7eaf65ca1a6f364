import CaseRegister
import HTML
import ReferralDomain

/// Says which agreement of an adult is missing, and leads to the page on which it is asked for.
struct ReferConsent {
    let purpose: Purpose
    let model: ReferModel

    var html: HTML {
        let words = Words<ReferText>(model.scene.texts)
        let which = words[.consentWhich, ["purpose": model.scene.names.purpose(purpose)]]
        let links = asked.map { person -> HTML in
            let ask = words[.consentAsk, ["person": model.scene.name(of: person)]]
            return " <a href=\"\(Page.casePerson(model.scene.id, person).address)\">\(ask)</a>"
        }
        guard !links.isEmpty else {
            return """
                \(which) <a href="\(Page.caseFile(model.scene.id).address)">\(words[.consentAdd])</a>
                """
        }
        return "\(which)\(links)"
    }

    /// Who is to be asked: the person that is meant, else every adult of the case.
    private var asked: [PersonID] {
        model.person.map { [$0] }
            ?? model.scene.state.people.filter { !$0.age.countsAsChild && !$0.isShredded }.map(\.id)
    }
}
