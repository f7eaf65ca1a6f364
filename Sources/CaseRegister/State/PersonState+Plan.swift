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

    /// What the loop itself owes to a person, which two persons can release like a duty: one who died has no custody,
    /// and for one who wants nothing more no other body is looked for.
    public static let loopDuties: [String] = ["custody", "rights", reroute]

    /// The word under which the search for another receiver is released.
    static let reroute = "reroute"

    /// The word under which a goal of the plan is released.
    public static func releasedGoal(_ goal: String) -> String { String("goal-\(goal)".prefix(Word.longest)) }

    /// What two persons have released.
    var released: Set<String> { Set(releases.filter { $0.grantedBy != nil }.map(\.duty)) }

    /// The answer to a purpose and a recipient; nil while nobody has asked.
    public func consent(_ purpose: Purpose, to recipient: String) -> Consent? {
        consents.first { $0.purpose == purpose && $0.recipient == recipient }
    }
}

extension PersonState {
    /// Whether the person took an agreement back from a recipient, and no danger to life passes over it now.
    func hasWithdrawn(_ purpose: Purpose, from recipient: String, at now: Instant) -> Bool {
        guard !age.countsAsChild, let consent = consent(purpose, to: recipient) else { return false }
        return consent.answer == .withdrawn && !consent.allows(at: now)
    }

    /// Whether the person said no to a recipient, or took a yes back, and nothing passes over it now.
    public func forbids(_ purpose: Purpose, to recipient: String, at now: Instant) -> Bool {
        guard !age.countsAsChild, let consent = consent(purpose, to: recipient) else { return false }
        switch consent.answer {
        case .refused, .withdrawn: return !consent.allows(at: now)
        case .given, .overridden: return false
        }
    }
}

extension PersonState.Consent {
    /// Whether this lets the recipient act for an adult now.
    ///
    /// What a danger to life allowed ends by itself, and what was written of a child says nothing of an adult.
    public func allows(at now: Instant) -> Bool {
        switch answer {
        case .given, .overridden(.legalDuty): true
        case .overridden(.child): false
        case .overridden(.vitalInterest), .refused, .withdrawn: isEmergency(at: now)
        }
    }

    /// Whether a danger to life passes over what the person said, or had not said, at this moment.
    public func isEmergency(at now: Instant) -> Bool { emergency.map { now < $0.until } ?? false }
}

extension PersonState.Consent.Emergency {
    /// One that begins when it was registered, whatever was declared: nobody makes it longer.
    init(at moment: Moment) {
        self.init(moment: moment, until: moment.registered.adding(milliseconds: Self.milliseconds))
    }

    private static let milliseconds: Int64 = 86_400_000
}

extension PersonState.Reflection {
    /// Whether nobody may ask for a statement at this moment.
    public func isRunning(at now: Instant) -> Bool { endedEarly == nil && now < until }
}
