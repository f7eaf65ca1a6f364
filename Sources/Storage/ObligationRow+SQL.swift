import CaseRegister
import ReferralDomain

extension ObligationRow {
    /// The columns that a row is read from.
    static let columns: SharedSQL = """
        SELECT obligation_row.case_id, case_row.reference, case_row.version, case_row.municipality,
            obligation_row.harm, obligation_row.obligation, obligation_row.kind, obligation_row.institution,
            obligation_row.unit, obligation_row.person, obligation_row.referral, obligation_row.subject,
            obligation_row.rule, obligation_row.start_ms, obligation_row.legal_due_ms,
            obligation_row.target_due_ms, obligation_row.paused_until_ms, obligation_row.climbed,
            obligation_row.next_rung, obligation_row.next_rung_ms, obligation_row.has_child,
            obligation_row.is_withheld
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
        hasChild = try row.integer(20) == 1
        isWithheld = try row.integer(21) == 1
    }
}
