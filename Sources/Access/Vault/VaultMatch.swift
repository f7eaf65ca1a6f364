public import CaseRegister

/// A person whom an exact search found.
public struct VaultMatch: Hashable, Sendable {
    public let caseID: CaseID
    public let person: PersonID

    public init(case caseID: CaseID, person: PersonID) {
        self.caseID = caseID
        self.person = person
    }
}
