import CaseRegister
import ReferralDomain

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
