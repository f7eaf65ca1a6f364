import Access
import CaseRegister
import ReferralDomain

/// One look of a member of the receiving unit at one referral.
struct InboxVisit: Sendable {
    let visitor: Visitor
    let caseID: CaseID
    let reference: CaseReference
    let state: CaseState
    let referral: Referral
    let units: [UnitCard]
    /// Whether something is under lock in this case whose key has not reached the own unit yet.
    var awaitsKey = false

    /// What the own unit is called.
    var unitName: String { name(of: visitor.acting.unit) }

    /// Who asks.
    var asker: String? { state.unit.map(name) }

    var person: PersonState? { referral.draft.person.flatMap { state.person($0) } }

    /// What the unit owes in this case.
    func obligations(_ rules: ProtocolRules) -> [Obligation] {
        state.obligations(under: rules).filter { $0.unit == visitor.acting.unit }
    }

    /// What can be recorded as done: the referral itself, and the duties that the unit owes.
    func recordable(_ rules: ProtocolRules, _ now: Instant) -> [RecordableDuty] {
        let owed = obligations(rules).compactMap { obligation -> RecordableDuty? in
            guard let person = obligation.person, obligation.kind == .duty else { return nil }
            return RecordableDuty(id: obligation.id, what: .duty(obligation.subject, person))
        }
        let own = RecordableDuty(id: "serve", what: .referral(referral.id))
        return (verbs(rules, now).contains(.complete) ? [own] : []) + owed
    }

    /// What the unit may do with the referral now.
    func verbs(_ rules: ProtocolRules, _ now: Instant) -> [ReferralWord] {
        let relation = CaseRelation(of: visitor.acting, to: state, at: now, under: rules)
        return VerbTable.verbs(on: referral, for: visitor.acting, relation)
    }

    /// The stops that the own institution has not confirmed.
    var openStops: [OpenStop] {
        let own = visitor.acting.institution
        return state.people.flatMap { person in
            person.consents
                .filter { $0.recipient == own && $0.answer == .withdrawn && !$0.confirmedBy.contains(own) }
                .map { OpenStop(person: person.id, purpose: $0.purpose, since: $0.moment) }
        }
    }

    private func name(of unit: UnitID) -> String { units.first { $0.id == unit }?.name ?? unit.text }
}

/// A consent that was taken back, and that the own institution must still confirm to have stopped using.
struct OpenStop: Equatable, Sendable {
    let person: PersonID
    let purpose: Purpose
    let since: Moment
}

/// Something that can be recorded as done, with a document.
struct RecordableDuty: Equatable, Sendable {
    /// The value of the choice.
    let id: String
    let what: What

    enum What: Equatable, Sendable {
        case referral(ReferralID)
        case duty(String, PersonID)
    }

    func act(_ evidence: Evidence) -> CaseAct {
        switch what {
        case .referral(let id): .referral(id, .complete(evidence))
        case .duty(let duty, let person): .person(person, .doDuty(duty, evidence))
        }
    }
}
