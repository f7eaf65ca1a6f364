import CaseRegister
import ReferralDomain

extension EventLine {
    /// What happened to or about a person.
    func person(_ event: PersonEvent) -> String {
        let names = scene.names
        let words = Words<ThreadText>(scene.texts)
        func about(_ key: ThreadText, _ purpose: Purpose, _ body: String) -> String {
            words[key, ["purpose": names.purpose(purpose), "body": names.institution(body)]]
        }
        switch event {
        case .fieldSealed(let field, _, _): return words[.sealed, ["field": names.code(field, in: "fields")]]
        case .shredded: return words[.shredded]
        case .ageSettled(let age): return words[.ageSettled, ["age": scene.age(age)]]
        case .custodyTaken(let holder):
            return words[
                .custodyTaken, ["body": names.institution(holder.institution), "post": holder.post]]
        case .custodyEnded(let reason):
            return words[.custodyEnded, ["reason": names.code(reason, in: "custody-end-reasons")]]
        case .consentGiven(let purpose, let body): return about(.consentGiven, purpose, body)
        case .consentRefused(let purpose, let body): return about(.consentRefused, purpose, body)
        case .consentWithdrawn(let purpose, let body): return about(.consentWithdrawn, purpose, body)
        case .stopConfirmed(let purpose, let body): return about(.stopConfirmed, purpose, body)
        case .consentOverridden(let purpose, let body, _): return about(.overridden, purpose, body)
        case .reflectionStarted(let until): return words[.reflectionStarted, ["day": until.dayText]]
        case .statementRequested(let body, let isHeld):
            return words[
                isHeld ? .statementHeld : .statementAsked, ["body": names.institution(body)]]
        case .reflectionEnded: return words[.reflectionEnded]
        case .safeContactSet: return words[.safeContact]
        case .messageBlocked: return words[.messageBlocked]
        case .rightsTold(let language, let body, _):
            return words[
                .rightsTold,
                ["language": names.code(language, in: "languages"), "body": names.institution(body)]]
        case .retold(let body, _): return words[.retold, ["body": names.institution(body)]]
        case .goalSet(let goal, _, let due):
            return words[.goalSet, ["goal": names.code(goal, in: "goals"), "day": due.text]]
        case .goalMet(let goal): return words[.goalMet, ["goal": names.code(goal, in: "goals")]]
        case .dutyDone(let duty, let evidence):
            return words[.dutyDone, ["duty": names.duty(duty), "document": evidence.document]]
        case .monitored(let month, _): return words[.monitored, ["month": String(month)]]
        case .releaseAsked(let duty, _, _): return words[.releaseAsked, ["duty": names.duty(duty)]]
        case .dutyReleased(let duty, _, _): return words[.released, ["duty": names.duty(duty)]]
        }
    }
}
