public import ReferralDomain

extension Decision {
    /// Drafts and sends referrals: all of them or none.
    func refer(_ referrals: [CaseAct.NewReferral]) throws(Refusal) -> [CaseEvent] {
        var events: [CaseEvent] = []
        var accepted: [CaseAct.NewReferral] = []
        for new in referrals {
            try check(new.draft)
            if try isAlreadyAsked(new) { continue }
            if let refused = state.rejection(of: new.draft, at: now) { throw .notNow(refused.state) }
            if accepted.contains(where: { $0.id == new.id || $0.draft.asksTheSame(as: new.draft) }) {
                continue
            }
            accepted.append(new)
            events += [
                .referral(new.id, .drafted(new.draft)), .referral(new.id, .sent(new.channel)),
            ]
        }
        return events
    }

    /// The words, the recipient and the agreement of the person.
    private func check(_ draft: ReferralDraft) throws(Refusal) {
        try word(draft.step, "step")
        try checkMayKnow(draft.institution, "institution")
        if let deadline = draft.deadline { try word(deadline, "deadline") }
        if let reason = draft.changedBecause {
            // The screen sends an empty reason where another body was chosen and nobody said why.
            guard !reason.isEmpty else { throw .reasonMissing }
            try code(reason, of: .recipientChanges, "changedBecause")
        }
        if let person = draft.person, state.person(person) == nil { throw .notAWord(field: "person") }
        guard let purpose = ConsentPolicy.purpose(of: draft.step, under: rules) else { return }
        try checkConsent(of: draft.person, to: purpose, draft.institution)
    }

    private func isAlreadyAsked(_ new: CaseAct.NewReferral) throws(Refusal) -> Bool {
        if let known = state.referral(new.id) {
            guard known.draft == new.draft else { throw .notNow(known.state) }
            return true
        }
        return state.referrals.contains { $0.state.isOpen && $0.draft.asksTheSame(as: new.draft) }
    }

    /// What nobody is named for is about every person of the case; where none was added yet, the report says
    /// whether it was an adult, and only then agreement is missing.
    private func checkConsent(
        of person: PersonID?, to purpose: Purpose, _ institution: String
    ) throws(Refusal) {
        let about = state.people.filter { person == nil || $0.id == person }
        if about.isEmpty, state.fact("age") == PersonAge.adult.rawValue {
            throw .noConsent(purpose, to: institution)
        }
        for person in about {
            guard !person.isShredded else { throw .shredded }
            try checkConsent(of: person, to: purpose, institution)
        }
    }

    private func checkConsent(
        of person: PersonState, to purpose: Purpose, _ institution: String
    ) throws(Refusal) {
        guard !person.age.countsAsChild else { return }
        guard let consent = person.consent(purpose, to: institution) else {
            throw .noConsent(purpose, to: institution)
        }
        if consent.allows(at: now) { return }
        if consent.answer == .withdrawn { throw .consentWithdrawn(purpose, to: institution) }
        throw .noConsent(purpose, to: institution)
    }
}

extension CaseState {
    /// The no of the same body to the same step, while it is not asked again: for a day, and never where somebody
    /// there may be implicated; nil where it can be asked.
    ///
    /// An office with accounts of its own speaks for itself: another office of the institution can still be asked, but
    /// not the institution at large.
    public func rejection(of draft: ReferralDraft, at now: Instant) -> Referral? {
        referrals.last { referral in
            guard referral.state == .rejected, referral.draft.step == draft.step,
                referral.draft.institution == draft.institution,
                draft.person == nil || (referral.draft.person ?? draft.person) == draft.person,
                let rejected = referral.entered(.rejected)
            else { return false }
            let isSameOffice =
                referral.draft.unit == nil || draft.unit == nil || referral.draft.unit == draft.unit
            let isFresh =
                now < rejected.registered.adding(milliseconds: Self.askAgainMilliseconds)
            return isSameOffice && (isFresh || referral.reason == Self.conflict)
        }
    }

    private static let askAgainMilliseconds: Int64 = 86_400_000
    /// The reason of a body in which somebody may be implicated.
    private static let conflict = "conflict"
}

extension ReferralDraft {
    /// Whether the same step is asked of the same institution for the same person.
    func asksTheSame(as other: ReferralDraft) -> Bool {
        person == other.person && step == other.step && institution == other.institution
    }
}
