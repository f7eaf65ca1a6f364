extension CaseState {
    mutating func apply(_ event: FileEvent, at moment: Moment) {}
}
