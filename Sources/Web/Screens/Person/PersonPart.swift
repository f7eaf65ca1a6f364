import CaseRegister

/// A box of the page of a person, as an address names it.
enum PersonPart: String, CaseIterable, Sendable {
    case custody = "cus"
    case rights, plan, consents

    /// Where an obligation is met that no form of the inbox meets; nil where the inbox has one.
    init?(_ kind: Obligation.Kind) {
        switch kind {
        case .custody: self = .custody
        case .rights: self = .rights
        case .goal: self = .plan
        case .claim, .acknowledge, .accept, .serve, .review, .reroute, .duty, .monitor, .stop, .glass:
            return nil
        }
    }
}
