import CaseRegister
import ReferralDomain

extension ActReading {
    /// What is asked of one referral.
    func aboutReferral(_ word: ReferralAsk) throws(ActMisread) -> AskedAct {
        guard let text = fields[ActField.referral.rawValue], let id = try? ReferralID(reading: text) else {
            throw ActMisread(.referral)
        }
        let verb: ReferralVerb
        switch word {
        case .call: verb = .call(answered: try choice(.answered))
        case .send: verb = .send(try channel())
        case .deliver: verb = .deliver(try channel())
        case .accept: verb = .accept
        case .reject:
            verb = .reject(reason: try code(.reason), suggested: try codeOrNothing(.suggested))
        case .hold: verb = .hold(reason: try code(.reason), review: try instant(.day, .hour))
        case .resume: verb = .resume
        case .recall: verb = .recall(reason: try code(.reason))
        case .receiveCustody: verb = .receiveCustody(post: try code(.post))
        case .complete: verb = .complete(try evidence())
        }
        return .act(.referral(id, verb))
    }
}
