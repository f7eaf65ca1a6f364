public import ReferralDomain

extension ObligationWalk {
    /// What a referral asks of whoever has the next act.
    mutating func add(_ referral: Referral) {
        let draft = referral.draft
        let receiver = owner(draft.institution, unit: draft.unit, person: draft.person, referral: referral.id)
        let record = referral.id.text
        switch referral.state {
        case .called, .sent, .delivered:
            guard let told = referral.told else { return }
            add(
                .acknowledge, id: Self.id("acknowledge", record), of: receiver, subject: draft.step,
                from: referral.start(since: told))
        case .acknowledged:
            guard let acknowledged = referral.firstEntered(.acknowledged) else { return }
            add(
                .accept, id: Self.id("accept", record), of: receiver, subject: draft.step,
                from: referral.start(since: acknowledged))
        case .accepted, .custodyReceived: addService(referral, of: receiver)
        case .onHold:
            guard let held = referral.entered(.onHold) else { return }
            // Whoever set the pause looks at it again; before anybody has acknowledged that can only be the sender.
            let sender = owner(
                rules.centre, unit: state.unit, person: draft.person, referral: referral.id)
            add(
                .review, id: Self.id("review", record), of: referral.isHeldBySender ? sender : receiver,
                subject: draft.step,
                Ends(start: held.happened, target: referral.heldUntil))
        case .rejected: addReroute(referral)
        case .drafted, .done, .recalled: break
        }
    }

    /// The service itself: the term of the law runs from when the receiver was told.
    ///
    /// Where neither law nor goal gives an end, only silence counts. A rule that binds whoever tells, and not whoever
    /// is told, such as D-01, is no term of the receiver.
    private mutating func addService(_ referral: Referral, of receiver: Obligation.Owner) {
        guard let told = referral.told,
            let accepted = referral.entered(.accepted) ?? referral.hops.last?.moment
        else { return }
        let draft = referral.draft
        let id = Self.id("serve", referral.id.text)
        let bound = rules.toldSteps.contains(draft.step) ? nil : draft.deadline
        var ends = ends(of: bound, from: told.happened)
        let words = [state.lastWord[id], accepted.happened, referral.holds.last?.ended].compactMap(\.self)
        let heard = words.max() ?? accepted.happened
        let patience = rules.ladder.keepInLoopMilliseconds
        ends.silence = (heard, patience)
        if ends.legal == nil, ends.target == nil { ends.target = heard.adding(milliseconds: patience) }
        add(.serve, id: id, of: receiver, subject: draft.step, ends)
    }

    /// A rejected referral leaves the control centre to find another receiver, until it has drafted one that stands or
    /// two persons released the search. Where the next one said no too, the search goes on from there; a recalled one
    /// ends nothing, unless the person herself took back what it stood on.
    private mutating func addReroute(_ referral: Referral) {
        guard let position = state.referrals.lastIndex(where: { $0.id == referral.id }),
            let rejected = referral.entered(.rejected)
        else { return }
        let draft = referral.draft
        let isReplaced = state.referrals[(position + 1)...].contains {
            $0.draft.step == draft.step && ($0.draft.person ?? draft.person) == draft.person
                && ($0.state != .recalled || $0.reason == ConsentPolicy.withdrawn)
        }
        let about = state.people.filter { draft.person == nil || $0.id == draft.person }
        let isReleased =
            !about.isEmpty && about.allSatisfy { $0.released.contains(PersonState.reroute) }
        if isReplaced || isReleased { return }
        add(
            .reroute, id: Self.id("reroute", referral.id.text),
            of: owner(rules.centre, unit: state.unit, person: draft.person, referral: referral.id),
            subject: draft.step, from: rejected.happened)
    }

    /// Both ends that a rule of time gives, in the version of the day of the facts.
    func ends(of id: String?, from start: Instant) -> Ends {
        guard let id, let rule = rules.timeRules[id] else { return Ends(rule: id, start: start) }
        let term = rule.version(on: factDay)?.term
        return Ends(
            rule: id, start: start, legal: term.map { days.end(of: $0, from: start) },
            target: rule.targetMilliseconds.map { start.adding(milliseconds: $0) })
    }
}

extension Referral {
    /// When the receiver was first told, by voice or otherwise; nil while it is a draft.
    public var told: Moment? {
        hops.first { $0.state == .called || $0.state == .sent || $0.state == .delivered }?.moment
    }

    /// Whether it is the sender who paused it: before anybody has acknowledged, nobody else can.
    var isHeldBySender: Bool {
        heldFrom?.precedesAcknowledgement ?? false
    }

    /// How long it stood still within a time, in milliseconds of registered time.
    public func heldMilliseconds(from start: Instant, to end: Instant) -> Int64 {
        holds.reduce(0) { sum, hold in
            let first = max(hold.began, start).millisecondsSinceEpoch
            let last = min(hold.ended ?? end, end).millisecondsSinceEpoch
            return sum + max(0, last - first)
        }
    }

    /// From when a clock counts that began at a moment: as much later as it stood still since, so that nobody is late
    /// by a pause.
    func start(since moment: Moment) -> Instant {
        let ended = holds.last?.ended ?? moment.happened
        return moment.happened.adding(milliseconds: heldMilliseconds(from: moment.happened, to: ended))
    }

    /// Whether the receiver has taken it, now or before it was done.
    var isTaken: Bool {
        switch state {
        case .accepted, .custodyReceived, .done: true
        case .drafted, .called, .sent, .delivered, .acknowledged, .onHold, .rejected, .recalled: false
        }
    }
}
