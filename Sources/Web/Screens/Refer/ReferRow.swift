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
    /// The way that was chosen for a body without an account.
    let way: Channel
    /// The coded reason of another body than the route's; empty where none was given.
    let reason: String
    /// The last body that said no to the step, while nobody has taken it since; nil where nobody said no.
    let rejected: Referral?
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

    /// The coded reason where the body before said no.
    static let rejected = "rejected"

    /// How a body without an account is told, unless somebody chooses otherwise.
    static let usualWay = Channel.phone

    var name: String { step.step.id.text }

    /// Whom the route means: the first unit that serves the place, or the institution.
    var usual: ReferRecipient { offered.first ?? recipient }

    /// Whether it goes to another body than the route's, which needs a reason.
    var isChanged: Bool { recipient.institution != step.institution.id.text }

    /// Whether it goes to another body and nobody said why.
    var isReasonMissing: Bool { isChosen && isChanged && reason.isEmpty }

    /// Whether anything but the usual was chosen.
    var isTouched: Bool {
        recipient != usual || way != Self.usualWay || !reason.isEmpty || refusal != nil
    }

    /// A unit with accounts hears of it here; who has none, by the way that was chosen.
    var channel: Channel { recipient.unit == nil ? way : .inSystem }

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
