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
            try session.run(SQL.amend, place + content(of: report))
        }
    }

    /// Drops the whole list.
    static func clear(in session: SQLiteSession) throws { try session.run(SQL.clear) }

    private static func content(of report: StreetReport) -> [SQLValue] {
        [
            SQLValue(report.district), .text(report.level), .text(report.catalogVersion),
            .text(report.catalogHash),
        ]
    }
}

private enum SQL {
    static let insert: SharedSQL = """
        INSERT INTO street_report (
            case_id, version, received_at_ms, district, level, catalog_version, catalog_hash, reference
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """
    static let amend: SharedSQL = """
        UPDATE street_report
        SET version = $2, amended_at_ms = $3, district = $4, level = $5, catalog_version = $6, catalog_hash = $7
        WHERE case_id = $1
        """
    static let clear: SharedSQL = "DELETE FROM street_report"
}
