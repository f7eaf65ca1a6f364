import ReferralDomain

extension CaseState {
    /// How many reports it has, those set aside among them; more than one means that it was corrected.
    public var reports: Int { earlier.count + (standing == nil ? 0 : 1) }

    /// Whether anybody still has to do something about it here.
    public var isOpen: Bool { closed == nil && mergedInto == nil }

    /// What the lists show of this case; nil where nobody has reported it.
    public func rows(of id: CaseID, under rules: ProtocolRules) -> CaseRows? {
        guard let reference, let opened, let standing else { return nil }
        let owed = obligations(under: rules)
        var about = QueueRow.About(
            reference: reference, version: version, level: standing.level, harm: harm,
            opened: opened.registered)
        about.municipality = municipality
        about.district = standing.district
        about.owner = owner
        about.people = people.isEmpty ? standing.people.atLeast : people.count
        about.isOpen = isOpen
        about.isUnderDuress = isUnderDuress
        let next = owed.min { ($0.end ?? .never) < ($1.end ?? .never) }
        return CaseRows(
            queue: QueueRow(id, about, next: next.map(QueueRow.NextAct.init)),
            standsIn: queue(standing, under: rules), reports: reports,
            reporter: opened.actor == .street ? nil : opened.actor,
            obligations: owed.map { obligation in
                let isWithheld = isImplicated(obligation.institution, under: rules)
                var row = ObligationRow(
                    case: id, reference, version: version, municipality: municipality, harm: harm,
                    obligation: isWithheld ? obligation.withoutUnit() : obligation)
                row.hasChild = hasChild
                row.isWithheld = isWithheld
                return row
            },
            referrals: referrals.filter { !isImplicated($0.draft.institution, under: rules) }
                .compactMap { row(of: $0, in: id, reference, owed: owed) },
            place: place(of: standing, opened: opened, under: rules))
    }

    /// The queue in which it stands; where the centre is implicated, one that it does not read.
    private func queue(_ standing: StreetReport, under rules: ProtocolRules) -> String {
        let municipality = municipality ?? Territory.municipality(ofDistrict: standing.district)
        let isReserved = isImplicated(rules.centre, under: rules)
        return isReserved ? Territory.reservedQueue(of: municipality) : municipality
    }

    private func row(
        of referral: Referral, in id: CaseID, _ reference: CaseReference, owed: [Obligation]
    ) -> CaseRows.ReferralRow? {
        guard referral.hops.contains(where: { $0.state != .drafted && $0.state != .recalled }) else {
            return nil
        }
        let due = owed.filter { $0.referral == referral.id }.compactMap(\.due).min()
        var row = CaseRows.ReferralRow(
            institution: referral.draft.institution, unit: referral.draft.unit,
            inbox: InboxRow(case: id, reference, of: referral, due: due),
            ended: referral.state.isOpen ? nil : referral.hops.last?.moment.registered)
        let acknowledged = referral.hops.first { $0.state == .acknowledged }
        if let told = referral.told, let acknowledged {
            row.acknowledged = .init(at: acknowledged.moment.happened, after: told.happened)
        }
        return row
    }

    /// A sighting that was merged counts once, in the case that goes on. Where an authority is implicated it
    /// counts nowhere: the police and the control centre read this list, and those implicated with them.
    private func place(
        of standing: StreetReport, opened: Moment, under rules: ProtocolRules
    ) -> CaseRows.Place? {
        let implicated = fact("official-implicated").flatMap { rules.implicated[$0] } ?? []
        guard mergedInto == nil, implicated.isEmpty, fact(Self.presence) == "no",
            let district = standing.district
        else { return nil }
        return CaseRows.Place(district: district, at: standing.claimedAt ?? opened.happened)
    }

    private static let presence = "victim-present"
}

extension PeopleCount {
    /// The least number of people that it says; none where nobody knows.
    fileprivate var atLeast: Int {
        switch self {
        case .unknown: 0
        case .one: 1
        case .two: 2
        case .threeOrMore: 3
        }
    }
}

extension Obligation {
    /// The same, in no list of the unit that owes it: nothing tells an implicated unit of a case.
    fileprivate func withoutUnit() -> Obligation {
        Obligation(
            id: id, kind: kind, owner: Owner(institution, person: person, referral: referral),
            subject: subject,
            clock: ClockReading(
                rule: rule, start: start, legalDue: legalDue, targetDue: targetDue, pausedUntil: pausedUntil),
            climbed: climbed, nextRung: nextRung)
    }
}

extension Instant {
    /// After everything.
    fileprivate static let never = Instant(millisecondsSinceEpoch: .max)
}

extension QueueRow.NextAct {
    /// What an obligation says in the row of its case.
    public init(_ obligation: Obligation) {
        self.init(
            kind: obligation.kind, institution: obligation.institution, subject: obligation.subject,
            clock: Clock(
                start: obligation.start, due: obligation.due, isPaused: obligation.pausedUntil != nil),
            climbed: obligation.climbed)
    }
}
