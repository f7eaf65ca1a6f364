extension CaseState {
    /// Takes one event in. It never throws, never looks at a clock and never refuses: what happened, happened.
    public mutating func apply(_ event: CaseEvent, at moment: Moment) {
        version += 1
        switch event {
        case .sightingReported(let report, let reference):
            self.reference = reference
            opened = moment
            stand(report)
        case .sightingAmended(let report): stand(report)
        case .file(let event): apply(event, at: moment)
        case .referral(let id, let event): apply(event, to: id, at: moment)
        case .person(let id, let event): apply(event, to: id, at: moment)
        }
    }
}
