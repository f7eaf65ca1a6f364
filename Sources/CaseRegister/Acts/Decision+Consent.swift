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

    /// The person says no. What was given before must be withdrawn, so that the stop travels.
    func refuse(
        _ purpose: Purpose, to recipient: String, by person: PersonState
    ) throws(Refusal) -> [PersonEvent] {
        try checkCanAnswer(person, recipient)
        switch person.consent(purpose, to: recipient)?.answer {
        case .refused: return []
        case .given: throw .notNow(nil)
        case .withdrawn: throw .consentWithdrawn(purpose, to: recipient)
        case .overridden, nil: return [.consentRefused(purpose, to: recipient)]
        }
    }

    /// The person takes it back: every open referral that stood on it is recalled in the same act.
    func withdraw(
        _ purpose: Purpose, from recipient: String, of person: PersonState
    ) throws(Refusal) -> [CaseEvent] {
        guard !person.age.countsAsChild else { throw .countsAsChild }
        try word(recipient, "recipient")
        switch person.consent(purpose, to: recipient)?.answer {
        case .withdrawn: return []
        case .given: break
        case .refused, .overridden, nil: throw .notNow(nil)
        }
        let recalled = state.referrals.filter {
            $0.state.isOpen && $0.draft.person == person.id && $0.draft.institution == recipient
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
    func override(
        _ purpose: Purpose, to recipient: String, _ code: OverrideCode, of person: PersonState
    ) throws(Refusal) -> [PersonEvent] {
        try checkMayKnow(recipient, "recipient")
        if code == .child, !person.age.countsAsChild { throw .countsAsChild }
        guard person.consent(purpose, to: recipient)?.answer != .overridden(code) else { return [] }
        return [.consentOverridden(purpose, to: recipient, code: code)]
    }

    private func checkCanAnswer(_ person: PersonState, _ recipient: String) throws(Refusal) {
        guard !person.age.countsAsChild else { throw .countsAsChild }
        try checkMayKnow(recipient, "recipient")
    }
}
