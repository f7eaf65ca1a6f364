public import CaseRegister
public import ReferralDomain

/// Who should be able to open what in a case, as its history stands: what the keys are brought in line with.
public struct CaseKeyPlan: Hashable, Sendable {
    /// The institution of every unit that has to do with the case.
    public let institutions: [UnitID: String]
    public let grants: Set<KeyGrant>
    /// What units had and must lose: the identity after the hand-over or after a no of an adult, everything after a
    /// recall, a rejection or the end of the agreement that the referral stood on.
    public let lost: Set<KeyGrant>
    /// The persons whose keys must be gone, with the coded reason.
    public let shredded: [PersonID: String]

    /// The plan of a case; an implicated institution has no part in it.
    ///
    /// One key opens the identities of all persons of a case: where one adult said no to a body, it gets none of them,
    /// and hears by voice what it must know of the others.
    ///
    /// - Parameters:
    ///   - units: the units that have accounts; no other can be given a key.
    ///   - now: an emergency passes over a no for a day, and a referral may be over since.
    public init(
        _ history: some Sequence<RecordedEvent>, units: [UnitCard], policy: SealingPolicy,
        rules: ProtocolRules, at now: Instant
    ) {
        let state = CaseState(after: history)
        var institutions: [UnitID: String] = [:]
        var grants: Set<KeyGrant> = []
        var lost: Set<KeyGrant> = []
        for unit in units where !state.isImplicated(unit.institution, under: rules) {
            switch Standing(of: unit, in: state, at: now, under: rules) {
            case .none: continue
            case .former: lost.formUnion(Compartment.allCases.map { KeyGrant($0, unit.id) })
            case .part:
                var gone =
                    state.wereHandedOver(from: unit.institution)
                    ? policy.lostAtHandOver(unit.institution) : []
                if state.people.contains(where: { $0.forbids(.identity, to: unit.institution, at: now) }) {
                    gone.insert(.identity)
                }
                let kept = policy.compartments(of: unit.institution).subtracting(gone)
                institutions[unit.id] = unit.institution
                grants.formUnion(kept.map { KeyGrant($0, unit.id) })
                lost.formUnion(gone.map { KeyGrant($0, unit.id) })
            }
        }
        self.institutions = institutions
        self.grants = grants
        self.lost = lost
        shredded = Dictionary(
            history.compactMap { recorded in
                guard case .person(let person, .shredded(let reason)) = recorded.event else { return nil }
                return (person, reason)
            }, uniquingKeysWith: { first, _ in first })
    }

    private enum Standing {
        case part, former, none

        init(of unit: UnitCard, in state: CaseState, at now: Instant, under rules: ProtocolRules) {
            let told = state.referrals.filter { $0.draft.unit == unit.id && $0.wasTold }
            let isOver = !told.contains { state.givesPart($0, at: now, under: rules) }
            if state.unit == unit.id || Territory.isOwner(unit.municipality, of: state) || !isOver {
                self = .part
            } else {
                self = told.isEmpty ? .none : .former
            }
        }
    }
}

extension CaseState {
    /// Whether another body answers for every person of the case, or did last.
    func wereHandedOver(from institution: String) -> Bool {
        !people.isEmpty && people.allSatisfy { $0.wasHandedOver(from: institution) }
    }
}

extension PersonState {
    /// Whether another body than this institution answers for the person, or did last.
    public func wasHandedOver(from institution: String) -> Bool {
        let last = custody.spans.last { $0.holder != nil }?.holder
        return last.map { $0.institution != institution } ?? false
    }
}
