import ReferralDomain

extension Decision {
    /// Rights, retellings and goals.
    func plan(_ verb: PersonVerb, for person: PersonState) throws(Refusal) -> [PersonEvent] {
        if case .tellRights(let language, let teller, let understood) = verb {
            return try tellRights(
                in: language, by: teller ?? acting.institution, understood: understood, to: person)
        }
        if case .countRetelling(let institution, let reason) = verb {
            try word(institution, "institution")
            try code(reason, of: .retellings)
            let last = person.retold.last { $0.institution == institution && $0.reason == reason }
            return isDoubleTap(last?.moment) ? [] : [.retold(to: institution, reason: reason)]
        }
        if case .setGoal(let goal, let responsible, let due) = verb {
            return try setGoal(goal, responsible: responsible, due: due, for: person)
        }
        guard case .meetGoal(let goal) = verb else { return [] }
        guard let known = person.goals.first(where: { $0.goal == goal }) else {
            throw .notAWord(field: "goal")
        }
        return known.met == nil ? [.goalMet(goal: goal)] : []
    }

    /// An institution speaks only for itself; the owner writes down who told them. Told again is another telling.
    private func tellRights(
        in language: String, by teller: String, understood: Bool, to person: PersonState
    ) throws(Refusal) -> [PersonEvent] {
        try code(language, of: .languages, "language")
        if teller != acting.institution {
            guard relation == .owner else { throw .notNow(nil) }
            try checkMayKnow(teller, "institution")
        }
        let last = person.rightsTold.last {
            $0.language == language && $0.institution == teller && $0.understood == understood
        }
        if isDoubleTap(last?.moment) { return [] }
        return [.rightsTold(language: language, byInstitution: teller, understood: understood)]
    }

    private func setGoal(
        _ goal: String, responsible: String, due: PlainDate, for person: PersonState
    ) throws(Refusal) -> [PersonEvent] {
        try code(goal, of: .goals, "goal")
        try checkMayKnow(responsible, "responsible")
        guard due >= today else { throw .declaredTime }
        guard due.daysSinceEpoch <= today.daysSinceEpoch + Self.longestGoalDays else {
            throw .tooLong(field: "due")
        }
        let stands = person.goals.contains {
            $0.goal == goal && $0.responsible == responsible && $0.due == due
        }
        return stands ? [] : [.goalSet(goal: goal, responsible: responsible, due: due)]
    }

    private static let longestGoalDays = 5 * 366
}
