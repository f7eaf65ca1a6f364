import JSON
import ReferralDomain

extension PersonEvent {
    var name: String {
        switch self {
        case .fieldSealed: "field-sealed"
        case .shredded: "person-shredded"
        case .ageSettled: "age-settled"
        case .custodyTaken: "custody-taken"
        case .custodyEnded: "custody-ended"
        case .consentGiven: "consent-given"
        case .consentRefused: "consent-refused"
        case .consentWithdrawn: "consent-withdrawn"
        case .stopConfirmed: "stop-confirmed"
        case .consentOverridden: "consent-overridden"
        case .reflectionStarted: "reflection-started"
        case .statementRequested: "statement-requested"
        case .reflectionEnded: "reflection-ended"
        case .safeContactSet: "safe-contact-set"
        case .messageBlocked: "message-blocked"
        case .rightsTold: "rights-told"
        case .retold: "told-again"
        case .goalSet: "goal-set"
        case .goalMet: "goal-met"
        case .dutyDone: "duty-done"
        case .monitored: "person-monitored"
        case .releaseAsked: "release-asked"
        case .dutyReleased: "duty-released"
        }
    }

    var members: [JSON.Member] {
        typealias To = EventMembers
        switch self {
        case .fieldSealed(let field, let compartment, let envelope):
            return [
                To.text("field", field), To.text("compartment", compartment.rawValue),
                To.text("envelope", envelope.text),
            ]
        case .shredded(let reason), .custodyEnded(let reason): return [To.text("reason", reason)]
        case .ageSettled(let age): return [To.text("age", age.rawValue)]
        case .custodyTaken(let holder):
            return [To.text("institution", holder.institution)] + To.optional("unit", holder.unit?.text) + [
                To.text("post", holder.post)
            ]
        case .consentGiven(let purpose, let to), .consentRefused(let purpose, let to),
            .consentWithdrawn(let purpose, let to), .stopConfirmed(let purpose, let to):
            return [To.text("purpose", purpose.rawValue), To.text("recipient", to)]
        case .consentOverridden(let purpose, let to, let code):
            return [
                To.text("purpose", purpose.rawValue), To.text("recipient", to),
                To.text("code", code.rawValue),
            ]
        case .reflectionStarted(let until): return [To.instant("until", until)]
        case .statementRequested(let institution, let isHeld):
            return [To.text("institution", institution), JSON.Member("held", .boolean(isHeld))]
        case .reflectionEnded: return []
        case .safeContactSet(let rule):
            return [
                JSON.Member("channels", .array(rule.channels.map(JSON.string))),
                JSON.Member("from", .integer(Int64(rule.fromHour))),
                JSON.Member("before", .integer(Int64(rule.beforeHour))),
                JSON.Member("mayName", .boolean(rule.mayNameInstitution)),
            ]
        case .messageBlocked(let channel): return [To.text("channel", channel)]
        case .rightsTold(let language, let institution, let understood):
            return [
                To.text("language", language), To.text("institution", institution),
                JSON.Member("understood", .boolean(understood)),
            ]
        case .retold(let institution, let reason):
            return [To.text("institution", institution), To.text("reason", reason)]
        case .goalSet(let goal, let responsible, let due):
            return [To.text("goal", goal), To.text("responsible", responsible), To.text("due", due.iso)]
        case .goalMet(let goal): return [To.text("goal", goal)]
        case .dutyDone(let duty, let evidence): return [To.text("duty", duty)] + To.evidence(evidence)
        case .monitored(let month, let evidence):
            return [JSON.Member("month", .integer(Int64(month)))] + To.evidence(evidence)
        case .releaseAsked(let duty, let reason, let by), .dutyReleased(let duty, let reason, let by):
            return [To.text("duty", duty), To.text("reason", reason), To.text("by", by.text)]
        }
    }
}
