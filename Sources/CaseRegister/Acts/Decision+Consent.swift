import ReferralDomain

extension Decision {
    /// The person agrees, also anew after a withdrawal; nothing else lifts that.
    func give(_ purpose: Purpose, to recipient: String, by person: PersonState) throws(Refusal)
        -> [PersonEvent]
    {
        try checkCanAnswer(person, recipient)
        guard person.consent(purpose, to: recipient)?.answer != .given else { return [] }
        return [.consentGiven(purpose, to: recipient)]
    }

    /// The person says no. What was given before must be withdrawn, so that the stop travels. Said again during an
    /// emergency, it ends that.
    func refuse(
        _ purpose: Purpose, to recipient: String, by person: PersonState
    ) throws(Refusal) -> [PersonEvent] {
        try checkCanAnswer(person, recipient)
        switch person.consent(purpose, to: recipient)?.answer {
        case .refused:
            return isEmergency(purpose, recipient, person) ? [.consentRefused(purpose, to: recipient)] : []
        case .given: throw .notNow(nil)
        case .withdrawn: throw .consentWithdrawn(purpose, to: recipient)
        case .overridden, nil: return [.consentRefused(purpose, to: recipient)]
        }
    }

    /// The person takes it back: every open referral that stood on it is recalled in the same act, also one that is
    /// about everybody. Said again during an emergency, it ends that and asks for the stop anew.
    func withdraw(
        _ purpose: Purpose, from recipient: String, of person: PersonState
    ) throws(Refusal) -> [CaseEvent] {
        guard !person.age.countsAsChild else { throw .countsAsChild }
        try word(recipient, "recipient")
        switch person.consent(purpose, to: recipient)?.answer {
        case .withdrawn where !isEmergency(purpose, recipient, person): return []
        case .given, .withdrawn: break
        case .refused, .overridden, nil: throw .notNow(nil)
        }
        let recalled = state.referrals.filter {
            $0.state.isOpen && ($0.draft.person ?? person.id) == person.id
                && $0.draft.institution == recipient
                && ConsentPolicy.purpose(of: $0.draft.step, under: rules) == purpose
        }
        return [.person(person.id, .consentWithdrawn(purpose, to: recipient))]
            + recalled.map { .referral($0.id, .recalled(reason: ConsentPolicy.withdrawn)) }
    }

    /// A receiver says that it has stopped.
    func confirmStop(
        of purpose: Purpose, by recipient: String, _ person: PersonState
    ) throws(Refusal) -> [PersonEvent] {
        guard relation == .owner || recipient == acting.institution else { throw .notNow(nil) }
        guard let consent = person.consent(purpose, to: recipient), consent.answer == .withdrawn else {
            throw .notNow(nil)
        }
        return consent.confirmedBy.contains(recipient) ? [] : [.stopConfirmed(purpose, by: recipient)]
    }

    /// Acts without agreement for a reason that the law knows; it is written down, always.
    ///
    /// What the person took back stands: only a danger to life passes over it, and for a day.
    func override(
        _ purpose: Purpose, to recipient: String, _ code: OverrideCode, of person: PersonState
    ) throws(Refusal) -> [PersonEvent] {
        try checkMayKnow(recipient, "recipient")
        if code == .child, !person.age.countsAsChild { throw .countsAsChild }
        let isNeeded =
            switch person.consent(purpose, to: recipient)?.answer {
            case .withdrawn where code != .vitalInterest:
                throw Refusal.consentWithdrawn(purpose, to: recipient)
            case .given where code == .vitalInterest: false
            case .overridden(.legalDuty) where code == .vitalInterest: false
            case .overridden(code) where code != .vitalInterest: false
            case .given, .refused, .withdrawn, .overridden, nil:
                code != .vitalInterest || !isEmergency(purpose, recipient, person)
            }
        guard isNeeded else { return [] }
        return [.consentOverridden(purpose, to: recipient, code: code)]
    }

    private func isEmergency(_ purpose: Purpose, _ recipient: String, _ person: PersonState) -> Bool {
        person.consent(purpose, to: recipient)?.isEmergency(at: now) ?? false
    }

    private func checkCanAnswer(_ person: PersonState, _ recipient: String) throws(Refusal) {
        guard !person.age.countsAsChild else { throw .countsAsChild }
        try checkMayKnow(recipient, "recipient")
    }
}
