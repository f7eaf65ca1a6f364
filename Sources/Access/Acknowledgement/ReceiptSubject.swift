import CaseRegister
import ReferralDomain
import Sealing

/// What of an event a receipt is about: the kind, the institution, the referral.
struct ReceiptSubject {
    let kind: ReceiptStatement.Kind
    let institution: String
    let referral: String?

    /// Nil for an event of which nobody gets a receipt.
    init?(_ recorded: RecordedEvent, in state: CaseState) {
        switch recorded.event {
        case .referral(let id, let event):
            guard let kind = Self.kind(of: event), let referral = state.referral(id) else { return nil }
            self.kind = kind
            institution = referral.draft.institution
            self.referral = id.text
        case .person(_, .consentWithdrawn(_, let recipient)):
            kind = .stop
            institution = recipient
            referral = nil
        case .person, .file, .sightingReported, .sightingAmended: return nil
        }
    }

    func statement(
        _ reference: CaseReference, _ recorded: RecordedEvent, hash: String
    ) -> ReceiptStatement {
        ReceiptStatement(
            kind, case: reference.text, referral: referral,
            by: (institution, recorded.stamp.instant.millisecondsSinceEpoch),
            head: .init(position: recorded.position, hash: hash))
    }

    private static func kind(of event: ReferralEvent) -> ReceiptStatement.Kind? {
        switch event {
        case .sent: .sent
        case .delivered: .delivered
        case .acknowledged: .acknowledged
        case .accepted: .accepted
        case .custodyReceived: .custodyReceived
        case .done: .done
        case .recalled: .recalled
        case .drafted, .called, .undelivered, .rejected, .held, .resumed: nil
        }
    }
}
