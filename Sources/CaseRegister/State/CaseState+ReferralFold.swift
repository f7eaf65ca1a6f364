extension CaseState {
    mutating func apply(_ event: ReferralEvent, to id: ReferralID, at moment: Moment) {}
}
