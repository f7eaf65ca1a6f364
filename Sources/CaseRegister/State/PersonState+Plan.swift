public import ReferralDomain

extension PersonState {
    /// Takes in what was done for the person: rights, retellings, goals, duties, follow-ups, releases.
    mutating func assist(_ event: PersonEvent, at moment: Moment) {
        if case .rightsTold(let language, let institution, let understood) = event {
            rightsTold.append(
                RightsTold(
                    language: language, institution: institution, understood: understood, moment: moment))
        } else if case .retold(let institution, let reason) = event {
            retold.append(Retelling(institution: institution, reason: reason, moment: moment))
        } else if case .goalSet(let goal, let responsible, let due) = event {
            goals.removeAll { $0.goal == goal }
            goals.append(Goal(goal: goal, responsible: responsible, due: due))
        } else if case .goalMet(let goal) = event {
            guard let index = goals.firstIndex(where: { $0.goal == goal }) else { return }
            goals[index].met = goals[index].met ?? moment
        } else if case .dutyDone(let duty, let evidence) = event {
            dutiesDone.append(DutyProof(duty: duty, evidence: evidence, moment: moment))
        } else if case .monitored(let month, let evidence) = event {
            monitored.append(Monitoring(month: month, evidence: evidence, moment: moment))
        } else {
            release(event, at: moment)
        }
    }

    private mutating func release(_ event: PersonEvent, at moment: Moment) {
        if case .releaseAsked(let duty, let reason, let by) = event {
            releases.removeAll { $0.duty == duty && $0.grantedBy == nil }
            releases.append(Release(duty: duty, reason: reason, askedBy: by, moment: moment))
        } else if case .dutyReleased(let duty, let reason, let by) = event {
            let asked = releases.lastIndex { $0.duty == duty && $0.reason == reason && $0.grantedBy == nil }
            guard let asked else { return }
            releases[asked].grantedBy = by
            releases[asked].moment = moment
        }
    }

    /// The answer to a purpose and a recipient; nil while nobody has asked.
    public func consent(_ purpose: Purpose, to recipient: String) -> Consent? {
        consents.first { $0.purpose == purpose && $0.recipient == recipient }
    }
}

extension PersonState.Reflection {
    /// Whether nobody may ask for a statement at this moment.
    public func isRunning(at now: Instant) -> Bool { endedEarly == nil && now < until }
}
