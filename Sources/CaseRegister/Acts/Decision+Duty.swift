extension Decision {
    /// The nine duties: done with evidence, followed up, or released by two persons.
    func duty(_ verb: PersonVerb, for person: PersonState) throws(Refusal) -> [PersonEvent] {
        if case .doDuty(let duty, let evidence) = verb {
            try checkIsDuty(duty)
            // A duty with a cadence is done visit by visit: a paper for the whole of it would settle nothing.
            guard rules.duties.contains(where: { $0.id == duty && $0.months.isEmpty }) else {
                throw .notNow(nil)
            }
            try check(evidence)
            let stands = person.dutiesDone.contains { $0.duty == duty && $0.evidence == evidence }
            return stands ? [] : [.dutyDone(duty: duty, evidence)]
        }
        if case .monitor(let month, let evidence) = verb {
            guard Self.months.contains(month) else { throw .notAWord(field: "month") }
            try checkHolds(month, of: person)
            try check(evidence)
            let stands = person.monitored.contains { $0.month == month && $0.evidence == evidence }
            return stands ? [] : [.monitored(month: month, evidence)]
        }
        if case .askRelease(let duty, let reason) = verb {
            return try askRelease(of: duty, because: reason, for: person)
        }
        guard case .release(let duty, let reason) = verb else { return [] }
        return try release(duty, because: reason, for: person)
    }

    /// Whoever sees only the clocks of a case records only the visits that its own institution owes.
    private func checkHolds(_ month: Int, of person: PersonState) throws(Refusal) {
        guard relation == .coordinator else { return }
        let isDone = person.monitored.contains { $0.month == month }
        let isOwn = rules.duties.contains {
            $0.months.contains(month) && $0.owners.contains(acting.institution)
        }
        guard isDone || isOwn else { throw .notNow(nil) }
    }

    private func askRelease(
        of duty: String, because reason: String, for person: PersonState
    ) throws(Refusal) -> [PersonEvent] {
        try checkIsReleasable(duty, for: person)
        try code(reason, of: .releases)
        let stands = person.releases.contains { $0.duty == duty && $0.reason == reason }
        return stands ? [] : [.releaseAsked(duty: duty, reason: reason, by: acting.account)]
    }

    /// The second person must give the same legal reason as the first.
    private func release(
        _ duty: String, because reason: String, for person: PersonState
    ) throws(Refusal) -> [PersonEvent] {
        try checkIsReleasable(duty, for: person)
        try code(reason, of: .releases)
        let asked = person.releases.last { $0.duty == duty && $0.reason == reason }
        guard let asked else { throw .notNow(nil) }
        if asked.grantedBy != nil { return [] }
        guard asked.askedBy != acting.account else { throw .samePerson }
        return [.dutyReleased(duty: duty, reason: reason, by: acting.account)]
    }

    private func checkIsDuty(_ duty: String) throws(Refusal) {
        guard rules.duties.contains(where: { $0.id == duty }) else { throw .notAWord(field: "duty") }
    }

    private func checkIsReleasable(_ duty: String, for person: PersonState) throws(Refusal) {
        let isGoal = person.goals.contains { PersonState.releasedGoal($0.goal) == duty }
        if !isGoal, !PersonState.loopDuties.contains(duty) { try checkIsDuty(duty) }
    }

    /// The cadence of the follow-ups (manual, section 2).
    private static let months: Set<Int> = [1, 3, 6, 12]
}
