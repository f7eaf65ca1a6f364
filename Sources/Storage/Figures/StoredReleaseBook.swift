public import CaseRegister
import JSON
import ReferralDomain
public import Reports

/// The book of releases in the one database.
public struct StoredReleaseBook: ReleaseBook {
    private let database: any SQLDatabase

    public init(on database: any SQLDatabase) { self.database = database }

    public func releases() async throws(JournalFault) -> [FigureRelease] {
        try await database.read { try Self.releases(in: $0) }
    }

    public func propose(_ release: FigureRelease) async throws(JournalFault) -> Bool {
        try await database.write { session in
            if try !session.rows(SQL.one, [.text(release.id.text)]).isEmpty { return true }
            let standing = try session.rows(SQL.standing).compactMap { FigurePeriod(reading: try $0.text(0)) }
            guard !standing.contains(where: release.period.overlaps) else { return false }
            let budget = try Self.budget(release.period.year, in: session)
            guard release.figures.open == nil || budget.permits(OpenPack.cost) else { return false }
            try session.run(
                SQL.add,
                [
                    .text(release.id.text), .text(release.period.text),
                    .text(release.figures.json.text(.canonical)), .text(release.checksum),
                    .text(release.made.actor.text), .integer(release.made.instant.millisecondsSinceEpoch),
                ])
            guard release.figures.open != nil else { return true }
            try session.run(
                SQL.spend,
                [
                    .text(release.id.text), .integer(Int64(release.period.year)),
                    .integer(Int64(OpenPack.cost.count)),
                    .integer(release.made.instant.millisecondsSinceEpoch),
                ])
            return true
        }
    }

    public func approve(
        _ id: RecordID<FigureRelease>, _ stamp: Stamp
    ) async throws(JournalFault) -> Bool {
        try await sign(SQL.approve, id, stamp)
    }

    public func discard(
        _ id: RecordID<FigureRelease>, _ stamp: Stamp
    ) async throws(JournalFault) -> Bool {
        try await sign(SQL.discard, id, stamp)
    }

    public func spent(in year: Int) async throws(JournalFault) -> PrivacyBudget {
        try await database.read { try Self.budget(year, in: $0) }
    }

    private func sign(
        _ act: SharedSQL, _ id: RecordID<FigureRelease>, _ stamp: Stamp
    ) async throws(JournalFault) -> Bool {
        try await database.write { session in
            guard try !session.rows(SQL.waiting, [.text(id.text)]).isEmpty else { return false }
            try session.run(
                act,
                [
                    .text(id.text), .text(stamp.actor.text),
                    .integer(stamp.instant.millisecondsSinceEpoch),
                ])
            return true
        }
    }

    private static func budget(_ year: Int, in session: any SQLSession) throws -> PrivacyBudget {
        let spent = try session.rows(SQL.spent, [.integer(Int64(year))]).first?.integer(0) ?? 0
        return PrivacyBudget(spent: .init(Int(spent)))
    }

    private static func releases(in session: any SQLSession) throws -> [FigureRelease] {
        try session.rows(SQL.all).map { row in
            guard let id = try? RecordID<FigureRelease>(reading: try row.text(0)),
                let json = try? JSON(parsing: Array(try row.text(1).utf8)),
                let figures = ReleasedFigures(json), let made = try stamp(row, 3, 4)
            else { throw JournalFault.damaged }
            return FigureRelease(
                id, figures, checksum: try row.text(2), made: made, approved: try stamp(row, 5, 6),
                discarded: try stamp(row, 7, 8))
        }
    }

    /// Who and when; nil where nobody did.
    private static func stamp(_ row: SQLRow, _ actor: Int, _ instant: Int) throws -> Stamp? {
        guard let text = try row.optionalText(actor) else { return nil }
        guard let account = try? ActorID(reading: text) else { throw JournalFault.damaged }
        return Stamp(actor: account, instant: Instant(millisecondsSinceEpoch: try row.integer(instant)))
    }
}

private enum SQL {
    static let all: SharedSQL = """
        SELECT release_id, content, checksum, made_by, made_at_ms, approved_by, approved_at_ms, discarded_by,
            discarded_at_ms
        FROM figure_release ORDER BY made_at_ms, release_id
        """
    static let one: SharedSQL = "SELECT release_id FROM figure_release WHERE release_id = $1"
    static let standing: SharedSQL = "SELECT period FROM figure_release WHERE discarded_at_ms IS NULL"
    static let waiting: SharedSQL = """
        SELECT release_id FROM figure_release
        WHERE release_id = $1 AND approved_at_ms IS NULL AND discarded_at_ms IS NULL
        """
    static let add: SharedSQL = """
        INSERT INTO figure_release (release_id, period, content, checksum, made_by, made_at_ms)
        VALUES ($1, $2, $3, $4, $5, $6)
        """
    static let spend: SharedSQL = """
        INSERT INTO privacy_spend (release_id, year, epsilon_thousandths, spent_at_ms)
        VALUES ($1, $2, $3, $4)
        """
    static let approve: SharedSQL = """
        UPDATE figure_release SET approved_by = $2, approved_at_ms = $3 WHERE release_id = $1
        """
    static let discard: SharedSQL = """
        UPDATE figure_release SET discarded_by = $2, discarded_at_ms = $3 WHERE release_id = $1
        """
    static let spent: SharedSQL = """
        SELECT CAST(coalesce(sum(epsilon_thousandths), 0) AS BIGINT) FROM privacy_spend WHERE year = $1
        """
}
