import CaseRegister
import Catalog
import ReferralDomain

/// One step of the route as it may be sent: to whom, by which way, and what was chosen otherwise.
struct ReferRow: Sendable {
    let step: RouteStep
    /// Drawn before the first try, so that sending twice is one referral.
    let id: ReferralID
    /// Whom the route means, and then everybody who can stand in; never empty.
    let offered: [ReferRecipient]
    let place: Place
    let isChosen: Bool
    let recipient: ReferRecipient
    let channel: Channel
    /// The coded reason of another recipient than the route's; empty where none was given.
    let reason: String
    /// Why what was chosen cannot be asked at all; nil where it can.
    let refusal: Refusal?

    /// Under which heading it stands.
    enum Place: Hashable, Sendable {
        case due
        /// An adult has not agreed to this purpose.
        case lacksConsent(Purpose)
        case toKnow
        /// Sent already, for the same person.
        case sent
    }

    var name: String { step.step.id.text }
    var isChanged: Bool { recipient != offered.first }

    /// What is asked of the register.
    func referral(about person: PersonID?) -> CaseAct.NewReferral {
        CaseAct.NewReferral(
            id: id,
            draft: ReferralDraft(
                person: person, step: name, institution: recipient.institution, unit: recipient.unit,
                deadline: step.deadline?.id.text, changedBecause: isChanged ? reason : nil),
            channel: channel)
    }
}
