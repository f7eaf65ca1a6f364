import JSON
import ReferralDomain

extension PersonEvent {
    /// Reads an event of a person; nil where the name is none of them.
    init?(name: String, _ fields: EventFields) throws(CaseEvent.Misread) {
        if let event = try Self.protection(name: name, fields) {
            self = event
        } else if let event = try Self.care(name: name, fields) {
            self = event
        } else {
            return nil
        }
    }

    private static func protection(name: String, _ fields: EventFields) throws(CaseEvent.Misread)
        -> PersonEvent?
    {
        switch name {
        case "field-sealed":
            .fieldSealed(
                field: try fields.word("field"), try fields.choice("compartment"),
                try fields.sealed("envelope"))
        case "person-shredded": .shredded(reason: try fields.word("reason"))
        case "age-settled": .ageSettled(try fields.choice("age"))
        case "custody-taken":
            .custodyTaken(
                Holder(
                    institution: try fields.word("institution"), unit: try fields.optionalUnit("unit"),
                    post: try fields.word("post")))
        case "custody-ended": .custodyEnded(reason: try fields.word("reason"))
        case "consent-given":
            .consentGiven(try fields.choice("purpose"), to: try fields.word("recipient"))
        case "consent-refused":
            .consentRefused(try fields.choice("purpose"), to: try fields.word("recipient"))
        case "consent-withdrawn":
            .consentWithdrawn(try fields.choice("purpose"), to: try fields.word("recipient"))
        case "stop-confirmed": .stopConfirmed(try fields.choice("purpose"), by: try fields.word("recipient"))
        case "consent-overridden":
            .consentOverridden(
                try fields.choice("purpose"), to: try fields.word("recipient"),
                code: try fields.choice("code"))
        case "reflection-started": .reflectionStarted(until: try fields.instant("until"))
        case "statement-requested":
            .statementRequested(by: try fields.word("institution"), isHeld: try fields.flag("held"))
        case "reflection-ended": .reflectionEnded
        default: nil
        }
    }

    private static func care(name: String, _ fields: EventFields) throws(CaseEvent.Misread) -> PersonEvent? {
        switch name {
        case "safe-contact-set":
            .safeContactSet(
                SafeContact(
                    channels: fields.json["channels"]?.array?.compactMap(\.string) ?? [],
                    fromHour: try fields.number("from"), beforeHour: try fields.number("before"),
                    mayNameInstitution: try fields.flag("mayName")))
        case "message-blocked": .messageBlocked(channel: try fields.word("channel"))
        case "rights-told":
            .rightsTold(
                language: try fields.word("language"), byInstitution: try fields.word("institution"),
                understood: try fields.flag("understood"))
        case "told-again": .retold(to: try fields.word("institution"), reason: try fields.word("reason"))
        case "goal-set":
            .goalSet(
                goal: try fields.word("goal"), responsible: try fields.word("responsible"),
                due: try fields.day("due"))
        case "goal-met": .goalMet(goal: try fields.word("goal"))
        case "duty-done": .dutyDone(duty: try fields.word("duty"), try fields.evidence())
        case "person-monitored": .monitored(month: try fields.number("month"), try fields.evidence())
        case "release-asked":
            .releaseAsked(
                duty: try fields.word("duty"), reason: try fields.word("reason"), by: try fields.actor("by"))
        case "duty-released":
            .dutyReleased(
                duty: try fields.word("duty"), reason: try fields.word("reason"), by: try fields.actor("by"))
        default: nil
        }
    }
}
