import CaseRegister
import Catalog
import HTML

/// Draws the nine duties for a person, a row each: what is proved, and what is still owed.
struct DutyTable {
    /// The id of the heading above the table.
    let id: String
    let person: PersonState
    let names: CatalogNames

    var html: HTML {
        let words = Words<PersonText>(names.texts)
        let proofs = DutyProofs(person: person, names: names)
        return CardTable(
            id: id,
            columns: [.init(words[.duty], .head), .init(words[.evidence], .own)],
            rows: names.catalog.content.duties.map { duty in
                ["\(duty.number). \(names.duty(duty.id.text))", proofs.html(of: duty.id.text)]
            }
        ).html
    }
}
