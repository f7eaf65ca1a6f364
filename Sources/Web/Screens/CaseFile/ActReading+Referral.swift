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
        case .acknowledge: return .acknowledge(id, try witness())
        }
        return .act(.referral(id, verb))
    }

    /// Who acknowledged: the six digits that were read back, or the number of a signed paper.
    private func witness() throws(ActMisread) -> AskedAct.Witness {
        let name = try text(.name, most: 80)
        let post = try text(.post, most: 80)
        let digits = (fields[ActField.digits.rawValue] ?? "").filter { $0 != " " }
        if digits.isEmpty, fields[ActField.digits.rawValue] == nil {
            return AskedAct.Witness(
                name: name, post: post, kind: .signature(document: try text(.document, most: 64)))
        }
        guard digits.utf8.count == 6, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw ActMisread(.digits)
        }
        return AskedAct.Witness(name: name, post: post, kind: .spoken(digits: digits))
    }
}
