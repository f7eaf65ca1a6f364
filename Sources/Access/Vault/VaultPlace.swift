public import CaseRegister
public import ReferralDomain
import Sealing

/// Where a sealed text belongs. It opens there and nowhere else.
public struct VaultPlace: Hashable, Sendable {
    public let caseID: CaseID
    public let person: PersonID
    public let compartment: Compartment
    /// A word of the catalogue, such as `name`.
    public let field: String

    public init(case caseID: CaseID, person: PersonID, _ compartment: Compartment, field: String) {
        self.caseID = caseID
        self.person = person
        self.compartment = compartment
        self.field = field
    }

    /// Where the text is sealed.
    var text: SealingContext {
        SealingContext("field", caseID.text, person.text, compartment.rawValue, field)
    }

    /// Where the key of the person is sealed.
    var personKey: SealingContext {
        SealingContext("person-key", caseID.text, person.text, compartment.rawValue)
    }

    /// The words of the place in the log.
    var words: [String] { [caseID.text, person.text, compartment.rawValue, field] }
}
