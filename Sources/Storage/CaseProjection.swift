import CaseRegister
import ReferralDomain

/// Writes what the lists show of a case in place of what they showed of it before.
enum CaseProjection {
    /// Replaces the rows of one case; nothing where nobody has reported it.
    static func replace(_ rows: CaseRows?, in session: any SQLSession) throws {
        guard let rows else { return }
        let id = SQLValue.text(rows.queue.id.text)
        try session.run(SQL.put, [id] + about(rows) + next(rows.queue.next, rows) + place(rows))
        try session.run(SQL.clearObligations, [id])
        try session.run(SQL.clearReferrals, [id])
        for row in rows.obligations { try session.run(SQL.addObligation, [id] + values(of: row)) }
        for (place, row) in rows.referrals.enumerated() {
            try session.run(SQL.addReferral, [id, .integer(Int64(place))] + values(of: row))
        }
    }

    /// Drops all rows of all cases.
    static func clear(in session: any SQLSession) throws {
        for sql in [SQL.dropObligations, SQL.dropReferrals, SQL.dropCases] { try session.run(sql) }
    }

    /// What stands for the end of a clock that has none.
    static let never = Int64.max

    private static func about(_ rows: CaseRows) -> [SQLValue] {
        let row = rows.queue
        return [
            .text(row.reference.text), .integer(Int64(row.version)), .integer(Int64(rows.reports)),
            SQLValue(rows.reporter?.text), .text(rows.standsIn), SQLValue(row.municipality),
            SQLValue(row.district), .text(row.level), .integer(Int64(row.harm)), SQLValue(row.owner?.text),
            .integer(Int64(row.people)), .integer(row.isOpen ? 1 : 0),
            .integer(row.opened.millisecondsSinceEpoch),
        ]
    }

    private static func next(_ next: QueueRow.NextAct?, _ rows: CaseRows) -> [SQLValue] {
        let end = rows.obligations.compactMap { $0.obligation.end }.min()
        return [
            SQLValue(next?.kind.rawValue), SQLValue(next?.institution), SQLValue(next?.subject),
            SQLValue(next?.start), SQLValue(next?.due), SQLValue((next?.isPaused).map { $0 ? 1 : 0 }),
            SQLValue(next?.climbed), .integer(end?.millisecondsSinceEpoch ?? never),
        ]
    }

    private static func place(_ rows: CaseRows) -> [SQLValue] {
        [
            SQLValue(rows.place?.at), .integer(Int64(rows.queue.rank)),
            .integer(rows.queue.isUnderDuress ? 1 : 0),
        ]
    }

    private static func values(of row: ObligationRow) -> [SQLValue] {
        let obligation = row.obligation
        return [
            .text(obligation.id), .text(obligation.kind.rawValue), .text(obligation.institution),
            SQLValue(obligation.unit?.text), SQLValue(obligation.person?.text),
            SQLValue(obligation.referral?.text),
            .text(obligation.subject), SQLValue(obligation.rule),
            .integer(obligation.start.millisecondsSinceEpoch), SQLValue(obligation.legalDue),
            SQLValue(obligation.targetDue), SQLValue(obligation.pausedUntil),
            .integer(obligation.end?.millisecondsSinceEpoch ?? never), SQLValue(obligation.climbed),
            SQLValue(obligation.nextRung?.rung), SQLValue(obligation.nextRung?.at), .integer(Int64(row.harm)),
            .integer(row.hasChild ? 1 : 0), .integer(row.isWithheld ? 1 : 0),
        ]
    }

    private static func values(of row: CaseRows.ReferralRow) -> [SQLValue] {
        [
            .text(row.inbox.referral.text), .text(row.inbox.step), .text(row.institution),
            SQLValue(row.unit?.text), .text(row.inbox.state.rawValue),
            .integer(row.inbox.sentAt.millisecondsSinceEpoch), SQLValue(row.inbox.due),
            .integer(row.inbox.due?.millisecondsSinceEpoch ?? never), SQLValue(row.ended),
            SQLValue(row.acknowledged?.at), SQLValue(row.acknowledged?.waited),
        ]
    }
}

extension SQLValue {
    fileprivate init(_ instant: Instant?) { self.init(instant?.millisecondsSinceEpoch) }
    fileprivate init(_ rung: Rung?) { self.init(rung.map { Int64($0.rawValue) }) }
}

private enum SQL {
    static let put: SharedSQL = """
        INSERT INTO case_row (
            case_id, reference, version, reports, reporter, stands_in, municipality, district, level, harm, owner,
            people, is_open, opened_ms, next_kind, next_institution, next_subject, next_start_ms, next_due_ms,
            next_is_paused, next_climbed, next_end_ms, place_seen_ms, queue_rank, is_duress
        ) VALUES (
            $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
            $24, $25
        ) ON CONFLICT (case_id) DO UPDATE SET
            version = $3, reports = $4, reporter = $5, stands_in = $6, municipality = $7, district = $8,
            level = $9, harm = $10, owner = $11, people = $12, is_open = $13, opened_ms = $14, next_kind = $15,
            next_institution = $16, next_subject = $17, next_start_ms = $18, next_due_ms = $19,
            next_is_paused = $20, next_climbed = $21, next_end_ms = $22, place_seen_ms = $23,
            queue_rank = $24, is_duress = $25
        """
    static let clearObligations: SharedSQL = "DELETE FROM obligation_row WHERE case_id = $1"
    static let clearReferrals: SharedSQL = "DELETE FROM referral_row WHERE case_id = $1"
    static let addObligation: SharedSQL = """
        INSERT INTO obligation_row (
            case_id, obligation, kind, institution, unit, person, referral, subject, rule, start_ms, legal_due_ms,
            target_due_ms, paused_until_ms, end_ms, climbed, next_rung, next_rung_ms, harm, has_child,
            is_withheld
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
        """
    static let addReferral: SharedSQL = """
        INSERT INTO referral_row (
            case_id, place, referral, step, institution, unit, state, sent_ms, due_ms, end_ms, ended_ms,
            acknowledged_ms, waited_ms
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """
    static let dropObligations: SharedSQL = "DELETE FROM obligation_row"
    static let dropReferrals: SharedSQL = "DELETE FROM referral_row"
    static let dropCases: SharedSQL = "DELETE FROM case_row"
}
