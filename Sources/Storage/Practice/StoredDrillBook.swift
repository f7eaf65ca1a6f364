public import Access
public import CaseRegister
import ReferralDomain

/// The book of drills in the database of a practice house.
public struct StoredDrillBook: DrillBook {
    private let database: any SQLDatabase

    public init(on database: any SQLDatabase) { self.database = database }

    public func keep(_ result: DrillResult) async throws(JournalFault) -> DrillResult {
        try await database.write { session in
            if let known = try session.rows(SQL.one, [.text(result.id.text)]).first {
                return try Self.result(known)
            }
            try session.run(SQL.add, Self.values(of: result))
            return result
        }
    }

    public func results(of shift: ShiftCode) async throws(JournalFault) -> [DrillResult] {
        try await database.read { try $0.rows(SQL.ofShift, [.text(shift.text)]).map(Self.result) }
    }

    public func newest(_ most: Int) async throws(JournalFault) -> [DrillResult] {
        try await database.read { try $0.rows(SQL.newest, [.integer(Int64(most))]).map(Self.result) }
    }

    private static func values(of result: DrillResult) -> [SQLValue] {
        let signs = result.signs
        let lists = [
            result.trail, signs.offered, signs.present, signs.marked, result.choices.map(String.init),
        ]
        return [
            .text(result.id.text), .text(result.kind.rawValue), .text(result.subject),
            .text(result.shift.text), .text(result.edition),
            SQLValue(result.claimedStart?.millisecondsSinceEpoch),
            .integer(result.endedAt.millisecondsSinceEpoch),
        ] + lists.map { .text($0.joined(separator: " ")) }
            + [.integer(Int64(result.score)), .integer(result.isPassed ? 1 : 0)]
    }

    private static func result(_ row: SQLRow) throws -> DrillResult {
        func words(_ column: Int) throws -> [String] {
            try row.text(column).split(separator: " ").map(String.init)
        }
        guard let id = try? RecordID<DrillResult>(reading: try row.text(0)),
            let kind = DrillResult.Kind(rawValue: try row.text(1)),
            let shift = ShiftCode(reading: try row.text(3))
        else { throw JournalFault.damaged }
        return DrillResult(
            id: id, kind: kind, subject: try row.text(2), shift: shift, edition: try row.text(4),
            claimedStart: try row.optionalInteger(5).map(Instant.init(millisecondsSinceEpoch:)),
            endedAt: Instant(millisecondsSinceEpoch: try row.integer(6)), trail: try words(7),
            signs: .init(offered: try words(8), present: try words(9), marked: try words(10)),
            choices: try words(11).compactMap(Int.init), score: Int(try row.integer(12)),
            isPassed: try row.integer(13) == 1)
    }
}

private enum SQL {
    static let one: SharedSQL = """
        SELECT drill_id, kind, subject, shift, edition, claimed_start_ms, ended_ms, trail, offered,
            present, marked, choices, score, is_passed
        FROM drill_result WHERE drill_id = $1
        """
    static let ofShift: SharedSQL = """
        SELECT drill_id, kind, subject, shift, edition, claimed_start_ms, ended_ms, trail, offered,
            present, marked, choices, score, is_passed
        FROM drill_result WHERE shift = $1 ORDER BY ended_ms, drill_id
        """
    static let newest: SharedSQL = """
        SELECT drill_id, kind, subject, shift, edition, claimed_start_ms, ended_ms, trail, offered,
            present, marked, choices, score, is_passed
        FROM drill_result ORDER BY ended_ms DESC, drill_id DESC LIMIT $1
        """
    static let add: SharedSQL = """
        INSERT INTO drill_result (
            drill_id, kind, subject, shift, edition, claimed_start_ms, ended_ms, trail, offered, present, marked,
            choices, score, is_passed
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """
}
