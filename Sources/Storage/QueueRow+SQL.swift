import CaseRegister
import ReferralDomain

extension QueueRow {
    /// The columns that a row is read from.
    static let columns: SharedSQL = """
        SELECT case_id, reference, version, municipality, district, level, harm, owner, people, is_open, opened_ms,
            next_kind, next_institution, next_subject, next_start_ms, next_due_ms, next_is_paused, next_climbed,
            is_duress
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
        about.isUnderDuress = try row.integer(18) == 1
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
