import CaseRegister
import ReferralDomain

extension QueueRow {
    /// The columns that a row is read from.
    static let columns: SharedSQL = """
        SELECT case_id, reference, version, municipality, district, level, harm, owner, people, is_open, opened_ms,
            next_kind, next_institution, next_subject, next_start_ms, next_due_ms, next_is_paused, next_climbed
        FROM case_row
        """

    init(_ row: SQLRow) throws(JournalFault) {
        var about = About(
            reference: try row.reference(1), version: Int(try row.integer(2)), level: try row.text(5),
            harm: Int(try row.integer(6)), opened: try row.instant(10))
        about.municipality = try row.optionalText(3)
        about.district = try row.optionalText(4)
        about.owner = try row.optional(7) { try? ActorID(reading: $0) }
        about.people = Int(try row.integer(8))
        about.isOpen = try row.integer(9) == 1
        var next: NextAct?
        if let kind = try row.optional(11, Obligation.Kind.init) {
            next = NextAct(
                kind: kind, institution: try row.text(12), subject: try row.text(13),
                clock: .init(
                    start: try row.instant(14), due: try row.optionalInstant(15),
                    isPaused: try row.integer(16) == 1),
                climbed: try row.optionalRung(17))
        }
        self.init(try row.caseID(0), about, next: next)
    }
}

extension ObligationRow {
    /// The columns that a row is read from.
    static let columns: SharedSQL = """
        SELECT obligation_row.case_id, case_row.reference, case_row.version, case_row.municipality,
            obligation_row.harm, obligation_row.obligation, obligation_row.kind, obligation_row.institution,
            obligation_row.unit, obligation_row.person, obligation_row.referral, obligation_row.subject,
            obligation_row.rule, obligation_row.start_ms, obligation_row.legal_due_ms,
            obligation_row.target_due_ms, obligation_row.paused_until_ms, obligation_row.climbed,
            obligation_row.next_rung, obligation_row.next_rung_ms
        FROM obligation_row INNER JOIN case_row ON case_row.case_id = obligation_row.case_id
        """

    init(_ row: SQLRow) throws(JournalFault) {
        let owner = Obligation.Owner(
            try row.text(7), unit: try row.optional(8) { try? UnitID(reading: $0) },
            person: try row.optional(9) { try? PersonID(reading: $0) },
            referral: try row.optional(10) { try? ReferralID(reading: $0) })
        let clock = Obligation.ClockReading(
            rule: try row.optionalText(12), start: try row.instant(13), legalDue: try row.optionalInstant(14),
            targetDue: try row.optionalInstant(15), pausedUntil: try row.optionalInstant(16))
        var next: Obligation.Due?
        if let rung = try row.optionalRung(18) { next = .init(rung, at: try row.instant(19)) }
        let obligation = Obligation(
            id: try row.text(5), kind: try row.required(6, Obligation.Kind.init), owner: owner,
            subject: try row.text(11), clock: clock, climbed: try row.optionalRung(17), nextRung: next)
        self.init(
            case: try row.caseID(0), try row.reference(1), version: Int(try row.integer(2)),
            municipality: try row.optionalText(3), harm: Int(try row.integer(4)), obligation: obligation)
    }
}

extension InboxRow {
    /// The columns that a row is read from.
    static let columns: SharedSQL = """
        SELECT referral_row.case_id, case_row.reference, referral_row.referral, referral_row.step,
            referral_row.state, referral_row.sent_ms, referral_row.due_ms
        FROM referral_row INNER JOIN case_row ON case_row.case_id = referral_row.case_id
        """

    init(_ row: SQLRow) throws(JournalFault) {
        self.init(
            case: try row.caseID(0), try row.reference(1),
            referral: try row.required(2) { try? ReferralID(reading: $0) }, step: try row.text(3),
            standing: (
                state: try row.required(4, ReferralState.init), sentAt: try row.instant(5),
                due: try row.optionalInstant(6)
            ))
    }
}

extension SQLRow {
    /// A text that must read as something.
    ///
    /// - Throws: `.damaged` where it does not.
    fileprivate func required<Value>(_ column: Int, _ read: (String) -> Value?) throws(JournalFault) -> Value
    {
        guard let value = try optional(column, read) else { throw .damaged }
        return value
    }

    /// A text that must read as something where it is there at all.
    ///
    /// - Throws: `.damaged` where it is there and does not.
    fileprivate func optional<Value>(_ column: Int, _ read: (String) -> Value?) throws(JournalFault) -> Value?
    {
        guard let text = try optionalText(column) else { return nil }
        guard let value = read(text) else { throw .damaged }
        return value
    }

    fileprivate func caseID(_ column: Int) throws(JournalFault) -> CaseID {
        try required(column) { try? CaseID(reading: $0) }
    }

    fileprivate func reference(_ column: Int) throws(JournalFault) -> CaseReference {
        try required(column) { try? CaseReference(reading: $0.utf8) }
    }

    fileprivate func instant(_ column: Int) throws(JournalFault) -> Instant {
        Instant(millisecondsSinceEpoch: try integer(column))
    }

    fileprivate func optionalInstant(_ column: Int) throws(JournalFault) -> Instant? {
        try optionalInteger(column).map(Instant.init(millisecondsSinceEpoch:))
    }

    fileprivate func optionalRung(_ column: Int) throws(JournalFault) -> Rung? {
        guard let number = try optionalInteger(column) else { return nil }
        guard let rung = Rung(rawValue: Int(number)) else { throw .damaged }
        return rung
    }
}
