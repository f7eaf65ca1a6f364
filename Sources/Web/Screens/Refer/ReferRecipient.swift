import Access
import CaseRegister

/// A body to which a step may be sent: a unit that has accounts, or an institution told by other ways.
struct ReferRecipient: Hashable, Sendable {
    let institution: String
    /// Nil for an institution that is told by telephone, by link or on paper.
    let unit: UnitID?
    let name: String

    init(_ unit: UnitCard) {
        institution = unit.institution
        self.unit = unit.id
        name = unit.name
    }

    init(_ institution: String, _ names: CatalogNames) {
        self.institution = institution
        unit = nil
        name = names.institution(institution)
    }

    /// How a form names it.
    var value: String { unit.map { "u." + $0.text } ?? "i." + institution }
}
