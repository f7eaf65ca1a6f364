public import CaseRegister
public import ReferralDomain

/// What a one-time link leads to: one referral, and only what its duty needs.
public struct OpenedLink: Sendable {
    public let caseID: CaseID
    /// The code of the case on the telephone.
    public let reference: CaseReference
    /// The unit that asks.
    public let asker: UnitID?
    public let referral: Referral
    /// Whether an answer is still awaited; what stands is shown otherwise.
    public let isAnswerable: Bool
    /// Whoever holds the link, as the acts of the link name them.
    public let acting: Acting
    private let state: CaseState

    /// What is owed on this referral, and nothing else of the case.
    public func obligations(under rules: ProtocolRules) -> [Obligation] {
        state.obligations(under: rules).filter { $0.referral == referral.id }
    }

    init?(_ ticket: AcknowledgementTicket, _ state: CaseState, for acting: Acting) {
        guard let reference = state.reference, let referral = state.referral(ticket.about.referral) else {
            return nil
        }
        caseID = ticket.about.caseID
        self.reference = reference
        asker = state.unit
        self.referral = referral
        self.state = state
        self.acting = acting
        isAnswerable = ticket.usedAt == nil && Self.awaitsAnswer(referral)
    }

    /// A link that was cut off between its two acts may go on; what another way has settled stands.
    private static func awaitsAnswer(_ referral: Referral) -> Bool {
        switch referral.state {
        case .called, .sent, .delivered: true
        case .acknowledged: referral.proof?.kind == .link
        case .drafted, .accepted, .custodyReceived, .done, .onHold, .rejected, .recalled: false
        }
    }
}

/// What the holder of a link says.
public enum LinkAnswer: Hashable, Sendable {
    /// It has it and will act.
    case attend
    /// Coded; and the body that should act instead, where it was named.
    case reject(reason: String, suggested: String?)
}
