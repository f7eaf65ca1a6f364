public import CaseRegister
import ReferralDomain

extension AcknowledgementDesk {
    /// Acknowledges with the session of the receiving unit; the account stands sealed as who did it.
    ///
    /// - Parameter post: what the unit is called.
    public func acknowledge(
        _ id: ReferralID, in caseID: CaseID, by acting: Acting, post: String
    ) async throws(AcknowledgementFailure) -> CaseState {
        let state = try await opened(caseID, as: acting)
        guard let referral = state.referral(id) else { throw .desk(.refused(.unknown)) }
        // Sent twice, or by a colleague a moment before: what stands is enough.
        if referral.proof?.kind == .account { return state }
        let card = SignerCard(name: acting.account.text, post: post, institution: acting.institution)
        let subject = AcknowledgementTicket.Subject(caseID, id, institution: referral.draft.institution)
        let way = Way(acting: acting, channel: .inSystem, state: state)
        return try await acknowledge(subject, .account, by: card, way)
    }
}
