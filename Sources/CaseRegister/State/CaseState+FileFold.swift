import ReferralDomain

extension CaseState {
    mutating func apply(_ event: FileEvent, at moment: Moment) {
        switch event {
        case .claimed(let unit, let municipality):
            self.unit = unit
            self.municipality = municipality
            owner = moment.actor
            claimed = moment
        case .handedOver(_, let next): owner = next
        case .factSettled(let fact, let value): settledFacts[fact] = value
        case .merged(let other): mergedInto = other
        case .personAdded(let id, let age): add(id, age: age, at: moment)
        case .ladderClimbed(let obligation, let rung): climb(obligation, to: rung, at: moment)
        case .obligationPaused(let obligation, let reason, let until):
            let former = pauses[obligation]
            let isReflection = former?.reason == Pause.reflection
            let lasted = lasted(former, at: moment)
            pauses[obligation] = Pause(
                reason: reason, from: moment, until: until,
                earlierMilliseconds: (former?.earlierMilliseconds ?? 0) + (isReflection ? 0 : lasted),
                reflectedMilliseconds: (former?.reflectedMilliseconds ?? 0) + (isReflection ? lasted : 0))
        case .obligationResumed(let obligation): pauses[obligation]?.ended = moment.registered
        case .wordReceived(let obligation): lastWord[obligation] = moment.happened
        case .glassBroken(let by, let unit, let second, let reason, let until):
            brokenGlass.append(
                BrokenGlass(
                    by: by, unit: unit, approvedBy: second, reason: reason, opened: moment, until: until))
        case .glassReviewed(let by, _):
            guard let index = brokenGlass.firstIndex(where: { $0.by == by && $0.reviewed == nil }) else {
                return
            }
            brokenGlass[index].reviewed = moment
        case .closingAsked(let reason, let by): closing = Closing(reason: reason, by: by)
        case .closed: closed = moment
        case .reopened:
            closing = nil
            closed = nil
        }
    }

    /// Custody is counted from the first sighting on, or from the day that the person was added where that
    /// is said to lie before it.
    private mutating func add(_ id: PersonID, age: PersonAge, at moment: Moment) {
        guard person(id) == nil else { return }
        var person = PersonState(id: id, age: age, at: moment)
        let start = opened.map { $0.happened < moment.happened ? $0 : moment } ?? moment
        person.custody = CustodyLedger(from: start)
        people.append(person)
    }

    private mutating func climb(_ obligation: String, to rung: Rung, at moment: Moment) {
        let climbs = rungs[obligation, default: []]
        guard !climbs.contains(where: { $0.rung == rung }) else { return }
        rungs[obligation] = climbs + [Climb(rung: rung, moment: moment)]
    }

    /// How long a pause has lasted until now, in milliseconds of registered time: one that is declared backwards
    /// stops nothing.
    private func lasted(_ pause: Pause?, at moment: Moment) -> Int64 {
        guard let pause else { return 0 }
        let end = min(pause.ended ?? pause.until, moment.registered).millisecondsSinceEpoch
        return max(0, end - pause.from.registered.millisecondsSinceEpoch)
    }
}
