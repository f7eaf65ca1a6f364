import ReferralDomain

extension Decision {
    /// One verb on one referral, as the table of verbs allows it.
    func referral(_ id: ReferralID, _ verb: ReferralVerb) throws(Refusal) -> [CaseEvent] {
        guard let referral = state.referral(id) else { throw .unknown }
        try checkIsTheirs(referral)
        if isAlreadySo(verb, referral) { return [] }
        guard VerbTable.verbs(on: referral, for: acting, relation).contains(verb.word) else {
            throw .notNow(referral.state)
        }
        let event = try event(of: verb, referral)
        guard case .custodyReceived(let post) = event else { return [.referral(id, event)] }
        let holder = Holder(institution: referral.draft.institution, unit: referral.draft.unit, post: post)
        return [.referral(id, event)]
            + received(referral).map { .person($0, .custodyTaken(holder)) }
    }

    /// Whom the receiver answers for from now on: the person of the referral, or everybody of the case for whom no
    /// other body took custody by a referral of its own.
    ///
    /// Somebody who is added later was not handed over: nobody answers for them until somebody says so.
    private func received(_ referral: Referral) -> [PersonID] {
        if let person = referral.draft.person { return [person] }
        return state.people.filter { person in
            guard !person.isShredded else { return false }
            return !state.referrals.contains {
                $0.draft.person == person.id && $0.entered(.custodyReceived) != nil
                    && person.custody.current?.holder?.institution == $0.draft.institution
            }
        }.map(\.id)
    }

    /// A receiver does not learn that there are other referrals.
    private func checkIsTheirs(_ referral: Referral) throws(Refusal) {
        if relation == .owner { return }
        guard referral.isAddressed(to: acting), referral.wasTold else { throw .unknown }
    }

    /// Whether the referral stands where the verb would bring it, with the same words.
    func isAlreadySo(_ verb: ReferralVerb, _ referral: Referral) -> Bool {
        switch verb {
        case .call(let answered):
            isDoubleTap(referral.calls.last.flatMap { $0.answered == answered ? $0.moment : nil })
        case .send(let channel): referral.hops.contains { $0.state == .sent && $0.channel == channel }
        case .deliver: referral.hops.contains { $0.state == .delivered }
        case .acknowledge(let proof, _):
            // The sealed name differs with every try, so the envelope is not compared.
            referral.proof.map { $0.kind == proof.kind && $0.institution == proof.institution } ?? false
        case .accept: referral.state == .accepted
        case .reject(let reason, let suggested):
            referral.state == .rejected && referral.reason == reason && referral.suggested == suggested
        case .hold(let reason, let review):
            referral.state == .onHold && referral.reason == reason && referral.heldUntil == review
        case .resume:
            referral.state.isOpen && referral.state != .onHold
                && referral.hops.contains { $0.state == .onHold }
        case .recall(let reason): referral.state == .recalled && referral.reason == reason
        case .receiveCustody: referral.state == .custodyReceived
        case .complete(let evidence): referral.state == .done && referral.evidence == evidence
        }
    }

    private func event(of verb: ReferralVerb, _ referral: Referral) throws(Refusal) -> ReferralEvent {
        switch verb {
        case .call(let answered): return .called(answered: answered)
        case .send(let channel): return .sent(channel)
        case .deliver(let channel): return .delivered(channel)
        case .acknowledge(let proof, let channel):
            try check(proof, referral)
            return .acknowledged(proof, channel)
        case .accept: return .accepted
        case .reject(let reason, let suggested):
            try code(reason, of: .rejections)
            if let suggested { try checkMayKnow(suggested, "suggested") }
            return .rejected(reason: reason, suggested: suggested)
        case .hold(let reason, let review):
            try code(reason, of: .holds)
            try check(review, within: Self.longestHoldDays, "review")
            return .held(reason: reason, review: review)
        case .resume: return .resumed
        case .recall(let reason):
            try code(reason, of: .recalls)
            return .recalled(reason: reason)
        case .receiveCustody(let post):
            try word(post, "post")
            return .custodyReceived(post: post)
        case .complete(let evidence):
            try check(evidence)
            return .done(evidence)
        }
    }

    /// The proof must be one that this side can have: nobody signs for another.
    private func check(_ proof: Proof, _ referral: Referral) throws(Refusal) {
        let isOfReceiver = proof.institution == referral.draft.institution
        let kinds: Set<Proof.Kind> =
            if relation == .owner {
                [.spokenCode, .signature]
            } else {
                acting.account == .link ? [.link] : [.account]
            }
        guard isOfReceiver, kinds.contains(proof.kind) else { throw .notAWord(field: "proof") }
        guard (1...Self.longestProof).contains(proof.person.bytes.count) else {
            throw .tooLong(field: "proof")
        }
    }

    private static let longestHoldDays: Int64 = 30
    /// In bytes of the sealed envelope.
    private static let longestProof = 4_096
}
