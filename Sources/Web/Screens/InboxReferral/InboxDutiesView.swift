import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the nine duties of each person that the referral is about: what is proved, and what is still owed.
struct InboxDutiesView {
    let model: InboxReferralModel
    let names: CatalogNames

    /// Nil where nobody was noted yet, or it is no longer the unit's to know.
    var html: HTML? {
        guard model.shows(.duties) else { return nil }
        let boxes: [HTML] = model.visit.people.map(box)
        return boxes.isEmpty ? nil : boxes.joined()
    }

    private func box(_ person: PersonState) -> HTML {
        let words = Words<PersonText>(names.texts)
        let id = "nine-\(model.visit.number(of: person.id))"
        return """
            <section class="box" aria-labelledby="\(id)"><h2 id="\(id)">\(words[.duties]). \
            <a href="\(Page.casePerson(model.visit.caseID, person.id).address)">\
            \(model.visit.name(of: person.id, names))</a></h2>\
            \(DutyTable(id: id, person: person, names: names).html)</section>
            """
    }
}
