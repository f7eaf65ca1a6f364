import CaseRegister
import ReferralDomain

/// The page of the handover: the cases that go on, and what became of the last signature.
struct HandoverModel: Sendable {
    let cases: [HandoverCase]
    /// A signature that did not hold; nil before the first one.
    let attempt: Attempt?
    let now: Instant

    /// What was sent, and why it did not pass.
    struct Attempt: Sendable {
        let form: HandoverForm
        let problem: Problem
    }

    enum Problem: Equatable, Sendable {
        case nothingChosen
        case signature(SignatureFailure)
    }

    /// Every case is chosen at first; later those that were ticked.
    func isChosen(_ id: CaseID) -> Bool { attempt.map { $0.form.chosen[id] != nil } ?? true }

    /// Why the signature did not hold; nil where it was not the signature.
    var failure: SignatureFailure? {
        guard case .signature(let failure) = attempt?.problem else { return nil }
        return failure
    }
}
