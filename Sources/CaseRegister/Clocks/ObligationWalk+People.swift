import ReferralDomain

extension ObligationWalk {
    /// What is owed to or about one person.
    mutating func add(_ person: PersonState) {
        let released = person.released
        let receiver = receiver(of: person)
        addCustody(of: person, released)
        addRights(of: person, receiver, released)
        addDuties(of: person, receiver, released)
        addStops(of: person)
        addGoals(of: person, released)
    }

    /// Nobody answers for a person who was there: the alarm of the control centre.
    private mutating func addCustody(of person: PersonState, _ released: Set<String>) {
        guard person.custody.current == nil, state.fact("victim-present") != "no",
            !released.contains("custody")
        else { return }
        let start = person.custody.spans.last.map { ($0.holder == nil ? $0.from : $0.to ?? $0.from).happened }
        add(
            .custody, id: Self.id("custody", person.id.text),
            of: owner(rules.centre, unit: state.unit, person: person.id), subject: "custody",
            from: start ?? person.added.happened)
    }

    /// Owed until the person was told and understood.
    private mutating func addRights(
        of person: PersonState, _ receiver: Obligation.Owner, _ released: Set<String>
    ) {
        guard !released.contains("rights"), !person.rightsTold.contains(where: \.understood) else { return }
        add(
            .rights, id: Self.id("rights", person.id.text), of: receiver, subject: "explain-rights",
            from: person.added.happened)
    }

    private mutating func addDuties(
        of person: PersonState, _ receiver: Obligation.Owner, _ released: Set<String>
    ) {
        for duty in rules.duties where !released.contains(duty.id) && holds(duty.condition) {
            let owner = owner(of: duty, person, receiver)
            if duty.months.isEmpty {
                if person.dutiesDone.contains(where: { $0.duty == duty.id }) { continue }
                add(
                    .duty, id: Self.id(duty.id, person.id.text), of: owner, subject: duty.id,
                    from: person.added.happened)
            } else {
                addMonitoring(duty, of: person, owner)
            }
        }
    }

    /// One obligation for each month of the cadence that nobody has followed up; each ends on its day.
    private mutating func addMonitoring(
        _ duty: ProtocolRules.DutyRule, of person: PersonState, _ owner: Obligation.Owner
    ) {
        let start = person.added.happened
        let day = LimaTime(start).date
        for month in duty.months where !person.monitored.contains(where: { $0.month == month }) {
            add(
                .monitor, id: Self.id("monitor-\(month)", person.id.text), of: owner, subject: duty.id,
                Ends(start: start, target: WorkingDays.end(ofMonth: month, after: day)))
        }
    }

    /// Each receiver of what was withdrawn owes the confirmation that it stopped.
    private mutating func addStops(of person: PersonState) {
        for consent in person.consents
        where consent.answer == .withdrawn && !consent.confirmedBy.contains(consent.recipient) {
            let unit = state.referrals.last { $0.draft.institution == consent.recipient }?.draft.unit
            let subject = "stop-\(consent.purpose.rawValue).\(person.id.text.prefix(8))"
            add(
                .stop, id: Self.id(subject, String(consent.recipient.prefix(40))),
                of: owner(consent.recipient, unit: unit, person: person.id),
                subject: consent.purpose.rawValue,
                from: consent.stopSince ?? consent.moment.happened)
        }
    }

    /// A goal of the plan is owed until the end of its day; one that was set again has its newest day.
    private mutating func addGoals(of person: PersonState, _ released: Set<String>) {
        var seen: Set<String> = []
        for goal in person.goals.reversed() where seen.insert(goal.goal).inserted && goal.met == nil {
            if released.contains(PersonState.releasedGoal(goal.goal)) { continue }
            add(
                .goal, id: Self.id("goal-\(goal.goal)", person.id.text),
                of: owner(goal.responsible, unit: unit(of: goal.responsible, for: person), person: person.id),
                subject: goal.goal,
                Ends(start: person.added.happened, target: WorkingDays.end(of: goal.due)))
        }
    }

    /// The unit of an institution that has to do with the person: the centre's own, the one that has the person, or
    /// the last to which a referral went that still gives it a part; nil where it has no accounts here.
    private func unit(of institution: String, for person: PersonState) -> UnitID? {
        if institution == rules.centre { return state.unit }
        if let holder = person.custody.current?.holder, holder.institution == institution, holder.unit != nil
        {
            return holder.unit
        }
        return state.referrals.last { referral in
            referral.draft.institution == institution && isAbout(person, referral) && referral.wasTold
                && referral.state != .recalled && referral.state != .rejected && !isStopped(referral)
        }?.draft.unit
    }

    private func holds(_ condition: ProtocolRules.DutyRule.Condition) -> Bool {
        switch condition {
        case .always: true
        case .abroad: state.fact("abroad") == "yes"
        case .foreign: state.fact("nationality") == "foreign"
        }
    }

    /// Who has the person: the holder, else the last that took a referral, else the control centre.
    private func receiver(of person: PersonState) -> Obligation.Owner {
        if let holder = person.custody.current?.holder {
            return owner(holder.institution, unit: holder.unit, person: person.id)
        }
        if let taken = state.referrals.last(where: {
            $0.isTaken && isAbout(person, $0) && !isStopped($0)
        }) {
            return owner(taken.draft.institution, unit: taken.draft.unit, person: person.id)
        }
        return owner(rules.centre, unit: state.unit, person: person.id)
    }

    /// The owner of a duty that has taken a referral, else the first; the group means whoever has the person.
    private func owner(
        of duty: ProtocolRules.DutyRule, _ person: PersonState, _ receiver: Obligation.Owner
    ) -> Obligation.Owner {
        guard let first = duty.owners.first, first != Self.receivers else { return receiver }
        let taken = state.referrals.last {
            $0.isTaken && isAbout(person, $0) && duty.owners.contains($0.draft.institution)
                && !isStopped($0)
        }
        guard let taken else { return owner(first, person: person.id) }
        return owner(taken.draft.institution, unit: taken.draft.unit, person: person.id)
    }

    /// Whether an adult took back the agreement that a referral stood on: its receiver owes nothing but the stop.
    private func isStopped(_ referral: Referral) -> Bool {
        guard let purpose = ConsentPolicy.purpose(of: referral.draft.step, under: rules) else { return false }
        return state.people.contains { person in
            isAbout(person, referral) && !person.age.countsAsChild
                && person.consent(purpose, to: referral.draft.institution)?.answer == .withdrawn
        }
    }

    private func isAbout(_ person: PersonState, _ referral: Referral) -> Bool {
        referral.draft.person == nil || referral.draft.person == person.id
    }

    /// The group of the catalogue that stands for every body that took the case.
    private static let receivers = "receiving-institutions"
}
