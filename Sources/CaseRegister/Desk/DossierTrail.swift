import JSON
import ReferralDomain

/// The entries of one case that a dossier cites, each with its place and its hash in the chain of the case.
struct DossierTrail {
    private var entries: [(event: CaseEvent, moment: Moment, citation: JSON)] = []
    /// The hash of the last entry.
    private(set) var end = JournalChain.beginning

    init(_ history: [RecordedEvent], digest: @escaping Digest) {
        let chain = JournalChain(digest: digest)
        for recorded in history {
            end = chain.caseHash(of: JournalEntry(recorded), after: end)
            let citation = JSON.object([
                JSON.Member("version", .integer(Int64(recorded.version))), JSON.Member("hash", .string(end)),
            ])
            entries.append((recorded.event, recorded.moment, citation))
        }
    }

    /// Every rung that was climbed, in the order of the journal.
    var climbs: [JSON] {
        entries.compactMap { entry in
            guard case .file(.ladderClimbed(let obligation, let rung)) = entry.event else { return nil }
            return .object(
                [
                    JSON.Member("obligation", .string(obligation)),
                    JSON.Member("rung", .integer(Int64(rung.rawValue))),
                ]
                    + happened(entry.moment, entry.citation))
        }
    }

    /// One referral: each time that it was told or answered, and how long it was silent.
    func referral(_ referral: Referral, at now: Instant) -> JSON {
        var hops: [JSON] = []
        for entry in entries {
            guard case .referral(referral.id, let event) = entry.event else { continue }
            hops.append(.object(members(of: event) + happened(entry.moment, entry.citation)))
        }
        var members = [
            EventMembers.text("step", referral.draft.step),
            EventMembers.text("institution", referral.draft.institution),
        ]
        members += EventMembers.optional("rule", referral.draft.deadline)
        members.append(EventMembers.text("state", referral.state.rawValue))
        if let told = referral.told {
            let answered = (referral.firstEntered(.acknowledged) ?? referral.entered(.rejected))?.happened
            let end = answered ?? now
            // While it was on hold nobody waited for an answer.
            let held = referral.heldMilliseconds(from: told.happened, to: end)
            members.append(
                Self.minutes("silentMinutes", from: told.happened.adding(milliseconds: held), to: end))
        }
        return .object(members + [JSON.Member("hops", .array(hops))])
    }

    /// One duty that is late or that has climbed.
    func owed(_ obligation: Obligation, under rules: ProtocolRules, at now: Instant) -> JSON {
        var members = [
            EventMembers.text("obligation", obligation.id),
            EventMembers.text("kind", obligation.kind.rawValue),
            EventMembers.text("subject", obligation.subject),
            EventMembers.text("institution", obligation.institution),
        ]
        members += EventMembers.optional("rule", obligation.rule)
        members.append(Dossier.time("start", obligation.start))
        if let legal = obligation.legalDue { members.append(Dossier.time("legalDue", legal)) }
        if let target = obligation.targetDue { members.append(Dossier.time("targetDue", target)) }
        if let pause = obligation.pausedUntil { members.append(Dossier.time("pausedUntil", pause)) }
        if let due = obligation.due, due < now {
            members.append(Self.minutes("lateMinutes", from: due, to: now))
        }
        let reminders = climbs.filter { $0["obligation"]?.string == obligation.id }
        return .object(members + [JSON.Member("rungs", .array(reminders))])
    }

    /// What may be said of an event: who acknowledged stays sealed.
    private func members(of event: ReferralEvent) -> [JSON.Member] {
        let name = EventMembers.text("event", event.name)
        switch event {
        case .sent(let channel), .delivered(let channel), .undelivered(let channel):
            return [name, EventMembers.text("channel", channel.rawValue)]
        case .acknowledged(let proof, let channel):
            return [
                name, EventMembers.text("channel", channel.rawValue),
                EventMembers.text("proof", proof.kind.rawValue),
            ]
        case .called(let answered): return [name, JSON.Member("answered", .boolean(answered))]
        case .rejected(let reason, _), .held(let reason, _), .recalled(let reason):
            return [name, EventMembers.text("reason", reason)]
        case .drafted, .accepted, .resumed, .custodyReceived, .done: return [name]
        }
    }

    /// Both times and where the journal has it.
    private func happened(_ moment: Moment, _ citation: JSON) -> [JSON.Member] {
        var members = [Dossier.time("registered", moment.registered)]
        if let declared = moment.declared { members.append(Dossier.time("declared", declared)) }
        return members + [JSON.Member("entry", citation)]
    }

    private static func minutes(_ key: String, from start: Instant, to end: Instant) -> JSON.Member {
        let milliseconds = end.millisecondsSinceEpoch - start.millisecondsSinceEpoch
        return JSON.Member(key, .integer(max(0, milliseconds / 60_000)))
    }
}
