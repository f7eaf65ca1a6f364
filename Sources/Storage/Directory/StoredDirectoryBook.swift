public import Access
public import CaseRegister
import ReferralDomain

/// The book of the directory in the one database.
public struct StoredDirectoryBook: DirectoryBook {
    private let database: any SQLDatabase

    public init(on database: any SQLDatabase) { self.database = database }

    public func record(_ call: ContactCall) async throws(JournalFault) {
        try await database.write { session in
            try session.run(
                SQL.record,
                [
                    .text(call.id.text), .text(call.contact), .text(call.outcome.rawValue),
                    .integer(call.at.millisecondsSinceEpoch), .text(call.by.text), .text(call.unit.text),
                ])
        }
    }

    public func calls() async throws(JournalFault) -> [ContactCall] {
        try await database.read { session in
            try session.rows(SQL.calls).map(Self.call)
        }
    }

    public func changes() async throws(JournalFault) -> [NumberChange] {
        try await database.read { session in
            let confirmed = try Self.confirmations(in: session)
            return try session.rows(SQL.changes).map { row in
                let change = try Self.change(row)
                return confirmed[change.id.text].map(change.confirmed) ?? change
            }
        }
    }

    public func change(_ change: NumberChange) async throws(JournalFault) -> Bool {
        try await database.write { session in
            if try !session.rows(SQL.change, [.text(change.id.text)]).isEmpty { return true }
            let last = try session.rows(SQL.lastVersion, [.text(change.contact)]).first?.integer(0) ?? 0
            guard Int64(change.version) == last + 1 else { return false }
            try session.run(
                SQL.add,
                [
                    .text(change.id.text), .text(change.contact), .integer(Int64(change.version)),
                    .text(change.value), SQLValue(change.extension), .text(change.reason.rawValue),
                    .text(change.made.actor.text), .integer(change.made.instant.millisecondsSinceEpoch),
                ])
            return true
        }
    }

    public func confirm(
        _ change: RecordID<NumberChange>, _ stamp: Stamp
    ) async throws(JournalFault) -> Bool {
        try await database.write { session in
            let open = try session.rows(SQL.unconfirmed, [.text(change.text)])
            guard !open.isEmpty else { return false }
            try session.run(
                SQL.confirm,
                [
                    .text(change.text), .text(stamp.actor.text),
                    .integer(stamp.instant.millisecondsSinceEpoch),
                ])
            return true
        }
    }

    private static func call(_ row: SQLRow) throws(JournalFault) -> ContactCall {
        guard let id = try? RecordID<ContactCall>(reading: try row.text(0)),
            let outcome = ContactCall.Outcome(rawValue: try row.text(2)),
            let unit = try? UnitID(reading: try row.text(5))
        else { throw .damaged }
        return ContactCall(
            id, to: try row.text(1), outcome, stamp: try stamp(row, actor: 4, instant: 3), unit: unit)
    }

    private static func change(_ row: SQLRow) throws(JournalFault) -> NumberChange {
        guard let id = try? RecordID<NumberChange>(reading: try row.text(0)),
            let reason = NumberChange.Reason(rawValue: try row.text(5))
        else { throw .damaged }
        let inner = try row.text(4)
        return NumberChange(
            id, of: try row.text(1), version: Int(try row.integer(2)),
            to: NumberChange.Number(try row.text(3), extension: inner.isEmpty ? nil : inner), because: reason,
            made: try stamp(row, actor: 6, instant: 7))
    }

    private static func confirmations(in session: any SQLSession) throws -> [String: Stamp] {
        var confirmed: [String: Stamp] = [:]
        for row in try session.rows(SQL.confirmed) {
            confirmed[try row.text(0)] = try stamp(row, actor: 1, instant: 2)
        }
        return confirmed
    }

    private static func stamp(_ row: SQLRow, actor: Int, instant: Int) throws(JournalFault) -> Stamp {
        guard let account = try? ActorID(reading: try row.text(actor)) else { throw .damaged }
        return Stamp(
            actor: account, instant: Instant(millisecondsSinceEpoch: try row.integer(instant)))
    }
}

private enum SQL {
    static let record: SharedSQL = """
        INSERT INTO directory_call (call_id, contact, outcome, called_at_ms, actor, unit)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (call_id) DO NOTHING
        """
    static let calls: SharedSQL = """
        SELECT call_id, contact, outcome, called_at_ms, actor, unit
        FROM directory_call ORDER BY called_at_ms, call_id
        """
    static let changes: SharedSQL = """
        SELECT change_id, contact, version, value, coalesce(extension, ''), reason, actor, changed_at_ms
        FROM directory_change ORDER BY contact, version
        """
    static let confirmed: SharedSQL = """
        SELECT change_id, confirmed_by, confirmed_at_ms FROM directory_change WHERE confirmed_by IS NOT NULL
        """
    static let change: SharedSQL = "SELECT change_id FROM directory_change WHERE change_id = $1"
    static let lastVersion: SharedSQL = """
        SELECT coalesce(max(version), 0) FROM directory_change WHERE contact = $1
        """
    static let add: SharedSQL = """
        INSERT INTO directory_change (
            change_id, contact, version, value, extension, reason, actor, changed_at_ms
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """
    static let unconfirmed: SharedSQL = """
        SELECT change_id FROM directory_change WHERE change_id = $1 AND confirmed_by IS NULL
        """
    static let confirm: SharedSQL = """
        UPDATE directory_change SET confirmed_by = $2, confirmed_at_ms = $3 WHERE change_id = $1
        """
}
