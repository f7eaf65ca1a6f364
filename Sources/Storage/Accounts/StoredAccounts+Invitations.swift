public import Access
public import CaseRegister
import ReferralDomain

extension StoredAccounts {
    public func add(_ invitation: InvitationRecord) async throws(JournalFault) {
        let account = invitation.account
        try await database.write { session in
            try session.run(SQL.dropOlder, [.text(account.id.text)])
            try session.run(
                SQL.add,
                [
                    .text(invitation.lookup), .text(account.id.text), .text(account.unit.text),
                    .text(account.role.rawValue), .integer(account.created.millisecondsSinceEpoch),
                    SQLValue(account.expires?.millisecondsSinceEpoch), .blob(invitation.locked),
                    .text(invitation.spoken.stored), .blob(invitation.spoken.salt),
                    .integer(invitation.expires.millisecondsSinceEpoch), .integer(Int64(invitation.tries)),
                ])
        }
    }

    public func invitation(_ lookup: String) async throws(JournalFault) -> InvitationRecord? {
        try await database.read { session in
            guard let row = try session.rows(SQL.find, [.text(lookup)]).first else { return nil }
            return InvitationRecord(
                lookup,
                for: Account(
                    try ActorID(column: try row.text(0)), in: try UnitID(column: try row.text(1)),
                    as: try Role(column: try row.text(2)), created: Instant(column: try row.integer(3)),
                    expires: try row.optionalInteger(4).map(Instant.init(column:))),
                locked: try row.blob(5),
                spoken: .init(stored: try row.text(6), salt: try row.blob(7)),
                term: .init(expires: Instant(column: try row.integer(8)), tries: Int(try row.integer(9))))
        }
    }

    public func countTry(of lookup: String) async throws(JournalFault) {
        try await database.write { try $0.run(SQL.countTry, [.text(lookup)]) }
    }

    public func accept(_ lookup: String, as record: AccountRecord) async throws(JournalFault) -> Bool {
        try await database.write { session in
            guard try !session.rows(SQL.find, [.text(lookup)]).isEmpty else { return false }
            try session.run(SQL.drop, [.text(lookup)])
            guard try session.rows(SQL.ended, [.text(record.account.id.text)]).isEmpty else { return false }
            try session.run(SQL.endSessions, [.text(record.account.id.text)])
            try session.run(SQL.dropAccount, [.text(record.account.id.text)])
            try session.run(SQL.addAccount, record.values)
            return true
        }
    }
}

private enum SQL {
    static let find: SharedSQL = """
        SELECT account, unit, role, created_at_ms, account_expires_at_ms, locked, spoken, salt, expires_at_ms,
            tries
        FROM invitation WHERE lookup = $1
        """
    static let dropOlder: SharedSQL = "DELETE FROM invitation WHERE account = $1"
    static let ended: SharedSQL = "SELECT id FROM account WHERE id = $1 AND ended_at_ms IS NOT NULL"
    static let drop: SharedSQL = "DELETE FROM invitation WHERE lookup = $1"
    static let add: SharedSQL = """
        INSERT INTO invitation (
            lookup, account, unit, role, created_at_ms, account_expires_at_ms, locked, spoken, salt,
            expires_at_ms, tries
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """
    static let countTry: SharedSQL = "UPDATE invitation SET tries = tries + 1 WHERE lookup = $1"
    static let endSessions: SharedSQL = "DELETE FROM session WHERE account = $1"
    static let dropAccount: SharedSQL = "DELETE FROM account WHERE id = $1"
    static let addAccount: SharedSQL = """
        INSERT INTO account (
            id, unit, role, created_at_ms, expires_at_ms, ended_at_ms, public_key, locked_key, sealed_factor,
            wrapped_unit, last_step
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, -1)
        """
}
