extension CaseState {
    mutating func apply(_ event: ReferralEvent, to id: ReferralID, at moment: Moment) {
        if case .drafted(let draft) = event {
            if referral(id) == nil { referrals.append(Referral(id: id, draft: draft, at: moment)) }
            return
        }
        guard let index = referrals.firstIndex(where: { $0.id == id }) else { return }
        referrals[index].apply(event, at: moment)
    }
}
