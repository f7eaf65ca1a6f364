import ReferralDomain

extension CaseState {
    /// The messages that an event asks for, of the case as it stands after it; none to a body that is implicated.
    public func notices(of event: CaseEvent, under rules: ProtocolRules) -> [Notice] {
        switch event {
        case .referral(let id, let event): notices(of: event, on: id, under: rules)
        case .file(.ladderClimbed(let obligation, let rung)):
            notices(of: rung, for: obligation, under: rules)
        case .person(let id, .consentWithdrawn(_, let recipient)):
            stops(for: recipient, about: id, under: rules)
        case .sightingReported, .sightingAmended, .file, .person: []
        }
    }

    private func notices(
        of event: ReferralEvent, on id: ReferralID, under rules: ProtocolRules
    ) -> [Notice] {
        guard let referral = referral(id) else { return [] }
        switch event {
        case .sent:
            // Sending it again by another channel is not another task.
            guard referral.hops.count(where: { $0.state == .sent }) == 1 else { return [] }
            return toReceiver(
                .task, referral, while: ObligationWalk.id("acknowledge", id.text), under: rules)
        case .recalled: return referral.wasTold ? toReceiver(.stop, referral, under: rules) : []
        case .rejected, .held, .resumed, .done: return answers(about: referral, under: rules)
        case .drafted, .called, .delivered, .undelivered, .acknowledged, .accepted, .custodyReceived:
            return []
        }
    }

    private func toReceiver(
        _ kind: NoticeKind, _ referral: Referral, while obligation: String? = nil, under rules: ProtocolRules
    ) -> [Notice] {
        guard let unit = referral.draft.unit, !isImplicated(referral.draft.institution, under: rules) else {
            return []
        }
        return [Notice(kind, to: .unit(unit), referral: referral.id, while: obligation)]
    }

    /// Whoever asked hears that there is an answer. A held-back centre is not told what it may not know.
    private func answers(about referral: Referral, under rules: ProtocolRules) -> [Notice] {
        guard let unit, !isImplicated(rules.centre, under: rules) else { return [] }
        return [Notice(.answer, to: .unit(unit))]
    }

    /// Everybody of that institution who was told about the person must stop, those who are done as well.
    private func stops(
        for recipient: String, about person: PersonID, under rules: ProtocolRules
    ) -> [Notice] {
        let told = referrals.filter {
            $0.wasTold && $0.draft.institution == recipient
                && ($0.draft.person == person || $0.draft.person == nil)
        }
        return told.flatMap { toReceiver(.stop, $0, under: rules) }
    }

    /// Rung by rung to whoever stands higher. An obligation that no unit owes has nobody to be written to,
    /// but for the control centre of the place, which answers for what nobody has taken.
    private func notices(
        of rung: Rung, for id: String, under rules: ProtocolRules
    ) -> [Notice] {
        guard let obligation = obligations(under: rules).first(where: { $0.id == id }) else { return [] }
        let isImplicated = isImplicated(obligation.institution, under: rules)
        func below(_ kind: NoticeKind, _ audience: NoticeAudience) -> [Notice] {
            guard !isImplicated, let recipient = recipient(of: obligation, under: rules) else { return [] }
            return [
                Notice(kind, to: recipient, audience: audience, referral: obligation.referral, while: id)
            ]
        }
        switch rung {
        case .reminder: return below(.reminder, .office)
        case .supervisor: return below(.overdue, .supervisor)
        case .superior: return below(.overdue, .superior)
        case .secretariat, .dossier:
            return [Notice(.overdue, to: .institution(Self.secretariat, municipality: nil), while: id)]
        }
    }

    private func recipient(of obligation: Obligation, under rules: ProtocolRules) -> Notice.Recipient? {
        if let unit = obligation.unit { return .unit(unit) }
        guard obligation.institution == rules.centre else { return nil }
        let place = municipality ?? Territory.municipality(ofDistrict: standing?.district)
        return .institution(rules.centre, municipality: place)
    }

    /// The technical secretariat of the Commission, the fourth rung (vocabulary §1).
    private static let secretariat = "commission-secretariat"
}
