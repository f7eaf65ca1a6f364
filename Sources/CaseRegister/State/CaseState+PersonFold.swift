extension CaseState {
    mutating func apply(_ event: PersonEvent, to id: PersonID, at moment: Moment) {}
}
