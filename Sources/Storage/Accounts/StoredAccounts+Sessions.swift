public import Access
public import CaseRegister
public import ReferralDomain

extension StoredAccounts {
    public func add(_ session: SessionRecord, most: Int) async throws(JournalFault) {
        try await database.write { connection in
            try connection.run(
                SQL.add,
                [
                    .text(session.lookup), .text(session.id), .text(session.account.text),
                    .text(session.formToken), .blob(session.lockedKey),
                    .integer(session.times.created.millisecondsSinceEpoch),
                    .integer(session.times.seen.millisecondsSinceEpoch),
                    SQLValue(session.times.steppedUpUntil?.millisecondsSinceEpoch),
                    .integer(session.times.idleLimit),
                ])
            let all = try connection.rows(SQL.ofAccount, [.text(session.account.text)])
            for row in all.dropFirst(most) { try connection.run(SQL.drop, [.text(try row.text(0))]) }
        }
    }

    public func session(_ lookup: String) async throws(JournalFault) -> FoundSession? {
        try await database.read { connection in
            guard let row = try connection.rows(SQL.find, [.text(lookup)]).first else { return nil }
            return FoundSession(
                try SessionRecord(row: row), of: try AccountRecord(row: row.dropping(9)),
                in: try UnitRecord(row: row.dropping(19)))
        }
    }

    public func touch(_ lookup: String, at instant: Instant) async throws(JournalFault) {
        try await database.write {
            try $0.run(SQL.touch, [.text(lookup), .integer(instant.millisecondsSinceEpoch)])
        }
    }

    public func stepUp(_ lookup: String, until instant: Instant) async throws(JournalFault) {
        try await database.write {
            try $0.run(SQL.stepUp, [.text(lookup), .integer(instant.millisecondsSinceEpoch)])
        }
    }

    public func sessions(of account: ActorID) async throws(JournalFault) -> [SessionRecord] {
        try await database.read {
            try $0.rows(SQL.ofAccount, [.text(account.text)]).map { try SessionRecord(row: $0) }
        }
    }

    public func endSession(_ id: String, of account: ActorID) async throws(JournalFault) {
        try await database.write { try $0.run(SQL.endOne, [.text(id), .text(account.text)]) }
    }

    public func endSessions(of account: ActorID, except lookup: String?) async throws(JournalFault) {
        try await database.write { try $0.run(SQL.endAll, [.text(account.text), .text(lookup ?? "")]) }
    }
}

private enum SQL {
    static let add: SharedSQL = """
        INSERT INTO session (
            lookup, id, account, form_token, locked_key, created_at_ms, seen_at_ms, fresh_until_ms,
            idle_limit_ms
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
    static let find: SharedSQL = """
        SELECT s.lookup, s.id, s.account, s.form_token, s.locked_key, s.created_at_ms, s.seen_at_ms,
            s.fresh_until_ms, s.idle_limit_ms,
            a.id, a.unit, a.role, a.created_at_ms, a.expires_at_ms, a.ended_at_ms, a.public_key, a.locked_key,
            a.sealed_factor, a.wrapped_unit,
            u.id, u.institution, u.name, u.municipality, u.districts, u.public_key, u.recovery
        FROM session s JOIN account a ON a.id = s.account JOIN unit u ON u.id = a.unit
        WHERE s.lookup = $1
        """
    static let ofAccount: SharedSQL = """
        SELECT lookup, id, account, form_token, locked_key, created_at_ms, seen_at_ms, fresh_until_ms,
            idle_limit_ms
        FROM session WHERE account = $1 ORDER BY created_at_ms DESC, id DESC
        """
    static let drop: SharedSQL = "DELETE FROM session WHERE lookup = $1"
    static let touch: SharedSQL = "UPDATE session SET seen_at_ms = $2 WHERE lookup = $1"
    static let stepUp: SharedSQL = "UPDATE session SET fresh_until_ms = $2 WHERE lookup = $1"
    static let endOne: SharedSQL = "DELETE FROM session WHERE id = $1 AND account = $2"
    static let endAll: SharedSQL = "DELETE FROM session WHERE account = $1 AND lookup <> $2"
}
