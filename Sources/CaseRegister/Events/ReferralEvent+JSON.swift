import JSON
import ReferralDomain

extension ReferralEvent {
    var name: String {
        switch self {
        case .drafted: "referral-drafted"
        case .called: "referral-called"
        case .sent: "referral-sent"
        case .delivered: "referral-delivered"
        case .undelivered: "referral-undelivered"
        case .acknowledged: "referral-acknowledged"
        case .accepted: "referral-accepted"
        case .rejected: "referral-rejected"
        case .held: "referral-held"
        case .resumed: "referral-resumed"
        case .recalled: "referral-recalled"
        case .custodyReceived: "referral-custody-received"
        case .done: "referral-done"
        }
    }

    var members: [JSON.Member] {
        typealias To = EventMembers
        switch self {
        case .drafted(let draft):
            return To.optional("person", draft.person?.text) + [
                To.text("step", draft.step), To.text("institution", draft.institution),
            ] + To.optional("unit", draft.unit?.text) + To.optional("deadline", draft.deadline)
                + To.optional("changedBecause", draft.changedBecause)
        case .called(let answered): return [JSON.Member("answered", .boolean(answered))]
        case .sent(let channel), .delivered(let channel), .undelivered(let channel):
            return [To.text("channel", channel.rawValue)]
        case .acknowledged(let proof, let channel):
            return [
                To.text("proof", proof.kind.rawValue), To.text("by", proof.person.text),
                To.text("institution", proof.institution), To.text("channel", channel.rawValue),
            ]
        case .accepted, .resumed: return []
        case .rejected(let reason, let suggested):
            return [To.text("reason", reason)] + To.optional("suggested", suggested)
        case .held(let reason, let review): return [To.text("reason", reason), To.instant("review", review)]
        case .recalled(let reason): return [To.text("reason", reason)]
        case .custodyReceived(let post): return [To.text("post", post)]
        case .done(let evidence): return To.evidence(evidence)
        }
    }

    /// Reads an event of a referral; nil where the name is none of them.
    init?(name: String, _ fields: EventFields) throws(CaseEvent.Misread) {
        switch name {
        case "referral-drafted":
            self = .drafted(
                ReferralDraft(
                    person: try fields.optionalRecord("person"), step: try fields.word("step"),
                    institution: try fields.word("institution"), unit: try fields.optionalUnit("unit"),
                    deadline: try fields.optionalWord("deadline"),
                    changedBecause: try fields.optionalWord("changedBecause")))
        case "referral-called": self = .called(answered: try fields.flag("answered"))
        case "referral-sent": self = .sent(try fields.choice("channel"))
        case "referral-delivered": self = .delivered(try fields.choice("channel"))
        case "referral-undelivered": self = .undelivered(try fields.choice("channel"))
        case "referral-acknowledged":
            let proof = Proof(
                try fields.choice("proof"), by: try fields.sealed("by"),
                of: try fields.word("institution"))
            self = .acknowledged(proof, try fields.choice("channel"))
        case "referral-accepted": self = .accepted
        case "referral-rejected":
            self = .rejected(
                reason: try fields.word("reason"), suggested: try fields.optionalWord("suggested"))
        case "referral-held":
            self = .held(reason: try fields.word("reason"), review: try fields.instant("review"))
        case "referral-resumed": self = .resumed
        case "referral-recalled": self = .recalled(reason: try fields.word("reason"))
        case "referral-custody-received": self = .custodyReceived(post: try fields.word("post"))
        case "referral-done": self = .done(try fields.evidence())
        default: return nil
        }
    }
}
