import CaseRegister
import ReferralDomain

/// Reads what a form asks for. Pure: it trusts nothing that was sent and looks at nothing else.
///
/// Every id, code and reason must have the form of a word, so that no name and no free text can slip into the
/// journal through a field that is meant for a code.
struct ActReading: Sendable {
    let fields: FormFields

    init(_ fields: FormFields) { self.fields = fields }

    /// The verb; nil where it is none of ours.
    var word: ActWord? { fields[ActForm.actField].flatMap { ActWord($0) } }

    /// The version that was seen; nil where the form does not say.
    var seen: Int? { fields[ActForm.seenField].flatMap { Self.number($0, 0...1_000_000) } }

    /// What is asked.
    ///
    /// - Throws: which field is missing or wrong.
    func asked() throws(ActMisread) -> AskedAct {
        guard let word else { throw ActMisread(nil) }
        switch word {
        case .file(let word): return try aboutFile(word)
        case .referral(let word): return try aboutReferral(word)
        case .person(let word): return try aboutPerson(word)
        }
    }

    /// When it is said to have happened; nil where nobody said.
    ///
    /// - Throws: which half of the time is missing or wrong.
    func declaredAt() throws(ActMisread) -> Instant? {
        let day = fields[ActField.declaredDay.rawValue] ?? ""
        let hour = fields[ActField.declaredHour.rawValue] ?? ""
        if day.isEmpty, hour.isEmpty { return nil }
        return try instant(.declaredDay, .declaredHour)
    }

    private func aboutFile(_ word: FileAsk) throws(ActMisread) -> AskedAct {
        switch word {
        case .claim: return .act(.claim)
        case .settleFact: return .act(.settleFact(try code(.fact), try code(.value)))
        case .merge: return .merge(try reference(.code))
        case .addPerson: return .act(.addPerson(try person(), try age()))
        case .pause:
            return .act(
                .pause(
                    obligation: try code(.obligation), reason: try code(.reason),
                    until: try instant(.day, .hour)))
        case .resume: return .act(.resume(obligation: try code(.obligation)))
        case .takeWord: return .act(.takeWord(obligation: try code(.obligation)))
        case .climb:
            guard let rung = Rung(rawValue: try number(.rung, 1...5)) else { throw ActMisread(.rung) }
            return .act(.climb(obligation: try code(.obligation), rung))
        case .askClosing: return .act(.askClosing(reason: try code(.reason)))
        case .close: return .act(.close(reason: try code(.reason)))
        case .reopen: return .act(.reopen(reason: try code(.reason)))
        case .reviewGlass:
            return .act(.reviewGlass(by: try account(.account), verdict: try code(.verdict)))
        }
    }
}
