import Access
import CaseRegister
import ReferralDomain
import Sealing

/// The page of a one-time link: it never shows what happened or to whom.
enum AcknowledgementModel: Sendable {
    /// The secret is asked for.
    case ask
    /// An answer is awaited; what is missing of the last try.
    case form(About, AcknowledgementForm, [AcknowledgementText])
    /// Somebody has answered: the receipts of that.
    case stands(About, [SignedReceipt])
    /// Never handed out, expired, altered: one answer for all.
    case unknown
    case limited
    case fault

    /// Only what the duty needs.
    struct About: Sendable {
        let code: String
        let asker: String
        let referral: Referral
        /// Until when the answer is awaited.
        let answerBy: Instant?
        let sentAt: Instant

        init(_ opened: OpenedLink, asker: String, obligations: [Obligation]) {
            code = opened.reference.text
            self.asker = asker
            referral = opened.referral
            answerBy = obligations.compactMap(\.due).min()
            sentAt =
                (opened.referral.entered(.sent) ?? opened.referral.hops.first?.moment)?.registered
                ?? Instant(millisecondsSinceEpoch: 0)
        }
    }
}
