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

    /// Whom the referral is about: one person, or everybody of the case.
    var people: [PersonState] { person.map { [$0] } ?? state.people }

    /// What a person is called on the pages of the case, from 1; 0 for one who is not there.
    func number(of person: PersonID) -> Int { (state.people.firstIndex { $0.id == person } ?? -1) + 1 }

    /// The same in words, never a name.
    func name(of person: PersonID, _ names: CatalogNames) -> String {
        Words<CaseText>(names.texts)[.person, ["number": String(number(of: person))]]
    }

    /// What the unit owes in this case.
    func obligations(_ rules: ProtocolRules) -> [Obligation] {
        state.obligations(under: rules).filter { $0.unit == visitor.acting.unit }
    }

    /// What can be recorded as done: the referral itself, and the duties that the unit owes.
    func recordable(_ rules: ProtocolRules, _ now: Instant) -> [RecordableDuty] {
        let owed = obligations(rules).compactMap { obligation -> RecordableDuty? in
            guard let person = obligation.person else { return nil }
            if let month = obligation.month {
                return RecordableDuty(id: obligation.id, what: .monitoring(month, person))
            }
            guard obligation.kind == .duty else { return nil }
            return RecordableDuty(id: obligation.id, what: .duty(obligation.subject, person))
        }
        let own = RecordableDuty(id: Self.serving, what: .referral(referral.id))
        return (verbs(rules, now).contains(.complete) ? [own] : []) + owed
    }

    /// The choice that means the referral itself.
    static let serving = "serve"

    /// What the unit may do with the referral now.
    func verbs(_ rules: ProtocolRules, _ now: Instant) -> [ReferralWord] {
        VerbTable.verbs(on: referral, for: visitor.acting, relation(rules, now))
    }

    /// What the unit has to do with the case now.
    func relation(_ rules: ProtocolRules, _ now: Instant) -> CaseRelation {
        CaseRelation(of: visitor.acting, to: state, at: now, under: rules)
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
        /// One visit of the ninth duty, by its month.
        case monitoring(Int, PersonID)
    }

    func act(_ evidence: Evidence) -> CaseAct {
        switch what {
        case .referral(let id): .referral(id, .complete(evidence))
        case .duty(let duty, let person): .person(person, .doDuty(duty, evidence))
        case .monitoring(let month, let person): .person(person, .monitor(month: month, evidence))
        }
    }
}

extension Obligation {
    /// Of a visit of the ninth duty: which month it belongs to; nil for anything else.
    var month: Int? {
        guard kind == .monitor else { return nil }
        return id.prefix { $0 != "." }.split(separator: "-").last.flatMap { Int($0) }
    }
}
