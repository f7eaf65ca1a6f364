import CaseRegister
import ReferralDomain

/// What a form asks for, before anything that only the house can add: a looked-up case, a sealed text.
enum AskedAct: Equatable, Sendable {
    /// Ready to be decided.
    case act(CaseAct)
    /// Another case, by the name that it has on the telephone.
    case merge(CaseReference)
    /// A text to be sealed into the compartment of its field.
    case seal(PersonID, field: String, text: String)
}

/// Why a form cannot be read: the field that is missing or wrong, to be marked.
struct ActMisread: Error, Equatable {
    let field: ActField?

    init(_ field: ActField?) { self.field = field }
}
