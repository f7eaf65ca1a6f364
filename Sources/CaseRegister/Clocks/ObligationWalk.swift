import ReferralDomain

/// Walks through a case once and collects what is owed.
struct ObligationWalk {
    let state: CaseState
    let rules: ProtocolRules
    let opened: Moment
    /// The day of the facts in Lima: a case keeps the law of that day.
    let factDay: PlainDate
    let days: WorkingDays
    var found: [Obligation] = []

    init(_ state: CaseState, under rules: ProtocolRules, opened: Moment) {
        self.state = state
        self.rules = rules
        self.opened = opened
        factDay = LimaTime(state.happened ?? opened.happened).date
        days = WorkingDays(rules.calendar)
        found.reserveCapacity(4 + 2 * state.referrals.count + 16 * state.people.count)
    }

    /// The control centre, which answers for what no institution has taken yet.
    var centre: Obligation.Owner { owner(rules.centre, unit: state.unit) }

    func owner(
        _ institution: String, unit: UnitID? = nil, person: PersonID? = nil, referral: ReferralID? = nil
    ) -> Obligation.Owner {
        Obligation.Owner(institution, unit: unit, person: person, referral: referral)
    }

    mutating func addClaim() {
        guard state.claimed == nil else { return }
        add(.claim, id: "claim", of: centre, subject: "claim", from: opened.registered)
    }

    /// Owed by the body whose privacy officer looks at it: a control centre would judge itself.
    mutating func addGlass() {
        for (number, glass) in state.brokenGlass.enumerated() where glass.reviewed == nil {
            add(
                .glass, id: "glass-\(number + 1)", of: owner(rules.dataKeeper), subject: "glass",
                from: glass.opened.registered)
        }
    }

    /// An obligation whose only end is our own goal for its kind.
    mutating func add(
        _ kind: Obligation.Kind, id: String, of owner: Obligation.Owner, subject: String, from start: Instant
    ) {
        let target = rules.ladder.goals[kind].map { start.adding(milliseconds: $0) }
        add(kind, id: id, of: owner, subject: subject, Ends(start: start, target: target))
    }

    mutating func add(
        _ kind: Obligation.Kind, id: String, of owner: Obligation.Owner, subject: String, _ ends: Ends
    ) {
        let pause = state.pauses[id]
        let shift = pause?.milliseconds(for: kind) ?? 0
        let legalShift = pause?.legalMilliseconds(for: kind) ?? 0
        let clock = Obligation.ClockReading(
            rule: ends.rule, start: ends.start, legalDue: ends.legal?.adding(milliseconds: legalShift),
            targetDue: ends.target?.adding(milliseconds: shift), pausedUntil: pause?.runningUntil(for: kind))
        let climbs = state.rungs[id] ?? []
        let last = climbs.map(\.rung).max()
        found.append(
            Obligation(
                id: id, kind: kind, owner: owner, subject: subject, clock: clock, climbed: last,
                nextRung: nextRung(
                    kind, of: owner.institution, after: last, clock, quiet: ends.quiet(after: climbs, shift)))
        )
    }

    /// The rung above the last one and when it comes: after the end of the term, or earlier after a silence.
    private func nextRung(
        _ kind: Obligation.Kind, of institution: String, after last: Rung?, _ clock: Obligation.ClockReading,
        quiet: Instant?
    ) -> Obligation.Due? {
        guard let next = state.rung(after: last, of: institution, under: rules),
            let delays = rules.ladder.rungs[kind], delays.count >= next.rawValue
        else { return nil }
        let due = [clock.legalDue, clock.targetDue].compactMap(\.self).min()
        // Where rungs are left out, the one above them comes when the first of them would.
        let place = last?.rawValue ?? 0
        let late = due?.adding(milliseconds: delays[place])
        guard let first = [late, quiet].compactMap(\.self).min() else { return nil }
        return Obligation.Due(next, at: max(first, clock.pausedUntil ?? first))
    }

    /// An id of the journal's form: at most 64 characters, the subject's first.
    static func id(_ subject: String, _ record: String) -> String {
        let room = Word.longest - record.utf8.count - 1
        return "\(subject.utf8.count <= room ? subject : String(subject.prefix(room))).\(record)"
    }

    /// The start and both ends of a clock before pauses.
    struct Ends {
        var rule: String?
        let start: Instant
        var legal: Instant?
        var target: Instant?
        /// Since when the one who owes it is silent, and how long that may last; nil where silence does not matter.
        var silence: (since: Instant, milliseconds: Int64)?

        /// When silence has lasted too long. A rung that was climbed begins the wait anew.
        func quiet(after climbs: [CaseState.Climb], _ shift: Int64) -> Instant? {
            guard let silence else { return nil }
            let since = climbs.map(\.moment.registered).max().map { max($0, silence.since) } ?? silence.since
            return since.adding(milliseconds: silence.milliseconds + shift)
        }
    }
}

extension CaseState.Pause {
    /// How long a term of the law has stood still in all; what was written against the rules stops nothing.
    func legalMilliseconds(for kind: Obligation.Kind) -> Int64 {
        kind.canPause ? earlierMilliseconds + (reason == Self.reflection ? 0 : lasted) : 0
    }

    /// How long this clock has stood still in all, in milliseconds.
    func milliseconds(for kind: Obligation.Kind) -> Int64 {
        guard kind.canPause(because: Self.reflection) else { return legalMilliseconds(for: kind) }
        return earlierMilliseconds + reflectedMilliseconds + lasted
    }

    /// Until when the clock stands still; nil where somebody ended the pause, or it stops nothing.
    func runningUntil(for kind: Obligation.Kind) -> Instant? {
        ended == nil && kind.canPause(because: reason) ? until : nil
    }

    /// How long the last pause lasts; one that nobody ended ends by itself.
    private var lasted: Int64 {
        let end = min(ended ?? until, until)
        return max(0, end.millisecondsSinceEpoch - from.registered.millisecondsSinceEpoch)
    }
}
