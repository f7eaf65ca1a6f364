import CaseRegister
import ReferralDomain

/// The list of street reports as it stands after the last event. It can be made anew from the journal.
enum StreetReportProjection {
    /// Takes one event in.
    static func take(_ recorded: RecordedEvent, in session: SQLiteSession) throws {
        let place: [SQLValue] = [
            .text(recorded.caseID.text), .integer(Int64(recorded.version)),
            .integer(recorded.stamp.instant.millisecondsSinceEpoch),
        ]
        switch recorded.event {
        case .sightingReported(let report, let reference):
            try session.run(SQL.insert, place + content(of: report) + [.text(reference.text)])
        case .sightingAmended(let report):
            try session.run(SQL.amend, place)
            try session.run(SQL.stand, [.text(recorded.caseID.text)] + content(of: report))
        case .file, .referral, .person: break
        }
    }

    /// Drops the whole list.
    static func clear(in session: SQLiteSession) throws { try session.run(SQL.clear) }

    private static func content(of report: StreetReport) -> [SQLValue] {
        [
            SQLValue(report.district), .text(report.level), .text(report.catalogVersion),
            .text(report.catalogHash), SQLValue(report.claimedAt?.millisecondsSinceEpoch),
        ]
    }
}

private enum SQL {
    static let insert: SharedSQL = """
        INSERT INTO street_report (
            case_id, version, received_at_ms, district, level, catalog_version, catalog_hash,
            claimed_at_ms, reference
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
    static let amend: SharedSQL = """
        UPDATE street_report SET version = $2, amended_at_ms = $3 WHERE case_id = $1
        """
    /// What was made before the report that stands does not replace it.
    static let stand: SharedSQL = """
        UPDATE street_report
        SET district = $2, level = $3, catalog_version = $4, catalog_hash = $5, claimed_at_ms = $6
        WHERE case_id = $1
            AND (claimed_at_ms IS NULL OR CAST($6 AS BIGINT) IS NULL OR claimed_at_ms <= CAST($6 AS BIGINT))
        """
    static let clear: SharedSQL = "DELETE FROM street_report"
}
