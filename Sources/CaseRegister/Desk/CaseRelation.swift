public import ReferralDomain

/// What somebody has to do with a case; decides what exists for them at all.
public enum CaseRelation: String, CaseIterable, Sendable {
    /// The reporter: the state of the own report only.
    case reporter
    /// The control centre or the case management of the municipality that owns the case, or may claim it.
    case owner
    /// A unit with a referral that it may still act on, or has acted on.
    case receiver
    /// A unit whose referrals are all over for it: recalled, rejected by itself, or done and then not agreed to any
    /// more. It sees that, and must still confirm a stop.
    case former
    /// The coordinator: clocks of every case, no content.
    case coordinator
    /// Somebody who broke the glass, for thirty minutes.
    case emergency
    /// The privacy officer, of a case of which the glass was broken: that access, and nothing else.
    case reviewer
    /// Nothing: the case does not exist for them.
    case none

    /// The relation at a moment; an implicated institution has none, not even with a referral.
    public init(of acting: Acting, to state: CaseState, at now: Instant, under rules: ProtocolRules) {
        self = .none
        guard state.version > 0, !state.isImplicated(acting.institution, under: rules) else { return }
        self = Self.byRole(acting, state, at: now, under: rules)
        if self == .none, state.hasBrokenGlass(acting.account, at: now) { self = .emergency }
    }

    private static func byRole(
        _ acting: Acting, _ state: CaseState, at now: Instant, under rules: ProtocolRules
    ) -> CaseRelation {
        switch acting.role {
        case .sereno:
            acting.account != .street && state.opened?.actor == acting.account ? .reporter : .none
        case .operator, .caseManager: Territory.isOwner(acting.municipality, of: state) ? .owner : .none
        case .officer: receiving(acting, state, at: now, under: rules)
        case .coordinator: .coordinator
        case .privacyOfficer: state.brokenGlass.isEmpty ? .none : .reviewer
        case .analyst, .administrator, .auditor: .none
        }
    }

    private static func receiving(
        _ acting: Acting, _ state: CaseState, at now: Instant, under rules: ProtocolRules
    ) -> CaseRelation {
        let told = state.referrals.filter { $0.isAddressed(to: acting) && $0.wasTold }
        if told.contains(where: { state.givesPart($0, at: now, under: rules) }) { return .receiver }
        return told.isEmpty ? .none : .former
    }
}

extension Referral {
    /// Whether the actor speaks for the receiver: a member of its unit, or the holder of its one-time link.
    func isAddressed(to acting: Acting) -> Bool {
        if acting.account == .link { return draft.institution == acting.institution }
        return draft.unit == acting.unit
    }

    /// Whether the receiver has heard of it at all.
    public var wasTold: Bool { hops.contains { $0.state != .drafted && $0.state != .recalled } }
}

extension CaseState {
    /// Whether this institution may not be told of the case.
    public func isImplicated(_ institution: String, under rules: ProtocolRules) -> Bool {
        guard let official = fact("official-implicated") else { return false }
        return rules.implicated[official]?.contains(institution) ?? false
    }

    /// Whether a referral gives its receiver a part in the case: not where it was recalled, where the receiver itself
    /// said no, or where it is done and an adult whom it is about has taken back the agreement that it stood on.
    public func givesPart(_ referral: Referral, at now: Instant, under rules: ProtocolRules) -> Bool {
        switch referral.state {
        case .recalled, .rejected: return false
        case .drafted, .called, .sent, .delivered, .acknowledged, .accepted, .onHold, .custodyReceived:
            return true
        case .done:
            guard let purpose = ConsentPolicy.purpose(of: referral.draft.step, under: rules) else {
                return true
            }
            return !people.contains { person in
                (referral.draft.person == nil || referral.draft.person == person.id)
                    && person.hasWithdrawn(purpose, from: referral.draft.institution, at: now)
            }
        }
    }

    /// Whether this account has an emergency access that has not run out.
    func hasBrokenGlass(_ account: ActorID, at now: Instant) -> Bool {
        brokenGlass.contains { $0.by == account && now < $0.until }
    }
}
